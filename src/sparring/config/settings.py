"""Django's settings, embedded: SQLite in WAL mode, one local learner."""

import os

from sparring.config.folders import data_folder

SECRET_KEY = os.environ.get("SPARRING_SECRET_KEY", "embedded: sessions live in the local database, the start token guards the page")
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["sparring.records.apps.RecordsConfig"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("SPARRING_DATABASE") or str(data_folder() / "sparring.sqlite3"),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
}
