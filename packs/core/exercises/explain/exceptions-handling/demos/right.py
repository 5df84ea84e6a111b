class ConfigError(Exception): pass

def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is no number") from error
