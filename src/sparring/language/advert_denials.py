"""What a sentence of an advertisement denies by its build: a negation and what it reaches, other people's work, what was given up.

A negation reaches what stands behind it up to the next clause or the next cue that asks. What stands before it is reached only by one that speaks to
the reader or of need ("neither will land on your desk", "non ti riguarderà", "isn't necessary"), and only where nothing before asks for it.
"""

import re
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[;:.](?=\s)|\s[–—](?=\s)|\b(?:but|ma|però|while|mentre|though|although|anche se)\b", re.IGNORECASE)
_AFFIRMED = re.compile(
    r"\b(?:not|non) (?:only|just|merely|simply|necessarily|limited to|least|afraid|scared|shy|solo|soltanto|tanto|necessariamente|oltre|meno|da meno|esclusivamente)\b"
    r"|\b(?:why|if|or|whether|perché|se|o) (?:not?|non)\b|\bno (?:two|later|less|fewer|matter|problem|prior|previous|more than)\b"
    r"|\b(?:isn['’]t|aren['’]t|won['’]t|doesn['’]t|don['’]t|not|non) (?:\w+ ){0,3}(?:afraid|scared?|frighten\w*|intimidat\w*|spavent\w+|paura|tem\w+|fear\w*)\b"
    r"|\bnon (?:hai|ha) (?:paura|timore)\b|\bcan(?:['’]t|not) (?:wait|live)\b|\bnon ved\w+ l['’]ora\b|\bnever (?:stop\w*|tire\w*)\b|\b(?:non|no)-\w+"
    r"|(?:\b(?:non|no|not)|n['’]t) (?:\w+ ){0,2}(?:problem\w*|difficolt\w+|troubles?|difficult\w+|fear|paura)\b|\bniente (?:di )\w+"
    r"|n['’]t (?:just|only|merely|simply)\b|\bno[nt]? (?:longer )?(?:doubt|nonsense|fluff)\b"
    r"|(?:\b(?:not|never|nothing|nobody|no|non|mai|niente|nulla|nessun\w?)\b|n['’]t\b)(?=[^.;:,]{1,50}\b(?:without|unless|until|before|senza|finché|se non|prima d\w+)\b)"
    r"|\bnon (?!richiest)\w+[aiu]t[oiae]\b",
    re.IGNORECASE,
)
"""A negation that affirms."""
_NEGATION = re.compile(
    r"\b(?:not|never|nobody|neither|nor|none|no|zero|non|né|mai|niente|nessun\w?|neanche|nemmeno|neppure)\b|n['’]t\b"
    r"|\b(?:can|may) (?:safely )?forget\b|\b(?:puoi|potrai) (?:dimenticar|scordar)\w*",
    re.IGNORECASE,
)
_BARE_NO = re.compile(r"(?:no|zero|niente)$", re.IGNORECASE)
"""A negation of a noun: it reaches no further than the next comma."""
_YOURS = re.compile(
    r"[^,;.:]{0,40}\b(?:you|your|ti|te|tu[oae]|tuoi|necessary|needed|required|mandatory|expected|import\w+|interes\w+|something we|what we|look(?:ing)? for"
    r"|matters?|relevant|rilevant\w|oggetto di|serv\w+|richiest\w+|necessari\w+|riguard\w+|compet\w+"
    r"|part of)\b",
    re.IGNORECASE,
)
"""What a negation says that reaches back: it speaks to the reader, or of need."""
_NOT_YOURS = re.compile(
    r"(?:which|that|what|and|so|e|ma|cui|che|tu|you|but|although|,)\s(?:[\w'’]+ ){0,2}?(?:you|tu|a te|te|ti) ?(?:will |do |wo|do|are |should )?$",
    re.IGNORECASE,
)
"""What leads to a negation that speaks to the reader: "which you won't need", "tu non dovrai pensarci"."""
_NOT_THIS = re.compile(
    r"\b(?:this|it|that) (?:is(?:n['’]t| not)|won['’]t be) (?:it|for you|the (?:right )?(?:role|job|place|position))\b|\bnon (?:fa per te|è il (?:profilo|posto|lavoro|ruolo)\b)"
    r"|^\W*(?:if|se)\b[^.;]*,[^.;,]*\b(?:disappointed|elsewhere|wrong (?:place|job|ad\w*)|delus\w|sbagliat\w|altrove)\b"
    r"|^\W*not a fit\b",
    re.IGNORECASE,
)
"""Who is not looked for."""
_ASKS = re.compile(
    r"\b(?:you(?:['’]ll| will| should| must| can| know| have|['’]re|['’]ve)(?! not| never|n['’]t)|we (?:use|need|want|rely|build|work)|experience|knowledge|familiar\w*|comfortable"
    r"|understand\w*|know|looking for|must|should|esperienz\w+|conoscenz\w+|cono?sc\w+|sapessi|sappia|sai|saper|devi|dovrai|dovrà|userai|lavorerai|scriverai|usiamo|cerchiamo"
    r"|lavoriamo|ti occuperai|utilizziamo)\b",
    re.IGNORECASE,
)
"""What asks in a clause of its own."""
_GONE = re.compile(
    r"\b(?:(?:gave|given) up(?: on)?|abandoned|retired|ditched|scrapped|decommissioned|sunset|said goodbye to|got rid of|deleted|unplugged|(?:switched|turned) off|killed"
    r"|abbandonat\w|dismess\w|pensionat\w|spent\w|mandato in pensione|detto addio a\w*|smesso (?:di usare|con)|rinunciato a\w*|chiuso con)\s[^.;,:]*$"
    r"|\b(?:stopped (?:using|writing|doing)|once upon a time|in the past|formerly|back in \d{4}|un tempo|una volta|in passato|all['’]epoca)\b[^.;]*$"
    r"|\b(?:replaced|sostituit\w)\s(?:(?!\b(?:with|by|con)\b)[^.;:])*$",
    re.IGNORECASE,
)
"""What was given up, right before its name."""
_GONE_AFTER = re.compile(
    r"[^.;:,]*\b(?:(?:was|were|has been|have been|is being|are being|got) (?:\w+ )?(?:retired|ditched|scrapped|decommissioned|deleted|sunset|replaced|removed|phased out|wound down"
    r"|considered and \w+|rejected|discarded|outsourced|contracted out|(?:switched"
    r"|turned) off)|(?:l['’]abbiamo|li abbiamo|è stat\w|sono stat\w|abbiamo)"
    r" (?:spent|dismess|abbandonat|pensionat|eliminat|tolt|sostituit|scartat|appaltat|esternalizzat)\w"
    r"|(?:è|sono) (?:appaltat|esternalizzat|scartat)\w|non c['’]è più|in via di dismissione|in pensione)\b",
    re.IGNORECASE,
)
"""What was given up, behind its name."""
_GROUP = (
    r"(?:agenc(?:y|ies)|competitors?|concorrenti|vendors?|suppliers?|contractors?|colleagues|departments?|(?:some(?:one|body)|others?|people) else(?:['’]s)?"
    r"|(?:another|an?other|separate|different|sister|external|outside|parent|the \w+) (?:team|company|group|squad|firm|people|office)"
    r"|(?:sales|marketing|finance|operations|infrastructure|platform|data|mobile|hardware|qa|design|security|analytics) (?:\w+ )?(?:team|group|squad|people|folks|guys)"
    r"|agenzi\w|fornitor\w|collegh\w|reparto|reparti|consulent\w|terz[ie]\b|(?:di|da|ad|a) altri\b|qualcun altro|altr\w (?:team|grupp\w|uffic\w+|societ\w+|aziend\w)"
    r"|(?:team|gruppo|ufficio) (?!di sviluppo|tecnico|backend|python)\w+|commerciale|sistemist\w)"
)
_THEY_DO = re.compile(
    r"\b(?:is|are|was|were)\b[^.;:]{0,40}\b(?:by|with|of|to)\b[^.;:]{0,30}\b"
    + _GROUP
    + r"|\b(?:is|['’]s|are)\b (?:the )?(?:\w+ )?(?:some(?:one|body)|other people) ?(?:else)?['’]s\b"
    r"|\b(?:stays?|remains?|belongs?|rests?|lies|sits) (?:with|to)\b (?!you\b|us\b|this team)"
    r"|(?:\b(?:that|this|it|which)(?:['’]s| is)|\b(?:those|these) are) (?:their|his|her|another|a different|[a-z]+['’]s) \w+"
    r"|\bquell[ao] è (?:un altr\w|un['’]altra|roba|il loro|la loro)\b"
    r"|(?:^\W*|\bbut |\bma )(?:(?:an?|the|our|un[ao]?|i|il|la|le|gli|i nostri) |l['’]|un['’])?(?:\w+ )?"
    + _GROUP
    + r" (?!is looking|are looking|need|seek)[a-z]+s?\b"
    r"|\b(?:resta|restano|rimane|rimangono|è|sono) (?:\w+ )?(?:in capo |in mano |a carico |roba |compito |il regno |competenza |affare |responsabilità )?"
    r"(?:a|ad|al|ai|alla|alle|agli|all['’]|di|del|dei|della|delle|degli|dell['’]) ?"
    + _GROUP
    + r"|\bsi occupa(?:no)? (?!di\b|d['’]|anche\b|principalmente\b|prevalentemente\b)\w+",
    re.IGNORECASE,
)
"""What makes other people the ones who do what its sentence names."""
_BY_THEM = re.compile(
    r"\b(?:è|sono|viene|vengono|resta|restano|rimane|rimangono) (?:\w+ )?(?:seguit|gestit|curat|sviluppat|scritt|mantenut|fatt|affidat|realizzat|presidiat)\w"
    r"(?-i:(?! a [A-Z])) (?:da|dal|dai|dagli|dalla|dalle|a|ad|al|ai|alla|agli|dall['’]|all['’])(?: \w+| ?)?(?! ?(?:te|noi|voi|tu[oa])\b)"
    r"|\b(?:ha|hanno) (?:il|un|i) (?:(?:suo|loro|propri\w) (?:\w+ )?|\w+ (?:suo|loro|propri\w|a sé|dedicat\w)\b)"
    r"|\b(?:has|have) (?:its|their) own (?:\w+ )?(?:team|people|owner|squad|crew|group|department)s?\b"
    r"|\b(?:li|le|lo|la|quell\w|quest\w) (?:fa|fanno|cura|curano|segue|seguono|scrive|scrivono|sviluppa|sviluppano|gestisc\w+|mantiene|mantengono)"
    r" (?:il|lo|la|i|gli|le|l['’]|un\w?['’]?|altri|[A-Z])[^\W_]*|\b(?:c['’]è|ci sono) già\b"
    r"|\b(?:li|le|lo|la) (?:usa|usano|tengono|toccano|\w+(?:eggiano|izzano)) (?:il|lo|la|i|gli|le|altri|un\w?)\b"
    r"|\b(?:belongs?|left) to (?:the |an?other |our )?(?:\w+ )?(?:team|people|department|squad|group|agency|vendor|supplier)\b",
    re.IGNORECASE,
)
"""What gives to others whatever its sentence named before it: "ha il suo team", "sono seguiti da altri reparti"."""
_OURS_TOO = re.compile(r"\b(?:you|your|tu|ti|tuo|tua)\b|\b\w{2,}rai\b", re.IGNORECASE)
_UNWANTED = re.compile(
    r"\s*(?:si |ci |we |want to see )?(?:richied\w*|chied\w*|serv\w*|necessit\w*|occorr\w*|pretend\w*|cerch\w*|vogli\w*|want|need|require|ask for|look(?:ing)? for)\b:?",
    re.IGNORECASE,
)
"""What a negation denies where it speaks of wanting: its objects, whatever they are called."""
_WHERE = re.compile(r"\b(?:where|when|whenever|if|unless|dove|quando|laddove|se)\b[^,]*$", re.IGNORECASE)
"""How a condition begins: a negation in it reaches no further than its comma."""
_LEFT = re.compile(
    r"\b(?:mov\w+|migrat\w+|switch\w*|port(?:ing|ed)?|transition\w*|get\w*|took|taking|pass\w+|migr\w+|spost\w+) "
    r"(?:(?!to\b|a\b|verso\b)[\w'’-]+ ){0,3}?(?:away )?(?:from|off|da|dal|dalla|dai|dalle|dall['’])\s"
    r"(?:(?!\b(?:to|a|ad|verso|al|alla)\b)[^.;:])*$",
    re.IGNORECASE,
)
_LEFT_FOR = re.compile(r"(?:(?!\b(?:from|da|dal)\b)[^.;:]){0,60}?\b(?:to|into|onto|a|ad|verso|al|alla)\b", re.IGNORECASE)
"""What one moves away from, before its name and behind it: "move us from cron jobs to events"."""
_OUTSIDE = re.compile(
    r"[^.;:]*\b(?:fuori (?:dal(?:lo)? )?(?:perimetro|scope|ambito)|out(?:side)? (?:of )?(?:the )?scope|beyond (?:the|our) scope|not in scope|alla larga"
    r"|(?:steer|stay|keep) (?:well )?(?:clear|away)"
    r"|leave (?:it|that|them|those) alone|(?:falls?|lies|sits|is|are) outside (?:of )?(?:this|the|your)|esul\w+ da\w*)\b",
    re.IGNORECASE,
)
"""What is said to be out of reach, behind its name."""
_BUILT = re.compile(
    r"\b(?:built|written|developed|maintained|run|made|coded|scritt\w|svilupp\w+|realizzat\w|mantenut\w)(?: \w+){0,2} (?:with|in|on|using|con|su) (?:[^.;:]|\.(?=\w))*$",
    re.IGNORECASE,
)
_BUILDERS = re.compile(
    r"(?:[^.;:]|\.(?=\w)){0,40}\b(?:by|da|dal|dai|dagli|dalle) (?:the |our |other |an? |altr\w )?(?:[\w-]+ ){0,2}"
    r"(?:teams?|colleagues|departments?|squads?|vendors?|suppliers?|partners?|desks?|divisions?|units?|groups?|office|colleghi|fornitor\w|reparti)\b",
    re.IGNORECASE,
)
"""What others build with, before its name and behind it."""
_OFFICE = re.compile(
    r"\b(?i:settore|ufficio|servizio|direzione|divisione|dipartimento|unità|business unit|service line|department|division|unit|office)"
    r" (?:di |of |per |for )?[\"“«]?(?:[A-ZÀ-Ý&]\w*,? (?:e |and |& )?)*$"
)
"""Before what is part of the name of an office, where it has a capital: "Settore Applicativi e Integrazione Dati"."""
_EMPLOYER = re.compile(
    r",?\s+(?:S\.?p\.?A|S\.?r\.?l|SpA|Inc|Ltd|LLC|GmbH)\b"
    r"|\s+(?:è alla ricerca|è in cerca|is looking|is hiring|is seeking|cerca|ricerca|seleziona|assume|seeks|hires)\b"
)
NOT_ASKED = re.compile(
    r"\W*(?:(?:che )?cosa non|what (?:you|we|this)(?: do| will| are| is)?(?:n['’]t| not| won['’]t)|(?:you )?(?:don['’]t|won['’]t|do not) need|not (?:required|needed|necessary)\W*$"
    r"|non (?:serv\w+|è richiest\w|sono richiest\w|richiest\w)\W*$)",
    re.IGNORECASE,
)
"""How a heading begins under which stands what is not asked."""


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the sentence says of what stands at a place that it is not asked of the reader."""
    return (
        bool(
            _EMPLOYER.match(sentence, end)
            or _GONE.search(sentence, 0, start)
            or _GONE_AFTER.match(sentence, end)
            or _NOT_THIS.search(sentence)
            or _OUTSIDE.match(sentence, end)
            or (_LEFT.search(sentence, 0, start) and _LEFT_FOR.match(sentence, end))
            or (_BUILT.search(sentence, 0, start) and _BUILDERS.match(sentence, end))
            or (sentence[start].isupper() and _OFFICE.search(sentence, 0, start))
        )
        or _is_with_others(sentence, start)
        or any(_reaches(sentence, found, start, end) for found in _negations(sentence))
    )


@lru_cache(maxsize=64)
def _negations(sentence: str) -> list[re.Match[str]]:
    affirmed = [found.span() for found in _AFFIRMED.finditer(sentence)]
    return [one for one in _NEGATION.finditer(sentence) if not any(a < one.end() and one.start() < b for a, b in affirmed)]


def _reaches(sentence: str, negation: re.Match[str], start: int, end: int) -> bool:
    """Whether a negation is one of what stands at a place."""
    if negation.end() <= start:
        return _reaches_on(sentence, negation, start)
    between = sentence[end : negation.start()]
    if re.search(r"[.:](?=\s)", between) or _OURS_TOO.search(sentence, 0, end):
        return False
    return bool(_YOURS.match(sentence, negation.end()) or _NOT_YOURS.search(sentence, end, negation.start()))


def _reaches_on(sentence: str, negation: re.Match[str], start: int) -> bool:
    """Whether a negation reaches what stands behind it: in its clause, in its brackets, nothing asks before it or between."""
    between = sentence[negation.end() : start]
    wanted = _UNWANTED.match(sentence, negation.end(), start)
    if wanted and not re.search(r"[.;:]\s|\b(?:but|ma|però)\b", sentence[wanted.end() : start]):
        return not _ASKS.search(sentence[wanted.end() : start].partition(",")[2])
    if "," in between and _WHERE.search(sentence[: negation.start()]):
        return False
    if between.count(")") > between.count("(") or _CLAUSE.search(between) or (_BARE_NO.match(negation[0]) and "," in between):
        return False
    led = sentence[_clause_start(sentence, negation.start()) : negation.start()]
    return not _ASKS.search(between) and (bool(_BARE_NO.match(negation[0])) or not _ASKS.search(led))


def _clause_start(sentence: str, place: int) -> int:
    return max((cut.end() for cut in _CLAUSE.finditer(sentence, 0, place)), default=0)


def _is_with_others(sentence: str, start: int) -> bool:
    """Whether what stands at a place is somebody else's: nothing before it speaks to the reader."""
    part = _part(sentence, start)
    them = _with_others(part)
    return them is not None and not _OURS_TOO.search(part[: max(start, them.start())])


def _part(sentence: str, start: int) -> str:
    """As much of a sentence as speaks of a place: without the brackets that it is not in, between two semicolons; what is left out are blanks, so that every place stays."""
    part = _BRACKETS.sub(lambda found: found[0] if found.start() <= start < found.end() else " " * len(found[0]), sentence)
    end, left = part.find("; ", start), part.rfind("; ", 0, start) + 1
    return " " * left + (part[left:] if end < 0 else part[left:end])


@lru_cache(maxsize=64)
def _with_others(sentence: str) -> re.Match[str] | None:
    return _BY_THEM.search(sentence) or _THEY_DO.search(sentence)
