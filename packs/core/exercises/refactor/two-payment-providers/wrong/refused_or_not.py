def settle(answers):
    sums, look_at = {}, []
    for answer in answers:
        number, currency, cents, paid = adapted(answer)
        if paid:
            sums[currency] = sums.get(currency, 0) + cents
        else:
            look_at.append((number, "refused"))
    return sums, look_at


def adapted(answer):
    if answer["from"] == "swift-pay":
        return answer["payment_id"], answer["currency"], answer["amount_cents"], answer["status"] == "OK"
    if answer["from"] == "old-bank":
        whole, _, rest = answer["betrag"].partition(",")
        return answer["ref"].strip(), "EUR", int(whole) * 100 + int((rest + "00")[:2]), answer["code"] == 0
    raise ValueError("unknown provider: " + answer["from"])
