"""How a sentence stands to what it says: asserted, not known, reported of others, taken back by the next one, insisted on; or spoken to whoever judges."""

import re

from sparring.core.text import LANGUAGES, Language
from sparring.language.text import Token, tokens, word_list

_STRONG = {language: word_list(language, "sweeping") | word_list(language, "reasons") for language in LANGUAGES}

DONT_KNOW = re.compile(
    r"\b(?:i (?:really |honestly )?(?:do not|don't|dont|wouldn't|would not) (?:really |actually )?(?:know|remember|recall)|no idea|i have no clue"
    r"|i (?:could ?n't|could not|can't|cannot) (?:really |honestly )?(?:tell|say|explain|remember|recall)|i(?:'m| am) not sure|not sure (?:how|what|why|when|which)"
    r"|i(?:'ve| have) forgotten|i never understood|beats me"
    r"|(?:non|nn) (?:lo |te lo |ti |me lo |mi )?(?:so(?!no)\b|saprei|ricordo|sono sicur[oa])|boh|nessuna idea|non (?:ne )?ho (?:(?:la )?minima )?idea"
    r"|non ho mai capito|non so (?:dire|spiegare)|(?:l'ho|ho) dimenticato"
    r"|(?:did ?n't|did not|could ?n't|could not) understand (?:any(?:thing)?(?: of (?:it|that|this))?|a (?:word|thing)|much of it)"
    r"|(?:non|nn) (?:ci |ne )?ho capito (?:niente|nulla|un granché|molto|granché|un'acca))\b",
    re.IGNORECASE,
)
"""Nothing in such a sentence is claimed."""

REPORTED = re.compile(
    r"\b(?:many|most|some|a lot of|other) (?:people|developers|candidates|colleagues|of us)\b"
    r"|\b(?:people|they|someone|somebody) (?:often |usually |always )?(?:think|say|believe|assume|claim)s?\b"
    r"|\b(?:myth|misconception|common mistake|it is a mistake|would be a mistake|wrongly|mistakenly|you might think|one might think|contrary to)\b"
    r"|\b(?:molti|tanti|alcuni|qualcuno|spesso|in tanti|c'è chi|la gente) (?:si )?(?:pensa|pensano|crede|credono|dice|dicono|confonde|confondono|sbaglia|sbagliano)\b"
    r"|\bsi (?:pensa|crede|dice)\b|\b(?:mito|falso mito|errore (?:comune|classico|tipico)|erroneamente|si potrebbe pensare|verrebbe da pensare|contrariamente)\b"
    r"|\b(?:mistake|error|bug) (?:that )?(?:i|we|people|juniors|beginners) (?:often |usually |always |once )?(?:see|saw|make|made|have (?:made|seen))\b"
    r"|\berrore che (?:si )?(?:ho|abbiamo|vedo|fanno|facevo|facciamo|fa)\b",
    re.IGNORECASE,
)
"""What others believe, or what is told as a mistake."""

SUPPOSED = re.compile(r"(?<!\bi )\bwould(?:n't)?\b|\b\w+rebber?o?\b", re.IGNORECASE)
"""What would be."""

REFUTED = re.compile(
    r"\W*(?:no\b|not? (?:so|true|really)|but (?:no|that|it|this)(?:'s| is)? (?:not|wrong|false|isn't)|but that's (?:wrong|not)"
    r"|that's (?:wrong|false|not)|wrong|false\b|in reality|in fact it"
    r"|(?:ma )?non è (?:così|vero)|(?:ma )?è (?:falso|sbagliato)|sbagliato|falso|in realtà)",
    re.IGNORECASE,
)
"""A sentence that takes back the one before it."""

