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
UNDONE_BEFORE = re.compile(
    r"\b(?:not (?:expected|asked|required|going|supposed)|(?:do|will|are)(?:n['’]t| not) (?:\w+ )?(?:need|have|expect\w*|touch|use)|no need"
    r"|non (?:\w+ ){0,2}(?:chied\w+|serv\w+|dovrai|devi|aspett\w+))"
    r"[^.;]{0,40}\b(?:these|those|either|any of (?:it|them)|né l['’]un\w|questi|queste|quelli|quelle|toccarl\w)\b"
    r"|\b(?:tale|tali|quest\w|such|that) (?:conoscenz\w|competenz\w|skills?|knowledge|experience)\b[^.;]{0,20}\b(?:non|not|n['’]t)\b"
    r"|\bso (?:that )?you (?:won['’]t|will not|don['’]t|do not) (?:have|need) to\b|\bcosì (?:tu )?non (?:dovrai|devi)\b",
    re.IGNORECASE,
)
"""What takes back all that the sentence named before: "Java and .NET; you are not expected to develop in these"."""
UNDONE = re.compile(
    r"^\W*(?:no|zero|niente|nessun\w?)\b(?! (?:two|di|matter|less|fewer|problem|prior|previous|experience))"
    r"|\b(?:no|niente|nessun\w?|nor|né|not) (?=\S+\W*$)"
    r"|\b(?:no [\w .+#/-]{1,40}(?:required|needed|necessary|expected)|not (?:required|necessary|use|using)(?!\s*:)|not needed|do(?:n't| not) (?:need|require|use)"
    r"|(?:do(?:es)?(?:n't| not)) (?:expect|mind|matter)|don(?:'|’)t worry|(?:we|you) (?:don['’]t|do not|won['’]t|never) (?:do|ask|care|touch|support|believe)"
    r"|non (?:facciamo|chiediamo|tocch\w+|ci serv\w+)|no need (?:for|to)|not (?:a problem|expected|an issue)|(?:never|not) (?:used|touched|seen|worked with)"
    r"|(?:moved|migrated|migrating|switched|switching|moving) (?:away )?from(?=[^.;]{1,30} to )|(?:moved|migrated|got) off|dropped|left behind|phasing out|got rid of"
    r"|no longer us\w+"
    r"|non (?:ci aspettiamo|importa|è un problema|ti preoccupare|preoccuparti|usiamo più)|(?:siamo passati|stiamo passando|migrando|migrazione) da|abbiamo (?:abbandonato"
    r"|lasciato)"
    r"|non (?:è |e' |sono )?(?:richiest|necessari|serv|usiamo)\w*|instead of|rather than|anziché|invece di|moving away from|senza bisogno di)",
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
OTHERS = re.compile(
    r"\b(?:with|con|alongside|accanto a\w*|insieme a\w*|support(?:ing)?|report(?:ing)? to|between|tra)\b[^.;:]{0,60}$", re.IGNORECASE
)
THEIR_TEAM = re.compile(
    r"\s+(?:teams?|engineers?|departments?|colleagues|experts?|specialists?|architects?|designers?|scientists?|analysts?|developers?|leads?|managers?|people|squads?"
    r"|guilds?|practices?|divisions?|units?"
    r"|colleghi|sviluppator\w+|ingegner\w+|specialist\w+)\b",
    re.IGNORECASE,
)
TEAM_OF = re.compile(
    r"\b(?:team|reparto|squadra|ufficio|colleghi|gruppo|area|direzione|divisione|dipartimento|unità|funzioni?)\s+(?:(?:di|del|della|dei|degli)\s+)?$",
    re.IGNORECASE,
)
"""Whom one works with: "with the DevOps team", "con il team DevOps" ask for no DevOps."""
FOR_OTHERS = re.compile(
    r"\b(?:for|feeds?|feeding|behind|powers?|powering|serves?|serving|(?:consumed|used|called) by|alimentano|dietro|(?:consumat|usat|chiamat)\w d\w+)"
    r" (?:the |our |its |their |il |la |le |i |gli |l['’]|nostr\w+ )+(?:[\w./+-]+(?:,| and| e| &) )?$",
    re.IGNORECASE,
)
PRODUCT = re.compile(r"(?:(?:,| and| e| &) [\w./+-]+)?\s+(?:apps?|front[ -]?ends?|clients?|portals?|websites?)\b", re.IGNORECASE)
"""What other people's programs are written in: "endpoints for the iOS and Android apps"."""
_PEOPLE = (
    r"(?:teams?|people|folks?|colleagues|squads?|departments?|group|engineers|developers|devs|guys|analysts|scientists|researchers|designers|side|crew|agency"
    r"|suppliers?|vendors?|contractors?)"
)
_GENTE = r"(?:team|reparto|colleghi|ragazz\w|agenzia|fornitor\w|consulent\w|analist\w|sviluppator\w|grafic\w|squadra|gruppo|ufficio)"
_OURS = r"(?!(?:engineering|development|dev|tech\w*|back-?end|python|software|core|whole|entire|small|current|same|new|rest|you\w*)\b)"
_DO = (
    r"(?:uses?|using|loves?|likes?|prefers?|writes?|writing|does|do|is|are|works?|working|runs?|running|lives?|owns?|maintain\w*|builds?|building|handles?|swears?"
    r"|sticks?|codes?|looks? after|takes? care)"
)
_FA = r"(?:usa|usano|lavora|lavorano|scrive|scrivono|gestisc\w+|sviluppa|sviluppano|cura|curano|fa|fanno|preferisc\w+|programma|programmano|mantiene|mantengono)"
_HOW = r"(?:,? (?:who|that|which|here|mostly|mainly|mostly|still|all|also|now|in [\w ]{1,25}?|at [\w ]{1,25}?))*"
_TRADE = (
    r"(?:\w{3,}(?:ist[iae]|ici|ico|ogi|ogo|tori|tore|trici|ieri|iere)|designer|data scientist|analyst|amministrazione|contabilità|grafica"
    r"|produzione|logistica|segreteria|risorse umane"
    r"|marketing|commerciale)"
)
_USES = (
    r"(?:usa|usano|impieg(?:a|ano)|utilizza(?:no)?|viv(?:e|ono) (?:su|in|di)|lavora(?:no)? (?:\w+mente )?(?:su|in|con)|opera(?:no)? (?:\w+mente )?(?:su|in|con)"
    r"|scriv(?:e|ono) in)"
)
THIRD = re.compile(
    r"(?:^|[,;:.(—–-] ?|\b(?:and|but|while) )(?:the |our )?(?:\w+ )?(?:art|audio|animation|editorial|legal|hr|accounting"
    r"|operations|research|science|quants?|traders?|content|marketing|finance|sales"
    r"|design|designers|animators|artists|analysts|scientists|statisticians|researchers)(?: (?:team|people|folks|side|department|desk))?"
    r" (?:(?:mostly|mainly|all|also|still) )?(?:uses?|runs? on|lives? in|works? (?:in|on|with)|writes? in|is in|are in)\b"
    rf"|\b(?:i|gli|le|il|lo|la|nostr\w|dai|dagli|dalle|dal|un|una)\b ?(?:nostr\w |altr\w )?{_TRADE}\b[^.;:,(]{{0,25}}?[,(]? ?(?:che |cui )?{_USES}\b"
    rf"|\bl['’]{_TRADE}\b[^.;:,(]{{0,20}}? ?{_USES}\b",
    re.IGNORECASE,
)
"""Who else uses something: "Art uses Blender", "i biostatistici impiegano R", "dai Data Scientist (che operano in SAS)"."""
OTHERS_WORK = re.compile(
    r"\b(?:another|a separate|a different|the other|a sister) (?:\w+ )?(?:team|group|department|squad)\b"
    r"|\b(?:un altro|altri|un'altra|un diverso) (?:team|repart\w|grupp\w|squadr\w|collegh\w)\b"
    rf"|\b(?:the|our|their|[A-Z]\w+['’]s) (?:{_OURS}[\w&-]+ ){{1,2}}{_PEOPLE}\b{_HOW} {_DO}\b"
    rf"|(?:^|[.;,:(] ?|\band )(?:client|mobile|front-?end|web|design|product design|marketing|data|infra|ops|qa|analytics|growth|finance|sales|support|firmware|hardware|platform"
    rf"|ios|android|app)"
    rf"(?: {_PEOPLE})? (?!is (?:a|an|the|your)\b|are (?:a|the|your)\b){_DO}\b"
    rf"|\b\d[\d,.]*\+? (?:[\w-]+ )?{_PEOPLE},? (?:who|that) (?:\w+ )?{_DO}\b"
    rf"|\b(?:for|to|of|with|by|help|support) (?:the |our |other )?(?:[\w-]+ )?(?:engineers|developers|teams|analysts|scientists|researchers|customers|users"
    rf"|clients),? (?:who|that) (?:\w+ )?{_DO}\b"
    r"|\b(?:mobile |native |ios |android |client )?(?:apps|app|firmware|website|client) (?:is|are|was|were) (?:(?:written|built|made|done) )?(?:in|with|on)\b"
    r"|\b(?:l['’]app|le app|il firmware|il sito(?: vetrina)?) (?:è|sono|gira|girano) (?:(?:scritt|fatt|svilupp)\w+ )?(?:in|con|su)\b"
    r"|(?:^|[.;,] )(?:[\w-]+ ){0,3}(?:teams|partners|colleagues|suppliers|vendors|squads)(?: in [\w ]{1,40}?| at [\w ]{1,40}?)?(?: (?:mostly|mainly|are|now|still))*"
    r" (?:uses?|runs?|writes?|works? in|develop(?:s|ing)?|builds?|building|writing|running|maintain\w*)\b"
    rf"|\b{_GENTE}(?: di| del| della| dei| che si occupa di)? (?:[\w-]+ ){{1,2}}{_FA}\b|\b(?:i|gli|dei|altri) {_GENTE} (?:che )?{_FA}\b"
    r"|\b(?:chi|who) (?:altro|else)\b",
    re.IGNORECASE,
)
"""What others do."""
THEIRS_ASIDE = re.compile(
    r"\b(?:support\w*|help\w*|assist\w*|aiut\w+|affianc\w+|for|per|ai|agli|with|con)\b[^.;:()]{0,40}\b(?:teams?|developers|engineers|sviluppator\w|colleghi|analyst\w"
    r"|scientists)\b[^.;:()]{0,25}\([^()]*$",
    re.IGNORECASE,
)
"""What others work with, in brackets: "supporto ai team di sviluppo (Java/Spring)"."""
OTHERS_AFTER = re.compile(
    r"(?:,|\bma\b|\bbut\b)[^.;]{0,20}\b(?:di (?:quell\w|quest\w) si occup\w+|(?:that|it|those|which)(?:['’]s| is| are) (?:done|handled|written|built|looked after) by)\b",
    re.IGNORECASE,
)
"""What gives to others all that the sentence named before: "Il firmware è in Rust, ma di quello si occupa un collega"."""
DONE_BY = re.compile(
    r"\b(?:is|are|was|were|and) (?:handled|taken care of|looked after|managed|maintained|owned|run|built|made|developed|written|done) by\b(?! you| the team you| our"
    r"| us\b| a small)|\bse ne occup\w+|\bci pensa\w*\b|\bin mano a\b"
    r"|\be (?:la|lo|li|le|quell\w) (?:fa|fanno|cura|curano|segue|seguono|scrive|scrivono|sviluppa|sviluppano)\b(?! (?:tu|voi)\b)",
    re.IGNORECASE,
)
"""What gives to others what the clause named: "our React code is looked after by another team"."""
COLLEAGUES_FROM = re.compile(
    r"\b(?:with|alongside|con|insieme a\w*)\b[^.;:]{0,40}\b(?:colleagues|people|experts|teams|colleghi|persone|espert\w)\s+(?:from|of|in|across|di|del\w*|dei)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Whom one works with, by their trades: "with colleagues from Strategy, Design and our SAP practice"."""
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
BEFORE_US = re.compile(
    r"\b(?:l['’](?:ha|hanno|aveva) (?:scritt|fatt)\w+|(?:was|were|had been) (?:originally |first )?(?:written|built|coded)|originally (?:written|built)|started (?:out"
    r"|life) (?:as|in|with|on)"
    r"|used to (?:be|run|use)|(?:è|era) (?:nat|scritt|fatt)\w+ (?:anni fa|nel \d{4})|years ago|anni fa)\b",
    re.IGNORECASE,
)
"""What tells of the past: what comes behind it is what was, not what is asked."""
