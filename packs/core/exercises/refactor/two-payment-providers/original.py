def settle(answers):
    """What came in today: the cents of each currency, and the payments to look at, as (id, why).

    An answer is a dictionary, as the provider sends it; "from" says which provider.
    """
    sums = {}
    look_at = []
    for answer in answers:
        if answer["from"] == "swift-pay":
            if answer["status"] == "OK":
                if answer["currency"] in sums:
                    sums[answer["currency"]] = sums[answer["currency"]] + answer["amount_cents"]
                else:
                    sums[answer["currency"]] = answer["amount_cents"]
            else:
                if answer["status"] == "REFUSED":
                    look_at.append((answer["payment_id"], "refused"))
                else:
                    look_at.append((answer["payment_id"], "unknown"))
        elif answer["from"] == "old-bank":
            whole, _, rest = answer["betrag"].partition(",")
            cents = int(whole) * 100 + int((rest + "00")[:2])
            if answer["code"] == 0:
                if "EUR" in sums:
                    sums["EUR"] = sums["EUR"] + cents
                else:
                    sums["EUR"] = cents
            else:
                if answer["code"] == 51:
                    look_at.append((answer["ref"].strip(), "refused"))
                else:
                    look_at.append((answer["ref"].strip(), "unknown"))
        else:
            raise ValueError("unknown provider: " + answer["from"])
    return sums, look_at
