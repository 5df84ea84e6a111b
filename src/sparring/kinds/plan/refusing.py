"""What a line of a split refuses ("skip the tests", "review is a waste of time"), and what it demands by a denial ("no release without tests")."""

import re

_WORK = (
    r"(?:(?:the|any|all|our|those|these|code|automat\w+|unit|api|data(?:base)?|i|gli?|le|la|lo|il|l['’]|ogni|tutt[ei]|del\w*|dei|degli|d['’]|a|ai|alla|alle)\s*)*"
    r"(?:test|review|revision|doc|monitor|metric|metrich|alert|alarm|allarm|log|rollback|roll-?back|permess|permission|authori|autorizz|migra"
    r"|contra[ct]t|schema|check|controll|runbook|requi|quality|qualità"
    r"|inventor|audit|backfill|freeze|triage|baseline|hand-?over|flag|limit)\w*"
)
_LEADS = (
    r"(?:(?:we|i|let['’]s|you|they)\s*(?:['’]ll|will|can|could|should|may|might|just|simply)*\s*)?(?:skip|ignore|omit|neglect|forget|drop|cut|postpone"
    r"|avoid|refuse|scrap|ditch|leave out|(?:do|go|live|get by) without|no time for)(?: about)?"
    r"|(?:(?:noi|io|si)\s+)?(?:salt|ignor|tralasci|trascur|omett|evit|riman[d]|rinunci|dimentic|tagli)(?:are|o|iamo|hiamo|ere|a|ano|ano)"
    r"|(?:facciamo|fare|si fa) a meno|lasci(?:amo|are) (?:perdere|stare)"
)
_REFUSED = re.compile(
    rf"^\W*(?:\d+\W+)?(?:{_LEADS})\s+{_WORK}"
    rf"|^\W*(?:\d+\W+)?{_WORK}\s+(?:\w+\s+){{0,2}}(?:l[aoie]|li)\s+(?:salt|ignor|tralasc|trascur|omett|evit|rimand|tagli)\w+\W*$"
    r"|\bcan wait (?:for ?ever|until (?:later|never))\b"
    r"|\b(?:can|could|may|might|will|should|are going to) (?:safely |just )?be (?:ignored|skipped|forgotten|dropped|omitted|left out|postponed|avoided|neglected)\b"
    r"|\bleave (?:it|them|that|this|those) (?:out|alone)\b|\b(?:is|are|seems?) (?:impossible|overrated|boring)\b"
    r"|\bnot? (?:my|our) (?:job|problem|business|concern|task)\b|\b(?:somebody|someone|anybody) else['’]s (?:job|problem|business|task)\b"
    r"|\b(?:somebody|someone) else (?:will|would|can) (?:see|notice|worry|care|think)\b|\b(?:who|nobody|no one) cares\b|\b(?:i|we) (?:do not|don['’]t) care\b"
    r"|\bdo(?:n['’]t| not) bother\b|\bno time (?:for|to)\b|\b(?:maybe|perhaps) (?:later|someday|one day|never)\b|\bsome ?day\b"
    r"|\bfor (?:losers|cowards|wimps|beginners)\b|\b(?:i|we) (?:hate|refuse)\b|\bcan(?:no|['’])t be bothered\b"
    r"|\b(?:useless|pointless|worthless|needless|unnecessary|superfluous|overkill|nonsense|wastes? of|no (?:need|use|point) (?:for|of|in|to)"
    r"|not (?:needed|necessary|worth)|is (?:not|no) (?:important|use)|inutil[ei]|superflu[oaie]|spreco di|perdita di tempo|perdere tempo|tempo perso)\b"
    r"|\bnon (?:ci )?(?:serv|occorr)\w+|\bnessun bisogno\b|\bnon (?:ne )?(?:abbiamo|c['’]è) bisogno\b"
    r"|\blasci\w+ (?:perdere|stare)\b|\bl[aoie] (?:si )?lasci\w+ fuori\b|\b(?:fare|facciamo|faremo|si fa) a meno\b|\bce (?:l[aoie]|ne) dimentich\w+"
    r"|\bsi (?:può|possono|puo) (?:ignorare|saltare|dimenticare|tralasciare|evitare|trascurare|rimandare)\b"
    r"|\b(?:può|possono|va|vanno|sarà|saranno|verrà|verranno) (?:essere )?(?:ignorat|saltat|dimenticat|tralasciat|evitat|omess|trascurat|rimandat)\w+"
    r"|\b(?:è|sono) (?:impossibil\w|sopravvalutat\w|noios\w)|\bnon (?:è|sono) (?:un )?(?:problem|compit|affar)\w+ (?:nostr|mi)\w+|\bproblem\w (?:di|degli) altri\b"
    r"|\bnon (?:mi |ci )?(?:interess|riguard)\w+|\bchi se ne (?:importa|frega)|\bqualcun altro (?:se ne accorgerà|ci penserà|lo vedrà)"
    r"|\b(?:se ne accorgerà|ci penserà|ci pensa) qualcun altro\b|\bnon (?:c['’]è|abbiamo|ho) tempo\b|\bforse (?:un giorno|mai)\b"
    r"|[:–?-]\s*(?:no|nah|nope|never|boh|mai|nessun\w*|niente|none|later|maybe|forse|skip(?:ped)?|saltat\w)\W*$",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"\b(someone|somebody|whoever|qualcuno|chi)( (?:who |that |che )?(?:(?:is|was|has|had|did|does)(?:n['’]t| not)|not|non)\b[^,;:.]*)",
    re.IGNORECASE,
)
_UNTOUCHED = re.compile(
    r"(\w+ \w+ )(?<!\bby )(?<!\bfor )(?<!\bto )(?<!\bda )(?<!\bper )(?<!\ba )((?:that |which |che )?(?:nobody|no one|nessuno) \w+[^,;:.]*)",
    re.IGNORECASE,
)
"""What is said of a thing of the line by a clause behind it: "a table nobody trains on"."""
_ANY_WORK = re.compile(_WORK, re.IGNORECASE)
_DEMANDED = re.compile(
    r"^\W*(?:\d+\W+)?(?:(?:no|nothing|nobody|never|do(?:n['’]t| not)|nessun[ao]?|niente|non|mai)\b.*?\b(?:without|unless|until|before|senza|finch[ée] non|se non|prima di)"
    r"|(?:(?:do not|don['’]t|never|not to) forget|non (?:ci )?(?:dimentic|scord)\w+|mai dimenticare)(?: about| di| d['’])?)\b",
    re.IGNORECASE,
)


def refuses(line: str) -> bool:
    """Whether a line says that its work is not to be done."""
    return bool(_REFUSED.search(line))


def demanded(line: str) -> str:
    """The line with blanks where it only begins a demand: of "no release without tests" the tests; of "nothing merged until Friday" nothing is demanded.

    What says of somebody that they had no part in it ("somebody who did not write it"), or of a thing that nobody touches it, denies nothing of the work, and is left
    blank, too.
    """
    for aside in (_OUTSIDER, _UNTOUCHED):
        line = aside.sub(lambda found: found[1] + " " * len(found[2]), line)
    match = _DEMANDED.match(line)
    return " " * match.end() + line[match.end() :] if match and _ANY_WORK.search(line, match.end()) else line
