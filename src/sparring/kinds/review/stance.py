"""Whether a remark objects at all: "the key is fine", "the log does not contain the token" lie on the right lines in the right words, and find nothing.

Two signs. What calls the place good without a "not", a "should" or a "but"; and what denies, as a matter of fact, a word of the fault that its author never denies. What
asks ("must not be logged", "don't retry") denies nothing: it is what a reviewer says.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sparring.core.text import Language
from sparring.kinds.review.polarity import approving
from sparring.language.reading import Read, read
from sparring.language.text import NEGATIONS, STOPWORDS

_FINE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:is|are|looks?|seems?|works?|that's|it's|all)\s+(?:\w+ly\s+|just\s+|quite\s+|all\s+)?(?:fine|good|ok|okay|correct|right|safe|great"
        r"|sound|intended|bounded|limited|paginated|idempotent|handled|escaped|validated|protected|thread-safe)\b(?!\s+away)"
        r"|\b(?:good|great|nice|glad)\s+(?:that|to see|idea|choice|use|job|work)\b|^(?:good|great|nice|fine|ok|okay|lgtm|perfect|well done)\b"
        r"|\b(?:no|nothing|not an?)\s+(?:problem|issue|bug|concern|wrong|stale|leak)\b|\blgtm\b|\bwell done\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"\b(?:è|e'|sono|sembra|sembrano|pare)\s+(?:\w+mente\s+|tutto\s+|già\s+)?(?:giust[oaie]|corrett[oaie]|sicur[oaie]|ok|perfett[oaie]|ottim[oaie]"
        r"|ben[ei]|a posto|volut[oaie]|limitat[oaie]|idempotent[ei]|gestit[oaie]|validat[oaie]|protett[oaie])\b"
        r"|\b(?:va|vanno|tutto)\s+bene\b|\b(?:ottim[oa]|bene|bello|bravo)\s+(?:che|così|l'|la|il)\b|^(?:ottim[oa]|giust[oa]|bene|bravo|perfetto|ok)\b"
        r"|\b(?:nessun|nessuna|niente|nulla)\s+(?:problema|errore|bug|rischio|di strano|da dire|di sbagliato)\b|\ba posto\b",
        re.IGNORECASE,
    ),
}
_NOT_SO = re.compile(
    r"\b(?:not|never|neither|hardly|isn't|aren't|doesn't|don't|won't|would|should|could|must|might|only|if|as if|non|mai|nemmeno|sarebbe|dovrebbe|potrebbe|deve|solo|se|come se)\b",
    re.IGNORECASE,
)
"""Before what calls something good: then it does not."""
_TAKES_BACK = re.compile(
    r"\b(?:but|however|although|though|unless|except|until|only|instead|otherwise|if|should|would|must|needs?|missing|lacks?|wrong"
    r"|ma|però|tuttavia|anche se|a meno che|tranne|finché|solo|soltanto"
    r"|invece|altrimenti|se|dovrebbe|sarebbe|deve|serve|manca|mancano|sbagliat[oa])\b",
    re.IGNORECASE,
)
"""Behind it: an objection comes after the praise."""
_LACKS = re.compile(
    r"\b(?:lacks?|lacking|missing|without|never|no|not|nothing|nobody|only|alone|manca|mancano|senza|mai|non|nessun\w*|niente|nulla|solo|soltanto)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:must|should|shall|needs?|ought|has to|have to|better|please|otherwise|so that|would|could|might|may"
    r"|deve|devono|dovrebbe|dovrebbero|bisogna|va|vanno|serve|meglio|altrimenti|sarebbe|potrebbe|così)\b"
    r"|^(?:do not|don't|never|avoid|non|mai|evita)\b|\?",
    re.IGNORECASE,
)
_WHAT = r"[^.,;:!?]{2,60}?"
_DISMISSES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:no|not any)\s+(?P<a>{_WHAT})\s+(?:(?:is|are)\s+)?(?:needed|necessary|required|possible|worth it)\b"
        rf"|\b(?:no|any)\s+need\s+(?:for|of|to)\s+(?P<b>{_WHAT})(?=[.,;:!?]|$)"
        rf"|(?P<c>{_WHAT})\s+(?:is|are)(?:\s+not|n't)\s+(?:\w+ly\s+)?(?:needed|necessary|required|possible|worth it)\b"
        rf"|(?P<d>{_WHAT})\s+(?:is|are|would be|seems?)\s+(?:unnecessary|superfluous|overkill|impossible|pointless|too much)\b"
        rf"|\b(?:do not|does not|don't|doesn't|needn't)\s+(?:need\s+|require\s+)?(?P<e>{_WHAT})(?=[.,;:!?]|$)",
        re.IGNORECASE,
    ),
    "it": re.compile(
        rf"(?P<a>{_WHAT})\s+(?:qui\s+)?non\s+(?:serv\w+|occorr\w+|ci vuole|è necessari[oa]|sono necessari[ei]|è possibile|sono possibili)\b"
        rf"|\bnon\s+(?:serv\w+|occorr\w+|ci vuole|c'è bisogno|è necessari[oa]|è possibile)\s+(?P<b>{_WHAT})(?=[.,;:!?]|$)"
        rf"|(?P<c>{_WHAT})\s+(?:è|sono|sarebbe|sembra)\s+(?:inutil[ei]|superflu[oaie]|impossibil[ei]|esagerat[oaie])\b"
        rf"|\b(?:nessun\w*'?|niente)\s*(?P<d>{_WHAT})\s+(?:è\s+)?(?:possibile|necessari[oa])\b",
        re.IGNORECASE,
    ),
}
"""What is said not to be needed, or not to be possible."""
_NEED = re.compile(
    r"need|necess|requir|worth|superflu|overkill|pointless|too much|\bserv|occorr|ci vuole|bisogno|inutil|esagerat", re.IGNORECASE
)
"""In such a match: it is about need."""
_ADVICE = frozenset(
    "include return bound limit add use put move check validate catch raise set make keep store pass wrap close await give require test assert compare log hash"
    " escape copy split read write"
    " ask send cap invalidate clear reset lock commit roll fix sort bind parametrise parameterise"
    " metti restituisci limita aggiungi usa sposta controlla valida cattura solleva imposta fai tieni salva"
    " passa chiudi dai richiedi prova confronta scrivi copia leggi invia blocca svuota ordina ripulisci".split()
)


def approves(said: str, author: Iterable[str], language: Language) -> bool:
    """Whether a remark says that all is well with what its author's texts (`author`: paraphrases and story) object to."""
    return _calls_fine(said, language) or approving(said, language) or _denies(said, author, language)


