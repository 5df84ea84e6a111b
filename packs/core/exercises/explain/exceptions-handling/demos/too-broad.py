class ConfigError(Exception): pass
def load(text):
    try:
        return int(text)
    except Exception as error:
        raise ConfigError(text) from error
