from datetime import date, timedelta


def next_bill(last, day):
    before = date.fromisoformat(last)
    return (before + timedelta(days=30)).isoformat()
