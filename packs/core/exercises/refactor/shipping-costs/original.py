def shipping(country, grams, express):
    """What sending a parcel costs, in cents."""
    if country == "it":
        if grams <= 1000:
            cost = 490
        else:
            if grams <= 5000:
                cost = 790
            else:
                cost = 1290
        if express:
            cost = cost + 500
        return cost
    elif country == "de":
        if grams <= 1000:
            cost = 890
        else:
            if grams <= 5000:
                cost = 1290
            else:
                cost = 1990
        if express:
            cost = cost + 900
        return cost
    elif country == "ch":
        if grams <= 1000:
            cost = 1490
        else:
            if grams <= 5000:
                cost = 2290
            else:
                cost = 3490
        if express:
            cost = cost + 1500
        return cost
    else:
        raise ValueError("we do not send to " + country)
