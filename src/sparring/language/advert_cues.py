"""What the sentences of an advertisement say, by their words: what is asked for and how strongly, what is taken back, what others do, what is offered."""

import re

PLUS = re.compile(
    r"\b(nice[ -]to[ -]have|(?:is|are|as|be) (?:a |an )?(?:big |strong |huge )?(?:plus|bonus|advantage|asset)|a plus|bonus points?"
    r"|an? (?:big |real |nice |added |extra )?bonus|un bonus"
    r"|desirable"
    r"|not (?:required|essential)(?=\s*:)|not a must|non (?:indispensabil|obbligatori|necessari)\w* ma|helpful|beneficial|extra credit"
    r"|preferred|preferabl\w+|optional\w*|would be (?:great|nice)|gradit\w+|preferibil\w+|costituisc\w+ (?:titolo|un plus)|un plus|plus:"
    r"|titolo preferenziale|apprezzat\w+|desiderabil\w+|facoltativ\w+|non obbligatori\w+)",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(must(?:[ -]have)?|required?|requirements?|mandatory|essential|strong|solid|proven|expert\w*|excellent|advanced"
    r"|at least \d+|minimum \d+|\d+\s?\+?\s(?:years|anni)\b|almeno \d+|(?:buon|piena|ottim)\w* padronanza"
    r"|richiest\w+|indispensabil\w+|necessari\w+|obbligatori\w+|requisiti|ottim\w+|solid\w+|approfondit\w+|fondamental\w+|avanzat\w+)",
    re.IGNORECASE,
)
KNOWING = re.compile(
    r"\b(?:experience|familiar(?:ity|ità|iz\w+)?(?!e)|knowledge|understanding|expertise|awareness|dealt with|worked with|used to|comfortable"
    r"|un po['’] di|hai (?:già )?(?:usato|lavorato|visto)"
    r"|esperienz\w+|conoscen\w+|familiarità|padronanza|dimestichezza|competenz\w+|design|build)\b",
    re.IGNORECASE,
)
BULLET = re.compile(r"""(?:[^\w\s"'“”«»(\[#€$£&@]{1,3}|\d{1,2}[.)]|[a-z]\))\s|->""")
EDUCATION = re.compile(r"\b(degree|bachelor\w*|master\W?s|ph\.?d|m\.?sc|b\.?sc|laure\w+|diploma|dottorato|graduat\w+)\b", re.IGNORECASE)
_CHOSEN = (
    r"(?:colloqui\w*|interviews?|(?:first|second|third|final|last|technical|screening|intro\w*|phone|video) (?:call|round|stage|chat|step)"
    r"|(?:prima|seconda|ultima) (?:chiamata|call|telefonata))"
)
_IN_ENGLISH = r"in (?:lingua )?(?:inglese|english)"
_ON = r"(?:(?!\b(?:non|not|or|o|no|nor|né|before|after|prima|dopo)\b|n['’]t\b)[^.;:!?\n]){0,60}?"
INTERVIEW_IN_ENGLISH = re.compile(
    rf"\b{_CHOSEN}\b{_ON}\b{_IN_ENGLISH}\b|\b{_IN_ENGLISH},? (?:(?:of|the|il|lo|un|un['’]|del|dell['’]|an?|una parte) ?){{1,3}}(?:\w+ )?{_CHOSEN}\b"
    rf"|\b(?:english|inglese)(?:[- ](?:language|speaking))? {_CHOSEN}\b",
    re.IGNORECASE,
)
"""The language of an interview is asked of who comes to it, wherever that stands: "parte del colloquio in inglese"."""
INTERVIEW_NOT_IN_ENGLISH = re.compile(
    rf"\b{_CHOSEN}\b[^.;:!?\n]{{0,40}}(?:\b(?:non|not)\b|n['’]t\b)[^.;:!?\n]{{0,40}}\b{_IN_ENGLISH}\b", re.IGNORECASE
)
SECTION = re.compile(
    r"\W*(?:(?:key |main |technical |minimum |basic |essential |desirable |preferred |required |additional |your |our |the |what |who |how |about |why |skills?\b|job "
    r"|role |life |i |le |la |il |cosa "
    r"|chi |come |requisiti|competenze|conoscenze|profilo|mansioni|attività|responsabilità|principali|descrizione|titoli?|offriamo|dove|perché)"
    r"|(?:requirements?|qualifications?|responsibilities|duties|benefits?|perks?|overview|summary|essential|desirable|stack|nice|must|bonus|plus|preferred|location|salary"
    r"|team|process|apply"
    r"|sede|orario|contratto|ral|benefit|iter|candidatur\w+|zona|inizio|durata)\b(?=\W*$|[ :]))",
    re.IGNORECASE,
)
"""How a short line begins that is a heading."""
