"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

from typing import Protocol, runtime_checkable


# Two foreign clients, which agree on nothing.
class SwiftMail:
    def dispatch(self, envelope):
        if not envelope["rcpt"]:
            raise RuntimeError("E42")
        return {"state": "queued", "id": 7}


class OldPost:
    def send_letter(self, text, address):
        return "OK 7" if address else "ERR no address"


# What our program wants, and one adapter for each.
@runtime_checkable
class Mailer(Protocol):
    def send(self, to: str, text: str) -> int: ...


class NotSent(Exception):
    pass


class BySwift:
    def __init__(self, client):
        self.client = client

    def send(self, to, text):
        try:
            return self.client.dispatch({"rcpt": to, "body": text})["id"]
        except RuntimeError as error:
            raise NotSent(str(error)) from error


class ByPost:
    def __init__(self, client):
        self.client = client

    def send(self, to, text):
        word, _, rest = self.client.send_letter(text, to).partition(" ")
        if word != "OK":
            raise NotSent(rest)
        return int(rest)


def welcome(mailer, customer):
    return mailer.send(customer, "welcome")


assert BySwift.__mro__ == (BySwift, object), "no common base, and still exchangeable"
for mailer in (BySwift(SwiftMail()), ByPost(OldPost())):
    assert isinstance(mailer, Mailer)
    assert welcome(mailer, "ada") == 7
    try:
        welcome(mailer, "")
    except NotSent as error:
        assert str(error) in ("E42", "no address")
    else:
        raise AssertionError("the foreign error must become ours")

# Units: why an amount is translated with care.
assert int(19.99 * 100) == 1998 and round(19.99 * 100) == 1999


# A fake for the tests needs the two lines that we decided on, and nothing of any vendor.
class Remembers:
    def __init__(self):
        self.sent = []

    def send(self, to, text):
        self.sent.append(to)
        return len(self.sent)


fake = Remembers()
assert welcome(fake, "bob") == 1 and fake.sent == ["bob"]
