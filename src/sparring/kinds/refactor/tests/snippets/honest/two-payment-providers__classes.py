class SwiftPay:
    def __init__(self, answer):
        self.id = answer["payment_id"]
        self.currency = answer["currency"]
        self.cents = answer["amount_cents"]
        self.status = answer["status"]

    @property
    def paid(self):
        return self.status == "OK"

    @property
    def why(self):
        return "refused" if self.status == "REFUSED" else "unknown"


class OldBank:
    currency = "EUR"

    def __init__(self, answer):
        self.id = answer["ref"].strip()
        self.code = answer["code"]
        euros, _, cents = answer["betrag"].partition(",")
        self.cents = 100 * int(euros) + int(cents[:2].ljust(2, "0"))

    @property
    def paid(self):
        return self.code == 0

    @property
    def why(self):
        return "refused" if self.code == 51 else "unknown"


PROVIDERS = {"swift-pay": SwiftPay, "old-bank": OldBank}


def settle(answers):
    """What came in today: the cents of each currency, and the payments to look at."""
    sums, look_at = {}, []
    for answer in answers:
        provider = PROVIDERS.get(answer["from"])
        if provider is None:
            raise ValueError(f"unknown provider: {answer['from']}")
        payment = provider(answer)
        if payment.paid:
            sums.setdefault(payment.currency, 0)
            sums[payment.currency] += payment.cents
        else:
            look_at.append((payment.id, payment.why))
    return sums, look_at
