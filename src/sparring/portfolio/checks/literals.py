"""Passwords and keys that a program or its settings give as they are: what has no form of its own, and is known by the name beside it.

A value is told only where it looks chosen or drawn: letters with figures or signs. What stands there for somebody to fill in, is looked up elsewhere, or is
what remains of a password after hashing is none.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SETTINGS = re.compile(
    r"\.(py|ipynb|ini|cfg|toml|conf|config|properties|ya?ml|json|env|sh|bash|tf|tfvars)$|(^|/)(\.env\.[^/]+|Dockerfile|[^/]*\.dockerfile)$",
    re.IGNORECASE,
)
"""Files in which somebody gives a value to a name."""
_HINT = re.compile(r"pass|pwd|secret|token|key|://", re.IGNORECASE)
_SORT = r"(?:(?P<password>password|passwd|passphrase|passcode|pwd)|secret|token|(?:api|access|private|secret|encryption|signing|auth|account|master|service)[_-]?key)\d?"
_QUOTED = re.compile(
    rf"{_SORT}(?:[\"'][ \t]*\]?|[ \t]*:[ \t]*[A-Za-z][\w\[\]. |]{{0,40}}?(?=[ \t]*=))?[ \t]*(?:={{1,2}}|:)[ \t]*\(?[rb]?(?P<quote>[\"'])(?P<value>[^\"'\n]{{6,200}})(?P=quote)",
    re.IGNORECASE,
)
"""`DB_PASSWORD = "…"`, `"password": "…"`, `connect(password="…")`, `config["SECRET_KEY"] = "…"`."""
_DEFAULT = re.compile(
    rf"(?:env|environ\.get|setdefault|config)\([ \t]*[\"'][\w.-]{{0,60}}?{_SORT}[\"'][ \t]*,[ \t]*(?:default[ \t]*=[ \t]*)?(?P<quote>[\"'])(?P<value>[^\"'\n]{{6,200}})(?P=quote)",
    re.IGNORECASE,
)
"""What is taken where the environment says nothing: `getenv("DB_PASSWORD", "…")`."""
_BARE = re.compile(
    rf"^[ \t]*(?:-[ \t]*|export[ \t]+|ENV[ \t]+|ARG[ \t]+)?[\w.-]{{0,60}}?{_SORT}[ \t]*(?:=|:[ \t])[ \t]*(?P<value>[^\s\"'#\[{{(<,;][^\s\"',;]{{5,199}})[ \t]*(?:#.*)?$",
    re.IGNORECASE | re.MULTILINE,
)
"""The same without quotation marks, as settings write it: `password: …`, `DB_PASSWORD=…`."""
_UNQUOTED = re.compile(
    r"\.(ya?ml|env|ini|cfg|conf|config|properties|sh|bash)$|(^|/)(\.env\.[^/]+|Dockerfile|[^/]*\.dockerfile)$", re.IGNORECASE
)
_URL = re.compile(r"://(?P<user>[^\s:/@\"'<>{}$()]{0,80}):(?P<value>[^\s/@\"'<>{}$()]{4,120})@(?P<host>[\w.-]+)")
_HASHED = re.compile(
    r"^\$|^(pbkdf2|argon2|scrypt|bcrypt|sha\d*|md5|crypt|\{)\w*[$:}]|^[0-9a-f]{32}$|^[0-9a-f]{40}$|^[0-9a-f]{64}$|^[0-9a-f]{128}$",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"\.\.\.|…|\{[^}]*\}|\$[{(]|^\$\w|<[^>]*>|%\(|://|^(env|vault|op|ref|arn|ssm|secretsmanager|file|enc|kms|projects)[:\[/+]|^[./~]|environ|getenv",
    re.IGNORECASE,
)
"""A reference: what stands there is looked up when the program runs."""
_REFERENCE = re.compile(r"[A-Za-z_]\w*([.:/][A-Za-z_]\w*)+|[a-z_]+|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
"""A path of names, a bare word, a constant."""
_FILL_IN = frozenset(
    "password passwort pass passwd pwd secret secrets token key apikey api change changeme me please rotate replace your yours my example examples sample placeholder dummy fake "
    "mock test testing tests insecure unsafe xxx xxxx todo none null insert enter here some foo bar baz qwerty letmein admin root user guest postgres mysql redis rabbitmq default "
    "dev develop development local localhost demo value string hidden redacted masked removed not set real correct valid invalid wrong abc cambiami cambia esempio inserisci tua "
    "tuo segreto segreta prova finto finta qui supersecret minioadmin required sha md oauth base utf scram bcrypt argon pbkdf hs rs es".split()
)
"""Words of values that nobody chose to be secret: to be filled in, of a first try, or the name of a method."""
_MINE = re.compile(r"^(my|your)(?=.)")
_RUN = re.compile(r"(.)\1{4,}|0123|1234|2345|4567|6789|abcd|asdf|qwer", re.IGNORECASE)
_SIGNING = re.compile(
    r"(secret[_-]?key|(jwt|session|cookie|app|flask|django|auth|token|csrf|signing|hmac)[_-]?secret([_-]?key)?|signing[_-]?key|encryption[_-]?key)\d?$",
    re.IGNORECASE,
)
"""Names of what a program signs or encrypts with: whatever stands there is the secret, however short or simple."""
_OF_A_SERVICE = re.compile(
    r"(?<![a-z])(db|database|sql|mysql|mariadb|mssql|oracle|postgres(ql)?|pg|mongo(db)?|redis|rabbit(mq)?|amqp|broker|smtp|mail|email|imap|s?ftp|ssh|ldap|admin|root|superuser|wifi|vpn"
    r"|elastic|neo4j|proxy|basic[_-]?auth)[_-]?(user[_-]?)?(password|passwd|passphrase|pwd|pass)\d?$",
    re.IGNORECASE,
)
"""Names of passwords of a server or an account: a word there is one, while a bare `PASSWORD = "..."` may be a field's name or a label."""
_WORDS_ONLY = re.compile(r"[A-Za-z]{3,}(-[A-Za-z]+)*")
_PRODUCTS = frozenset(
    "wordpress nextcloud grafana keycloak airflow odoo mariadb mongo mongodb oracle django flask fastapi celery elastic elasticsearch kafka zabbix drupal joomla superset metabase "
    "internal external public private production staging service client server backend frontend database dbuser dbpass dbpassword username basic bearer plain environ vault".split()
)
"""Words that stand for a password because a program's manual has them, or because they say what it is for."""
_LEET = str.maketrans("013457@$", "oieastas")
_NAME = re.compile(
    r"(?<![\w-])[A-Za-z_][\w-]*(?:password|passwd|passphrase|passcode|pwd|secret|token|key)\d?(?![\w-])|\b(?:password|passwd|passphrase|passcode|pwd|secret|token)\d?\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[a-z]+", re.IGNORECASE)
