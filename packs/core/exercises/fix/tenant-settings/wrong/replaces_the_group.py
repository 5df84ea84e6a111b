from copy import deepcopy

DEFAULTS = {"language": "it", "mail": {"sender": "noreply@shop.example", "copy_to": []}, "limits": {"users": 5}}


def settings_for(overrides):
    return {**deepcopy(DEFAULTS), **deepcopy(overrides)}
