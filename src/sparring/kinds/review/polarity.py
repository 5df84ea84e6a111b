"""Whether a remark as a whole approves: some part of it calls the place good or waves a worry away, and no part states a fault, a consequence or a remedy.

A remark is read clause by clause, for a "not" reaches no further: "the lock is not needed, it is fine" calls it fine. What calls something good turns round under a
"not" or a "would", what names a worry ("a problem", "risk") turns round under a "no"; a clause behind a "but" that does not approve objects, whatever it says.
"""

import re
from collections.abc import Mapping

from sparring.core.text import Language

_CLAUSE = re.compile(
    r"[.,;:!()–—]+\s|[.!]+$|\b(?=(?:but|however|although|though|yet|except that|unless|because|and|ma|però"
    r"|tuttavia|anche se|a meno che|perché|e|ed)\s)"
)
_BUT = re.compile(r"\s*(?:but|however|although|though|yet|except that|unless|ma|però|tuttavia|anche se|a meno che)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|no|never|neither|hardly|cannot|nothing|nobody|none|\w+n't|would be|should be|could be|must be"
    r"|only|if|non|nessun\w*'?|mai|niente|nulla|nemmeno"
    r"|sarebbe|dovrebbe|potrebbe|deve|solo|se)\b",
    re.IGNORECASE,
)
_GOOD: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:is|are|looks?|seems?|was|that's|it's|all|perfectly|quite|totally|just|i am"
        r"|i'm)\s+(?:\w+\s+){0,2}?(?:fine|good|ok|okay|correct|right|safe|great|sound|harmless"
        r"|acceptable|reasonable|sensible|intended|justified|happy)\b(?!\s+away|\s+place)"
        r"|^\s*(?:good|great|nice|nicely|fine|ok|okay|lgtm|perfect|well done|correct|right)\b(?!\s+away)"
        r"|\b(?:good|great|nice|right|correct|sensible)\s+(?:idea|choice|use|job|work|handling|call"
        r"|decision)\b|\b(?:i like|lgtm|well done|approved?)\b"
        r"|\b(?:leave|keep)\s+(?:\w+\s+){1,4}?(?:as|like)\s+(?:it is|is|it stands|this)\b|\b(?:keep|leave) it\b$",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"(?<!\w)(?:è|e'|sono|sembra|sembrano|pare|mi pare|mi sembra)\s+(?:\w+\s+){0,2}?(?:giust\w+"
        r"|corrett[oaie]|sicur[oaie]|ok|perfett[oaie]|ottim[oaie]|ben[ei]|a posto"
        r"|innocu[oaie]|accettabil[ei]|ragionevol[ei]|sensat[oaie]|volut[oaie]|inoffensiv[oaie])\b"
        r"|\b(?:va|vanno|tutto|sta|andrà|funziona)\s+(?:più che\s+|tutto\s+)?(?:ben\w*|ok|a posto"
        r"|alla grande)\b|\b(?:mi piac\w+|approv[oa]|complimenti|a posto|mi va bene|per me ok|ok per me)\b"
        r"|^\s*(?:ottim[oa]|giust[oa]|ben[ei]|benissimo|brav[oai]|perfett[oa]|ok|corrett[oa])\b|\b(?:scelta"
        r"|idea|gestione|lettura|uso|soluzione)\s+(?:\w+\s+){0,3}?(?:giusta|corretta|perfett[oa]|ottim[oa]|buon[oa])\b"
        r"|\b(?:ottim[oa]|buon[oa]|bell[oa]|giust[oa])\s+(?:idea|scelta|uso|lavoro|soluzione)\b"
        r"|\b(?:lascer\w+|lascial\w+|lasciamol\w+|terre\w+|si può tenere|si può lasciare)\b(?:\s+\w+){0,3}?(?:\s+(?:com'è|così|come sta)|$)",
        re.IGNORECASE,
    ),
}
_WORRY: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:problems?|issues?|bugs?|concerns?|wrong|risks?|risky|dangers?|dangerous|harm|hurts?|worr(?:y"
        r"|ies|ied)|bothers?|objections?|complaints?|to add|to object)\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"\b(?:problem[ai]|bug|risch\w+|pericol\w+|preoccup\w+|fastidio|dann\w+|guai\w*|sbagliat\w+"
        r"|obiezion\w+|da ridire|da dire|da segnalare|da obiettare|di male|di strano|di sbagliato)\b",
        re.IGNORECASE,
    ),
}
_SO = re.compile(r"\b(?:cannot|can't|can not|could never|non può|non possono|impossibil\w+)\b", re.IGNORECASE)
_NEEDLESS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bno\s+(?:real\s+)?(?:need|reason)\s+(?:for|to|of)\b|\bneed not\b|\bneedn't\b|\bthere is no need\b|^\s*no need\s*$", re.IGNORECASE
    ),
    "it": re.compile(
        r"\bnon\s+(?:c'è|vedo|ha|hanno)\s+(?:alcun\s+)?bisogno\b|\bnon\s+(?:serve|occorre|bisogna"
        r"|è necessario)\s+\w+(?:are|ere|ire|arlo|erlo|irlo|arla|erla|irla)\b",
        re.IGNORECASE,
    ),
}
_OBJECTS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:should|must|needs? to|ought|has to|missing|lacks?|without|instead|otherwise|never|nobody|wrong"
        r"|broken|breaks?|fails?|crash\w*|hangs?|leaks?|los(?:es?|t)|swallow\w*|hid(?:es?|den)"
        r"|silent\w*|wast\w+|too (?:broad|wide|big|slow|many|much|late|early)|for ever|forever)\b"
        r"|^\s*(?:please\s+)?(?:use|add|move|wrap|catch|raise|replace|remove|check|pass|return|close|split|set)\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"\b(?:dovrebb\w+|dev[eo]\w*|bisogna|manca(?:no)?|senza|invece|altrimenti|mai|nessuno|sbagliat\w+"
        r"|romp\w+|fallis\w+|blocca\w*|perd\w+|ingoia\w*|nascond\w+|nascost\w+"
        r"|silenzio\w*|troppo|per sempre|spreca\w*)\b|^\s*(?:usa|aggiungi|sposta|metti|cattura|solleva"
        r"|sostituisci|togli|controlla|passa|restituisci|chiudi|dividi|limita)\b",
        re.IGNORECASE,
    ),
}
_REACH = 6
"""How many words before it a "not" reaches."""


