"""Whether a line of a split says how well something is done, and nothing of what: "do the tests properly", "tenere conto del rollback".

Such a line has the form of work (an infinitive, an imperative) and no particular of its own: a verb that does nothing ("handle", "valorizzare"), a manner ("in modo adeguato",
"thoroughly"), and the name of a task. Any particular makes it work: a figure, a second piece, a name, a place, a circumstance, one word more than a name has.
"""

import re

NAMES = 2
"""Words of which the name of a task may consist."""
_VAGUE = (
    r"(?:adeguat|appropriat|opportun|corrett|miglior|ottim|accurat|professional|efficient|efficac|rigoros|pulit|giust|sensat|intelligent|attent|seri|responsabil|robust"
    r"|ordinat|approfondit|esaustiv|esemplar|dignitos|decent|solid|diligent|scrupolos|impeccabil|eccellent|proper|appropriate|right|correct|best|good|careful|thorough"
    r"|clean|adequate|suitable|reasonable|sensible|smart|responsible|rigorous|excellent|effective|sound|great|decent|diligent|due|highest|utmost|massim|dovut|necessari|giust)\w*"
)
_CARE = (
    r"(?:cura|attenzione|scrupolo|diligenza|impegno|passione|rigore|serietà|professionalità|criterio|buon\s?senso|amore|dedizione|coscienza|precisione"
    r"|care|attention|diligence|passion|commitment|rigou?r|love|dedication|professionalism|common sense|precision)"
)
_MANNER = re.compile(
    rf"\b(?:in (?:modo|maniera) {_VAGUE}|in (?:an? )?{_VAGUE} (?:way|manner|fashion)|(?:nel modo|nella maniera|nel) (?:più )?{_VAGUE}(?: (?:dei modi|possibile))?"
    rf"|the {_VAGUE} way|con (?:la |il |tutt[oa] (?:la |il |l['’])?|l['’])?(?:{_VAGUE} )?{_CARE}(?: {_VAGUE})?|with (?:all |the |our )*(?:{_VAGUE} )?{_CARE}(?: and {_CARE})?"
    r"|al meglio|per il meglio|a dovere|per bene|a fondo|a regola d['’]arte|come si deve|come (?:va|deve essere) fatt[oa]|di qualità|di (?:alta|ottima|prima) qualità"
    r"|(?:to a |to the )?(?:very )?high(?:est)?[- ]standards?|(?:of )?(?:a )?(?:high|top|good)[- ]quality|as (?:it|they) should be"
    r"|(?:as )?(?:best|well) (?:as )?(?:we can|possible)"
    r"|secondo le best practices?|(?:following|according to|by) (?:the )?best practices?|nel rispetto delle best practices?"
    r"|(?:adeguat|opportun|corrett|accurat|attent|scrupolos|diligent|professional|efficac|efficient|seri|rigoros|meticolos|ottim|debit|responsabil|approfondit)a?mente"
    r"|bene|benissimo|properly|adequately|appropriately|carefully|thoroughly|correctly|accurately|well|nicely|cleanly|diligently|professionally|effectively|efficiently"
    r"|seriously|responsibly|rigorously|meticulously|optimally|suitably|duly|conscientiously|scrupulously|smoothly|wisely|in depth)\b",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"^\W*(?:\d+\W+)?(?:(?:keep|keeping|bear|bearing|hold)\b(?=.* in mind\b)|tak(?:e|ing) (?:good |great |proper )?care of|tak(?:e|ing)\b(?=.* (?:seriously|into account)\b)"
    r"|leverag(?:e|ing)|embrac(?:e|ing)|foster(?:ing)?|champion(?:ing)?|pay(?:ing)? attention to|focus(?:ing)? on|believe in|invest in|prioriti[sz]e|strive for"
    r"|tenere (?:(?:ben )?presente|a mente|conto|in considerazione|in conto)|valorizzare|presidiare|abbracciare|sfruttare|promuovere|favorire|puntare su|credere in"
    r"|fare attenzione|prestare attenzione|porre attenzione|dare (?:la (?:giusta )?|il (?:giusto )?)?(?:importanza|peso|risalto|spazio|priorità)"
    r"|prendersi cura|avere cura|avere a cuore"
    r")(?=\W|\w*['’])",
    re.IGNORECASE,
)
"""Verbs behind which nothing is done."""
_FAINT = re.compile(
    r"^\W*(?:\d+\W+)?(?:ensur(?:e|ing)|mak(?:e|ing) sure|handl(?:e|ing)|manag(?:e|ing)|look(?:ing)? after|deal(?:ing)? with|guarantee(?:ing)?"
    r"|garantire|assicurar(?:e|si)|gestire|curare|seguire|occuparsi|affrontare)\b(?=.*\b"
    r"(?:robust|solid|reliable|secure|safe|up to date|in (?:good )?shape|good|fine|correct|complete|smooth(?:ly)?|works?|covered|clean"
    r"|excellent|quality"
    r"|robust[aoie]|solid[aoie]|affidabil[ei]|sicur[aoie]|sicurezza|aggiornat[aoie]|corrett[aoie]|complet[aoie]|funzion(?:i|ino|a|ano)"
    r"|a posto|pulit[aoie]|qualità|bontà|correttezza)\b)",
    re.IGNORECASE,
)
"""Verbs that do something only where more is said than that it be good."""
_GOOD = re.compile(
    r"\b(?:in mind|into account|seriously|that|che|be|is|are|sia|siano|è|sono|up to date|in (?:good )?shape|robust\w*|solid\w*"
    r"|reliable|secure|safe|good|fine|correct\w*|complete?\w*"
    r"|smooth\w*|works?|covered|clean|excellent|quality|qualità|affidabil\w+|sicur\w+|aggiornat\w|corrett\w+|funzion(?:i|ino|a|ano)|a posto|pulit\w|bontà|merita|deserves?|giust\w"
    r"|importance|importanza|goes|go|vada|vadano|vad[ao]no|resti|restino)\b",
    re.IGNORECASE,
)
_MAKING = re.compile(
    r"^\W*(?:\d+\W+)?(?:do|doing|make|write|build|develop|implement|create|carry out|deliver|perform|execute|run|prepare|conduct|realise|realize|ship|test|review|document"
    r"|fare|scrivere|sviluppare|implementare|creare|realizzare|eseguire|effettuare|condurre|preparare|svolgere|portare avanti|testare|rivedere|documentare|consegnare)\b",
    re.IGNORECASE,
)
"""Verbs of making, with which a line of a manner begins; what they make is still to be named."""
_SMALL = frozenset(
    "the a an our all every each any of to it its them and il lo la i gli le l un una uno di del dello della dei degli delle d dell a al alla ai agli alle tutto tutta tutti tutte "
    "ogni e ed nostro nostra su sul sulla sulle sui".split()
)
_PARTICULAR = re.compile(r"\d|[:;,(–—]|\s-\s|[\"“«`_/]|(?<=\w\s)[A-Z][a-zà-ÿ]{2,}")
_WORD = re.compile(r"[^\W\d_]+")


def only_manner(line: str) -> bool:
    """Whether a line has a manner, or a verb that does nothing, beside the name of a task, and no more."""
    line = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s*", "", line).strip().rstrip(".!")
    if _PARTICULAR.search(line):
        return False
    if idle := _IDLE.search(line) or _FAINT.search(line):
        rest = _GOOD.sub(" ", _MANNER.sub(" ", line[idle.end() :]))
        return len(_said(rest)) <= NAMES
    begins = _MAKING.search(line) or _FIRST.search(line)
    if not begins or not _MANNER.search(line):
        return False
    return len(_said(_GOOD.sub(" ", _MANNER.sub(" ", line[begins.end() :])))) <= NAMES


_FIRST = re.compile(
    r"^\W*(?:handl(?:e|ing)|manag(?:e|ing)|follow|treat|address|approach|gestire|curare|seguire|affrontare|trattare|controllare|verificare|check|verify|garantire|ensure"
    r"|assicurare|fornire|provide|redigere|definire|define|plan|pianificare|monitor|monitorare|migrate|migrare|deploy|rilasciare|release|authori[sz]e)\b",
    re.IGNORECASE,
)
"""What else such a line begins with."""


def _said(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _SMALL]
