"""Opens the database: makes its folder, brings the tables up to date, says in words why it cannot."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction

from sparring.core.problem import SparringError
from sparring.core.text import Message
from sparring.records.values import cannot_write

OURS, NUMBER = "records", 4
"""The app whose tables are ours, and how many digits begin a migration's name."""


def open_database() -> None:
    """Set Django up and migrate if needed; SparringError if the data folder cannot be used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sparring.config.settings")
    with _zone_kept():
        apps.populate(settings.INSTALLED_APPS)  # `django.setup` would load everything that answers requests, too
    name = str(settings.DATABASES["default"]["NAME"])
    try:
        if not name.startswith((":memory:", "file:")):
            Path(name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _private(Path(name))
        applied = _applied()
        if _ahead(applied):
            raise SparringError(Message("records.newer", {"path": name}))
        if _behind(applied):
            from django.core.management import call_command

            call_command("migrate", verbosity=0, interactive=False)
    except OSError as error:
        raise SparringError(Message("records.no-folder", {"path": str(Path(name).parent), "why": error.strerror or ""})) from error
    except OperationalError as error:
        raise cannot_write(error) from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise SparringError(Message("records.damaged", {"path": name, "why": str(error)})) from error


@contextmanager
def _zone_kept() -> Iterator[None]:
    """The machine's time zone stays: Django, once its settings are read, moves the whole process to its own, and a candidate's day with it."""
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    if hasattr(time, "tzset"):  # Windows has none, and Django leaves it alone there
        time.tzset()


def _private(database: Path) -> None:
    """The database is its owner's alone, even in a folder that is not; SQLite gives its companions the same mode."""
    database.touch(mode=0o600)
    for file in (database, *database.parent.glob(f"{database.name}-*")):
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)


def _applied() -> set[tuple[str, str]]:
    """The migrations that were applied, as app and name. Names are compared, not graphs: Django's own check takes longer than all the rest of the start."""
    if "django_migrations" not in connection.introspection.table_names():
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def _behind(applied: set[tuple[str, str]]) -> bool:
    """Whether a migration is missing."""
    return not applied or any((app.label, name) not in applied for app in apps.get_app_configs() for name in _migrations(Path(app.path)))


def _ahead(applied: set[tuple[str, str]]) -> bool:
    """Whether a newer program has changed the tables: one of our migrations was applied that comes after all that we know."""
    last = max(_migrations(Path(apps.get_app_config(OURS).path)), default="")[:NUMBER]
    return any(app == OURS and name[:NUMBER] > last for app, name in applied)


def _migrations(app: Path) -> list[str]:
    return [path.stem for path in (app / "migrations").glob("[0-9]*.py")]


def all_or_nothing() -> AbstractContextManager[None]:
    """What is written inside stays only if its end is reached."""
    return transaction.atomic()


def close_connection() -> None:
    """Close this thread's connection: a thread that ends leaves its own open otherwise."""
    connection.close()
