"""The names of our cookies. Outside they carry a secret prefix, inside (for the pages) they go without it.

Cookies know no ports: a server on another port of this host can set one of any name for all of it. So only cookies whose name begins with what no
other server was ever shown (`Access.cookie`) reach the pages: nobody else sets a language, or a token that every form would then fail on.
"""

from collections.abc import Iterable

from sparring.web.reply import Scope

LANGUAGE_COOKIE = "sparring_language"
Headers = Iterable[tuple[bytes, bytes]]


def inward(scope: Scope, prefix: str) -> Scope:
    """The request with our cookies alone, under the names that the pages know."""
    own = f"{prefix}_"
    kept: list[tuple[bytes, bytes]] = []
    for name, value in scope["headers"]:
        if name.lower() != b"cookie":
            kept.append((name, value))
            continue
        parts = (part.strip() for part in value.decode("latin-1").split(";"))
        ours = "; ".join(part.removeprefix(own) for part in parts if part.startswith(own))
        if ours:
            kept.append((name, ours.encode("latin-1")))
    return {**scope, "headers": kept}


def outward(headers: Headers, prefix: str) -> list[tuple[bytes, bytes]]:
    """An answer's headers with the cookies that it sets under the names that the browser keeps."""
    own = f"{prefix}_".encode()
    return [(name, own + value if name.lower() == b"set-cookie" else value) for name, value in headers]
