"""Where the program keeps its things on this machine; each can be set by an environment variable."""

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """What the candidate made: the database, workspaces, own packs (`SPARRING_DATA`)."""
    return Path(os.environ.get("SPARRING_DATA") or platformdirs.user_data_dir("sparring", appauthor=False))


def cache_folder() -> Path:
    """What can be made again: the compiled engine (`SPARRING_CACHE`)."""
    return Path(os.environ.get("SPARRING_CACHE") or platformdirs.user_cache_dir("sparring", appauthor=False))


def core_packs() -> Path:
    """The packs that come with the program (`SPARRING_PACKS`)."""
    given = os.environ.get("SPARRING_PACKS")
    return Path(given) if given else Path(__file__).parents[3] / "packs"


def requirements() -> Path:
    """The locked requirements of what installs on first use (`SPARRING_REQUIREMENTS`)."""
    given = os.environ.get("SPARRING_REQUIREMENTS")
    return Path(given) if given else Path(__file__).parents[3] / "requirements"
