import csv
from decimal import Decimal
from pathlib import Path

from stock.models import Item


def import_stock(path: Path) -> int:
    """Replace the stock by what the file says; return how many items there are."""
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    Item.objects.all().delete()
    count = 0
    for row in rows:
        try:
            price = Decimal(row["price"].replace(",", "."))
            Item.objects.create(code=row["code"], name=row["name"], price=price)
            count += 1
        except Exception:
            pass
    return count
