def settle(answers):
    sums, look_at = {}, []
    for answer in answers:
        number, currency, cents, state = adapted(answer)
        if state == "paid":
            sums[currency] = sums.get(currency, 0) + cents
        else:
            look_at.append((number, state))
    return sums, look_at


def adapted(answer):
    if answer["from"] == "swift-pay":
        state = {"OK": "paid", "REFUSED": "refused"}.get(answer["status"], "unknown")
        return answer["payment_id"], answer["currency"], answer["amount_cents"], state
    if answer["from"] == "old-bank":
        state = {0: "paid", 51: "refused"}.get(answer["code"], "unknown")
        return answer["ref"].strip(), "EUR", int(float(answer["betrag"].replace(",", ".")) * 100), state
    raise ValueError("unknown provider: " + answer["from"])
