def common_manager(managers: dict[str, str], one: str, other: str) -> str | None:
    """Return the nearest person above both, themselves included; None if there is none."""
    raise NotImplementedError