def dismisses(said: str, author: Iterable[str], names: Iterable[str], language: Language) -> bool:
    """Whether a remark waves the fault away: says that what its author finds lacking or advises is not needed, or that what the trade calls it (`names`) cannot be."""
    found = _DISMISSES[language].search(said)
    if not found or "?" in said or _TAKES_BACK.search(said[found.end() :]):
        return False
    what = next(part for part in found.groups() if part)
    if any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", what.lower()) for name in names):
        return True
    cures = _cures(author, language)
    return any(token.stem in cures for one in read(what, language, {}) for token in one.sentence.tokens)


def unneeded(said: str, language: Language) -> str:
    """What a remark says is not needed, or is too much; '' if it says so of nothing, or only asks."""
    found = _DISMISSES[language].search(said)
    if not found or "?" in said or not _NEED.search(found.group()):
        return ""
    return next(part for part in found.groups() if part)


def _cures(author: Iterable[str], language: Language) -> set[str]:
    """What an author says to use, and what is only ever said to be lacking."""
    author = tuple(author)
    found = {stem for stem, said in _polarities(author, language).items() if said == {False}}
    small = STOPWORDS[language] | NEGATIONS[language]
    for one in (each for text in author for each in read(text, language, {})):
        first, *rest = one.sentence.tokens
        if first.text in _ADVICE:
            found |= {token.stem for token in [each for each in rest if each.text not in small][:1]}
    return found


def _calls_fine(said: str, language: Language) -> bool:
    found = _FINE[language].search(said)
    if not found or "?" in said:
        return False
    before = " ".join(said[: found.start()].split()[-5:])
    return not _NOT_SO.search(before) and not _TAKES_BACK.search(said[found.end() :])


def _denies(said: str, author: Iterable[str], language: Language) -> bool:
    """Whether it denies as a fact a word that the author only ever affirms. Of what is missing both may be said: "does not contain the tenant", "holds the id alone"."""
    author = tuple(author)
    if any(_LACKS.search(text) and not _ASKS.search(text) for text in author):
        return False
    known = _polarities(author, language)
    if not known:
        return False
    for one in read(said, language, {}):
        text = " ".join(token.text for token in one.sentence.tokens)
        if _ASKS.search(said[one.sentence.start : one.sentence.end]) or _ASKS.search(text):
            continue
        if any(known.get(stem) == {True} for stem in _denied(one)):
            return True
    return False


def _polarities(author: Iterable[str], language: Language) -> dict[str, set[bool]]:
    """Each word that carries meaning: whether the author's texts affirm it, deny it, or both; what is advice ("include the tenant") says both."""
    small = STOPWORDS[language] | NEGATIONS[language]
    found: defaultdict[str, set[bool]] = defaultdict(set)
    for text in author:
        for one in read(text, language, {}):
            advice = bool(_ASKS.search(text)) or one.sentence.tokens[0].text in _ADVICE
            denied = set(_denied(one))
            for token in one.sentence.tokens:
                if token.text not in small:
                    found[token.stem] |= {True, False} if advice else {token.stem not in denied}
    return found


def _denied(one: Read) -> list[str]:
    """The stems that a negation reaches, of which it is said that they are not so."""
    return [one.sentence.tokens[n.target].stem for n in one.negations if n.target >= 0 and not n.soft and not n.open]
