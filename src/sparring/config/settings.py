"""Django's settings, embedded: SQLite in WAL mode, one local learner, pages for this machine alone."""

import os
from pathlib import Path

from sparring.config.folders import data_folder

WEB = Path(__file__).parent.parent / "web"

SECRET_KEY = os.environ.get(
    "SPARRING_SECRET_KEY", "embedded: nothing is signed with it; web/access.py has its own secret in the data folder"
)
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("it", "Italiano")]
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

ROOT_URLCONF = "sparring.web.urls"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
MIDDLEWARE = [
    "sparring.web.middleware.Policy",
    "sparring.web.middleware.Heads",
    "sparring.web.middleware.Speaking",
    "sparring.web.middleware.Errors",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "sparring.web.pages.Pages",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "context_processors": ["sparring.web.context.page"],
            "libraries": {"sparring": "sparring.web.templatetags.sparring"},
            "builtins": [f"sparring.web.templatetags.{name}" for name in ("sparring", "lab", "speech")],
        },
    }
]
CSRF_COOKIE_NAME = "sparring_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "sparring.web.views.errors.csrf_failed"
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 << 20  # web/gate.py refuses more than that before Django reads it
LOGGING_CONFIG = None
