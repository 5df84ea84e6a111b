from copy import deepcopy

DEFAULTS = {"language": "it", "mail": {"sender": "noreply@shop.example", "copy_to": []}, "limits": {"users": 5}}


def settings_for(overrides):
    """The settings of a customer: the defaults, with what the customer changes (`overrides`, of the same form) laid over them."""
    settings = deepcopy(DEFAULTS)
    for key, value in deepcopy(overrides).items():
        if isinstance(value, dict):
            settings[key].update(value)
        else:
            settings[key] = value
    return settings
