"""The program as it is set up on one machine for one person."""

from typing import Any

from sparring.config import folders
from sparring.usecases.app import App


def open_app(**changes: Any) -> App:
    """The embedded program; `changes` replace fields of `App`."""
    data = folders.data_folder()
    own = sorted(path for path in (data / "packs").glob("*") if path.is_dir()) if (data / "packs").is_dir() else []
    return App(**{"packs": (folders.core_packs() / "core", *own), "cache": folders.cache_folder(), "data": data, **changes})