def approving(said: str, language: Language) -> bool:
    """Whether the remark says that all is well, and nothing else; what asks does not say so."""
    if "?" in said:
        return False
    signs = [_sign(clause, language) for clause in _CLAUSE.split(said) if clause and clause.strip()]
    return any(sign > 0 for sign in signs) and not any(sign < 0 for sign in signs)


def _sign(clause: str, language: Language) -> int:
    """1 if a clause approves, -1 if it objects, 0 if it only tells."""
    found = [*(_turned(clause, each, 1) for each in _GOOD[language].finditer(clause))]
    found += [_turned(clause, each, -1) for each in _WORRY[language].finditer(clause)]
    if _NEEDLESS[language].search(clause):
        found.append(1)
    if any(sign < 0 for sign in found):
        return -1
    if found:
        return 1
    if _BUT.match(clause):
        return -1
    objects = _OBJECTS[language].search(clause)
    return _turned(clause, objects, -1, at_all=False) if objects else 0


def _turned(clause: str, found: re.Match[str], sign: int, *, at_all: bool = True) -> int:
    """The sign, turned round by a "not" shortly before; `at_all`: else what is denied says nothing."""
    before = " ".join([*clause[: found.start()].split()[-_REACH:], *found.group().split()[:-1]])
    behind = clause[found.end() :]
    denied = len(_NOT.findall(before)) % 2 == 1 or bool(sign < 0 and _SO.search(behind))
    if not denied:
        return sign
    return -sign if at_all else 0
