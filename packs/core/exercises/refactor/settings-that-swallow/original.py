def read_settings(lines):
    """The settings that the lines hold, by name."""
    result = {"port": 8000, "workers": 2, "debug": False}
    for line in lines:
        try:
            if line.strip() != "":
                if not line.strip().startswith("#"):
                    parts = line.split("=", 1)
                    name = parts[0].strip()
                    value = parts[1].strip()
                    if name == "port" or name == "workers":
                        result[name] = int(value)
                    else:
                        if name == "debug":
                            if value == "yes" or value == "true" or value == "1":
                                result[name] = True
                            else:
                                result[name] = False
                        else:
                            result[name] = value
        except Exception:
            pass
    return result
