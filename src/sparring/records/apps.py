"""The Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Sparring's records."""

    name = "sparring.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
