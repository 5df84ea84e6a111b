class ConfigError(Exception): pass
def load(text):
    return float(text) + 1
