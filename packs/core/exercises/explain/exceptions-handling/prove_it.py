"""`load` translates one error, with its cause, and leaves the others alone."""


def check(source, names):
    """None when it catches just what it can name."""
    load, error_type = names["load"], names["ConfigError"]
    if load("12") != 12:
        return "value"
    try:
        load("twelve")
    except error_type as error:
        if type(error.__cause__) is not ValueError:
            return "no-cause"
    except ValueError:
        return "not-translated"
    else:
        return "not-translated"
    try:
        load(None)
    except TypeError:
        return None
    except error_type:
        return "too-broad"
    return "too-broad"
