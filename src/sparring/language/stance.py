"""How a sentence stands to what it says: asserted, not known, reported of others, taken back by the next one."""

import re

DONT_KNOW = re.compile(
    r"\b(?:i (?:really |honestly )?(?:do not|don't|dont|wouldn't|would not) (?:really |actually )?(?:know|remember|recall)|no idea|i have no clue"
    r"|i (?:could ?n't|could not|can't|cannot) (?:really |honestly )?(?:tell|say|explain|remember|recall)|i(?:'m| am) not sure|not sure (?:how|what|why|when|which)"
    r"|i(?:'ve| have) forgotten|i never understood|beats me"
    r"|(?:non|nn) (?:lo |te lo |ti |me lo |mi )?(?:so(?!no)\b|saprei|ricordo|sono sicur[oa])|boh|nessuna idea|non (?:ne )?ho (?:(?:la )?minima )?idea"
    r"|non ho mai capito|non so (?:dire|spiegare)|(?:l'ho|ho) dimenticato)\b",
    re.IGNORECASE,
)
"""Nothing in such a sentence is claimed."""

REPORTED = re.compile(
    r"\b(?:many|most|some|a lot of|other) (?:people|developers|candidates|colleagues|of us)\b"
    r"|\b(?:people|they|someone|somebody) (?:often |usually |always )?(?:think|say|believe|assume|claim)s?\b"
    r"|\b(?:myth|misconception|common mistake|it is a mistake|would be a mistake|wrongly|mistakenly|you might think|one might think|contrary to)\b"
    r"|\b(?:molti|tanti|alcuni|qualcuno|spesso|in tanti|c'è chi|la gente) (?:si )?(?:pensa|pensano|crede|credono|dice|dicono|confonde|confondono|sbaglia|sbagliano)\b"
    r"|(?<!\bi )\bwould(?:n't)?\b|\b\w+rebber?o?\b"
    r"|\bsi (?:pensa|crede|dice)\b|\b(?:mito|falso mito|errore (?:comune|classico|tipico)|erroneamente|si potrebbe pensare|verrebbe da pensare|contrariamente)\b",
    re.IGNORECASE,
)
"""What others believe, or what would be."""

REFUTED = re.compile(
    r"\W*(?:no\b|not? (?:so|true|really)|but (?:no|that|it|this)(?:'s| is)? (?:not|wrong|false|isn't)|but that's (?:wrong|not)"
    r"|that's (?:wrong|false|not)|wrong|false\b|in reality|in fact it"
    r"|(?:ma )?non è (?:così|vero)|(?:ma )?è (?:falso|sbagliato)|sbagliato|falso|in realtà)",
    re.IGNORECASE,
)
"""A sentence that takes back the one before it."""