_OWN_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMED_INVENTED = frozenset("test tests testing fake dummy example sample mock fixture fixtures expected invalid wrong bad".split())
DRAWN = 16
"""Characters from which a key is long enough to have been drawn."""
CHOSEN = 10
"""Characters from which a key that somebody made up is one."""
MIXED = 2.8
"""Bits of entropy a character from which it looks drawn: sixteen different characters have 4, English words joined by dashes also have less of figures."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that opens something: its line (from 1), the name beside it, the value, and whether the name itself says that it is invented."""

    line: int
    name: str
    value: str
    invented: bool


def told_by_name(path: str) -> bool:
    """Whether values stand beside names in a file with this path."""
    return bool(_SETTINGS.search(path))


def literals(path: str, text: str) -> Iterator[Literal]:
    """The secrets of a file that `told_by_name`, in the order of the lines."""
    if not _HINT.search(text):
        return
    if path.lower().endswith(".ipynb"):
        text = text.replace('\\"', '"')
    found: dict[tuple[int, str], Literal] = {}
    for pattern in (_QUOTED, _DEFAULT, _URL, *([_BARE] if _UNQUOTED.search(path) else [])):
        for match in pattern.finditer(text):
            literal = _read(match, text)
            if literal:
                found.setdefault((literal.line, literal.value), literal)
    yield from sorted(found.values(), key=lambda literal: literal.line)


