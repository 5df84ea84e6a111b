class ConfigError(Exception): pass
def load(text):
    return int(text)
