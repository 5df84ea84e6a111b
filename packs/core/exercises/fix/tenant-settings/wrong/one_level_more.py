DEFAULTS = {"language": "it", "mail": {"sender": "noreply@shop.example", "copy_to": []}, "limits": {"users": 5}}


def settings_for(overrides):
    settings = dict(DEFAULTS)
    for key, value in overrides.items():
        if isinstance(value, dict):
            settings[key] = {**settings[key], **value}
        else:
            settings[key] = value
    return settings