def _read(match: re.Match[str], text: str) -> Literal | None:
    value, start = match["value"], match.start("value")
    if match.re is _URL:
        opens, name = _of_an_address(value, match["user"], match["host"]), "URL"
    else:
        name = _name(text[max(0, match.start() - 80, text.rfind("\n", 0, start) + 1) : start])
        signing = bool(_SIGNING.search(name))
        opens = (_is_password(value) if match["password"] or signing else False) or (not match["password"] and _is_key(value))
        opens = opens or ((signing or bool(_OF_A_SERVICE.search(name))) and _is_word(value, text))
    if not opens or "public" in name.lower():
        return None
    return Literal(
        text.count("\n", 0, start) + 1,
        name,
        value,
        invented=not _NAMED_INVENTED.isdisjoint(word.lower() for word in _OWN_WORDS.findall(name)),
    )


def _name(before: str) -> str:
    """The name that a value is given to: the last one before it that says what it is."""
    names: list[str] = [match[0] for match in _NAME.finditer(before)]
    return names[-1] if names else ""


def _is_password(value: str) -> bool:
    """Whether somebody chose it: letters, and figures or signs among them."""
    letters, figures = bool(re.search(r"[^\W\d_]", value)), bool(re.search(r"\d", value))
    signs = re.search(r"[^\w\s.:/-]", value)
    return letters and bool(figures or signs) and " " not in value and not _is_none(value) and not _HASHED.search(value)


def _is_word(value: str, text: str) -> bool:
    """Whether a plain word, or some joined by dashes, was chosen to be secret: none that stands for another, nor one that the file has elsewhere (the user's or project's name)."""
    words = {_MINE.sub("", word.lower()) for word in (*_PART.findall(value), *_OWN_WORDS.findall(value))}
    once = len(re.findall(rf"(?<![A-Za-z]){re.escape(value)}(?![A-Za-z])", text, re.IGNORECASE)) == 1
    return bool(_WORDS_ONLY.fullmatch(value)) and once and words.isdisjoint(_FILL_IN | _PRODUCTS) and not _RUN.search(value)


def _is_key(value: str) -> bool:
    """Whether it was drawn (long, without spaces, of many characters, with figures in a part that no word fills), or chosen as a password is, with a sign that no name has."""
    if len(value) >= CHOSEN and re.search(r"[^\w\s.:/,;@=+-]", value) and re.search(r"\d", value) and _is_password(value):
        return True
    if len(value) < DRAWN or not re.fullmatch(r"[\x21-\x7e]+", value) or _is_none(value):
        return False
    longest = max(re.split(r"[-_.]", value), key=len)
    return (
        len(longest) >= 10
        and bool(re.search(r"\d", longest))
        and bool(re.search(r"[a-z]", value, re.IGNORECASE))
        and _entropy(value) > MIXED
    )


def _of_an_address(value: str, user: str, host: str) -> bool:
    """Whether the password in an address opens something: none for the machine at hand, and none that is the user's name."""
    elsewhere = "." in host and not re.fullmatch(
        r"127[\d.]+|0\.0\.0\.0|.*\.(local|internal|test|invalid|localhost)|(.*\.)?example\.\w+", host
    )
    mixed = bool(re.search(r"\d|[^\w]", value))
    return value.lower() != user.lower() and not _is_none(value, whole=False) and (mixed or elsewhere)


def _is_none(value: str, *, whole: bool = True) -> bool:
    """Whether a value is to be filled in, looked up, or the name of something. `whole`: a bare word is no secret."""
    if _LOOKED_UP.search(value) or (whole and _REFERENCE.fullmatch(value)):
        return True
    if len(value) >= LONG and not re.search(r"[-_. ]", value):
        return bool(re.match(r"your|change|insert|example|replace|xxx|placeholder", value, re.IGNORECASE) or re.search(r"(.)\1{5,}", value))
    return any(_filled_in(text) for text in (value, value.translate(_LEET))) or bool(_RUN.search(value))


def _filled_in(value: str) -> bool:
    """Whether at least half of a value's letters are words of values that stand for another."""
    words = _PART.findall(value)
    return 2 * sum(len(word) for word in words if _MINE.sub("", word.lower()) in _FILL_IN) >= max(1, sum(map(len, words)))


LONG = 32
"""Characters from which a value without any sign was drawn: words in it are chance."""


def _entropy(value: str) -> float:
    """Bits a character (Shannon)."""
    return -sum(count / len(value) * math.log2(count / len(value)) for count in (value.count(char) for char in set(value)))
