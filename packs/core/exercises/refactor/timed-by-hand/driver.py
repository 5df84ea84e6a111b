def drive(steps):
    """Do the steps; what came back or was raised, and the diary."""
    warehouse, seen = Warehouse(), []
    for method, name, pieces in steps:
        try:
            seen.append(getattr(warehouse, method)(name, pieces))
        except (ValueError, LookupError) as error:
            seen.append(f"{type(error).__name__}: {error}")
    return seen, warehouse.diary
