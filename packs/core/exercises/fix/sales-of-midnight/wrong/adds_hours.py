from datetime import datetime, timedelta


def sales_by_day(sales, offset_minutes):
    days = {}
    for time, cents in sales:
        day = (datetime.fromisoformat(time) + timedelta(minutes=offset_minutes)).date().isoformat()
        days[day] = days.get(day, 0) + cents
    return days
