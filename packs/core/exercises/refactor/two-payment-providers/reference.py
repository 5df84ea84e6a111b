from typing import NamedTuple


class Payment(NamedTuple):
    """A payment as this program speaks of it."""

    number: str
    currency: str
    cents: int
    state: str


def settle(answers):
    """What came in today: the cents of each currency, and the payments to look at, as (id, why)."""
    sums, look_at = {}, []
    for payment in map(adapted, answers):
        if payment.state == "paid":
            sums[payment.currency] = sums.get(payment.currency, 0) + payment.cents
        else:
            look_at.append((payment.number, payment.state))
    return sums, look_at


def adapted(answer):
    """The answer of whichever provider as a payment."""
    if answer["from"] not in ADAPTERS:
        raise ValueError("unknown provider: " + answer["from"])
    return ADAPTERS[answer["from"]](answer)


def from_swift_pay(answer):
    state = {"OK": "paid", "REFUSED": "refused"}.get(answer["status"], "unknown")
    return Payment(answer["payment_id"], answer["currency"], answer["amount_cents"], state)


def from_old_bank(answer):
    whole, _, rest = answer["betrag"].partition(",")
    cents = int(whole) * 100 + int((rest + "00")[:2])
    state = {0: "paid", 51: "refused"}.get(answer["code"], "unknown")
    return Payment(answer["ref"].strip(), "EUR", cents, state)


ADAPTERS = {"swift-pay": from_swift_pay, "old-bank": from_old_bank}
