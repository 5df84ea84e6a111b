"""Why a line of a split does not undertake its work, as far as it says so itself: the first of a few plain turns of speech, in both languages.

That a line is refused is learned (`undertaken.py`); its reason is named only where the line has such words, else it just "speaks of it", which is always true.
"""

import re
from collections.abc import Mapping

from sparring.kinds.plan.manner import only_manner

SPOKEN = "spoken"
_NAME = re.compile(r"(?<=[\s(])[A-ZÀ-Ý][a-zà-ÿ]{2,}\b")
_MARK = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s*")
_REVIEW = re.compile(
    r"\b(?:review\w*|revision\w*|rilegg\w*|rivede\w*|riguarda\w*|ricontroll\w*|double-check\w*|sign\w* (?:it )?off|approv\w*)",
    re.IGNORECASE,
)
_OWN_REVIEW = re.compile(
    r"\b(?:re-?)?(?:read|check|review|look|go|goe|inspect)(?:s|es|ing)?\b[^,;:.]{0,30}\b(?:my|his|her|their|our|its|one['’]s) own (?:\w+ )?"
    r"(?:code|work|prs?|pull|diff|changes?|fix|commits?)\b"
    r"|\bI(?:['’]ll| will)? (?:re-?)?(?:read|check|review|look over|go over|go through)\b[^,;:.]{0,15}\bmy (?:code|work|pr|prs|pull|diff|changes|fix)\b"
    r"|\b(?:rilegg|rived|riguard|ricontroll|controll)\w+\b[^,;:.]{0,30}\b(?:propri[oae]|su[oa] stess[oa]) (?:codice|lavoro|prs?|pull|diff|modific\w+|commit)\b"
    r"|\b(?:rileggo|rivedo|riguardo|ricontrollo)\b[^,;:.]{0,20}\b(?:mi[oa]|miei|mie)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:no|not|nobody|none|never|cannot|\w+n['’]t|nessuno?|non|mai)\b", re.IGNORECASE)
_UNITS = r"(?:sprint|quarter|release|version|iteration|phase|year|month|spring|summer|autumn|winter)"
_UNITA = r"(?:sprint|trimestre|rilascio|versione|iterazione|fase|anno|mese|primavera|estate)"
_REASONS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(form, re.IGNORECASE)
    for name, form in {
        "later": rf"\b(?:later|some ?day|one day|eventually|at some point|in (?:the )?future|backlog|postpon\w+|next {_UNITS}|(?:second|another) {_UNITS}"
        rf"|{_UNITS} two|after (?:the )?(?:launch|release|go-live|{_UNITS}|holidays)|when (?:we|there) (?:have|find|is) (?:the )?time"
        rf"|più avanti|prima o poi|un (?:domani|giorno)|in futuro|riman[d]\w+|rinvi\w+|posticip\w+|seconda {_UNITA}|{_UNITA} (?:due|prossim\w)"
        rf"|prossim\w {_UNITA}|dopo (?:il rilascio|il lancio|l['’]estate|le ferie|la messa)|quando (?:avremo|ci sarà|troveremo)\b.{{0,12}}\btempo)\b",
        "others": r"\b(?:take[s]? care|up to (?:the|them|him|her|whoever)|(?:their|his|her|somebody else['’]s|someone else['’]s) (?:call|job|business|problem|side)"
        r"|['’]s (?:job|problem|call|thing|business|responsibility|garden|matter)|(?:is|are) responsible|belongs? to|a (?:matter|question) for"
        r"|ci pens\w+|se ne occup\w+|(?:lo|la|li|le|l['’]) ?(?:decid\w+|fa|fanno|farà|guarda|segue|seguono|gestisc\w+) (?:già )?(?:il|la|lo|i|gli|le|chi|quelli|l['’]\w+)"
        r"|(?:è|sono) (?:compito|responsabilità|cosa|un problema|problema) d\w+|problema de\w+|decidono loro|domanda per)\b",
        "case": r"\b(?:only (?:if|when|for)|depend(?:s|ing)?|in case|(?:if|as|when) (?:needed|necessary|required|possible|appropriate)|(?:if|as) (?:there['’]?s? (?:is )?)?time"
        r"|time permitting|where (?:possible|appropriate|necessary|needed|it makes sense)|if (?:a|the|some\w*|any\w*) \w+ (?:complain|ask)s?"
        r"|solo (?:se|quando)|dipend(?:e|ono)|a seconda|se (?:serve|necessario|capita|avanza|qualcuno)|al bisogno|secondo (?:necessità|il bisogno)"
        r"|tempo permettendo|dove (?:serve|opportuno|necessario|possibile)|casomai|semmai|all['’]occorrenza)\b",
        "doubted": r"\b(?:overkill|(?:not|never|isn['’]t|aren['’]t) (?:be )?(?:needed|necessary|worth)|no need|won['’]t need|superflu\w+|pointless|useless|exaggerat\w+"
        r"|waste|luxury|doubt\w*|not convinced|don['’]t (?:see|think)|non (?:\w+ )?serv\w+|non dovrebbe servire|inutil\w+|esagerat\w+|eccessiv\w+|spreco|un lusso"
        r"|non vale la pena|dubito|non (?:credo|vedo))\b",
        "assumed": r"\b(?:already|anyway|out of the box|covered|(?:is|are|should be|looks?|works?|quite|well) (?:fine|enough|sufficient|ok|well|good)|good enough"
        r"|by (?:it|them)sel(?:f|ves)|on (?:its|their) own|documents itself|già|basta|bastano|va bene|di serie|da sol[oiae]|comunque|regge bene|funziona bene|abbastanza)\b",
    }.items()
}


def of_oneself(line: str) -> bool:
    """Whether a review is given to the one whose work it is: "Lea reads what Lea wrote", "I read my own code again"."""
    if _OWN_REVIEW.search(line) and not _NOBODY.search(line):
        return True
    named = _NAME.findall(f" {_MARK.sub('', line)}"[1:])
    return bool(_REVIEW.search(line)) and len(set(named)) == 1 and len(named) > 1


def reason(line: str) -> str:
    """Why a line does not count: "own" for a review by its author, "manner" where it only says how, "later", "others", "case", "doubted", "assumed", else "spoken"."""
    if of_oneself(line):
        return "own"
    if only_manner(line):
        return "manner"
    return next((name for name, form in _REASONS.items() if form.search(line)), SPOKEN)
