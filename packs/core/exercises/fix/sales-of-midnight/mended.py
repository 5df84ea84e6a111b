from datetime import datetime, timedelta, timezone


def sales_by_day(sales, offset_minutes):
    """Cents sold on each day of the shop, {"2026-03-01": 1500}. A sale is (time, cents), the time in UTC, as in "2026-03-01T09:30:00+00:00".

    `offset_minutes`: how far the shop's clock is ahead of UTC.
    """
    shop = timezone(timedelta(minutes=offset_minutes))
    days = {}
    for time, cents in sales:
        day = datetime.fromisoformat(time).astimezone(shop).date().isoformat()
        days[day] = days.get(day, 0) + cents
    return days
