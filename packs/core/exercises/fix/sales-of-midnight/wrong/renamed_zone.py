from datetime import datetime, timedelta, timezone


def sales_by_day(sales, offset_minutes):
    shop = timezone(timedelta(minutes=offset_minutes))
    days = {}
    for time, cents in sales:
        day = datetime.fromisoformat(time).replace(tzinfo=shop).date().isoformat()
        days[day] = days.get(day, 0) + cents
    return days
