class ConfigError(Exception): pass
def load(text):
    try:
        return int(text)
    except ValueError:
        raise ConfigError(text)