ADDRESSED = re.compile(
    r"\b(?:ignore|disregard|forget|override) (?:all |any |every )?(?:of )?(?:the |these |your |my )?(?:previous |prior |above |earlier |other )*"
    r"(?:instruction|prompt|rubric|rule|criteria)s?"
    r"|\bfull (?:marks?|scores?)\b|\b(?:give|award|assign|deserves?|grant) (?:\w+ ){0,4}(?:maximum|top|highest|perfect|full) (?:marks?|scores?|grades?|points)\b"
    r"|\b(?:note|message|instructions?|attention)(?: to| for|:)? (?:to |for )?(?:the |all )?"
    r"(?:evaluators?|graders?|examiners?|assessors?|markers?|scoring system|grading system)\b"
    r"|\byou are (?:now )?(?:a|an|the) (?:\w+ )?(?:assistant|evaluator|grader|examiner|language model|ai|chatbot)\b"
    r"|\b(?:candidate|student)(?: above)? (?:has (?:given|provided|already|answered|covered)|(?:is|should be|must be) (?:considered|marked|graded))"
    r"|\buser has (?:given|provided|written) (?:a|an|the) (?:perfect|complete|correct|excellent|full|right)\b"
    r"|\b(?:this|the) (?:answer|response|candidate) (?:is|deserves|covers|has been) (?:\w+ )?"
    r"(?:correct and complete|complete and correct|perfect|full|all (?:the )?(?:key )?points|verified)"
    r"|^\W*system\W*:|\b(?:the|this) rubric (?:says|asks|wants|states)\b|\bthe candidate (?:said|says|covered|explained|answered|mentioned|passes|passed)\b"
    r"|^\W*(?:score|grade|verdict|mark|result|outcome)\W*(?:is |of )?(?:\d[\d.,]*|passed|pass|correct|full)\s*(?:%|/\s*\d+|out of \d+)?\W*$"
    r"|\bla griglia (?:dice|chiede|vuole|prevede)\b|\bil candidato (?:l'ha|lo ha|ha) (?:detto|spiegato|coperto|citato|risposto)\b|\bil candidato supera\b"
    r"|^\W*(?:punteggio|voto|esito|giudizio)\W*(?:è |di )?(?:\d[\d.,]*|superat[oa]|corretto|pieno)\s*(?:%|/\s*\d+|su \d+)?\W*$"
    r"|\b(?:dear|caro|gentile) (?:judge|grader|examiner|evaluator|giudice|valutatore|esaminatore)\b"
    r"|\bconsidera(?:re|te)? coperti\b|\baward all\b"
    r"|\bmark (?:every|all|each) (?:\w+ )?(?:points?|criteri\w+|items?|rubric)\b|[\"']?\b(?:score|verdict|grade|punteggio|voto)[\"']\s*[:=]"
    r"|\b(?:ignora|dimentica|trascura)(?:re|te)? (?:tutte )?(?:le |ogni |la )?(?:\w+ )?(?:istruzion\w+|grigli\w+|regol\w+|criter\w+)"
    r"|\bpunteggio (?:pieno|massimo|più alto)\b|\bmassimo (?:dei voti|punteggio|voto)\b|\bvoto (?:massimo|pieno)\b"
    r"|\b(?:nota|istruzion\w+|messaggio|attenzione)(?: per| a[il]?| alla)?:? (?:per |il |lo |la |l'|i |gli )*"
    r"(?:valutator\w+|esaminator\w+|correttor\w+|giudic\w+|sistema di valutazione)\b"
    r"|\bsei un[ao']? ?(?:\w+ )?(?:assistente|valutator\w+|esaminator\w+|modello linguistico|chatbot|ia)\b"
    r"|\b(?:candidato|studente) (?:ha (?:già |dato |fornito |risposto )|(?:è|va|sia) (?:da )?(?:considera\w+|valutat\w+|ritenut\w+))"
    r"|\b(?:questa|la) risposta (?:è (?:da considerarsi )?(?:giusta|corretta|perfetta|completa)(?: e (?:corretta|completa|giusta)| in)|merita)"
    r"|\bsegna (?:tutti|ogni) (?:i )?(?:punti|punto|criteri\w*)\b",
    re.IGNORECASE,
)
"""What is said to whoever judges, for a better mark: no claim about anything."""


def strong_words(text: str, language: Language) -> list[Token]:
    """The words by which a text promises much: without exception ("always", "only"), or for a reason ("because")."""
    return [token for token in tokens(text, language) if token.text in _STRONG[language]]
