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
ASKED = re.compile(
    r"\b(look(?:ing)? for|seek\w*|hiring|require\w*|requisit\w+|conoscenz\w+|competenz\w+|cerchiamo|ricerchiamo"
    r"|cerca|cercando|ricerca|knowledge"
    r"|proficien\w+|familiar(?:ity|ità|iz\w+)?(?!e)|stack|you|your|candidat\w+|ti occuperai|si occuperà|nice to have|must|years? of experience"
    r"|anni di esperienza|devi|dovrai|saprai|conosci"
    r"|esperienza (?:in|con|nell\w*|di)|experience (?:in|with))\b",
    re.IGNORECASE,
)
"""What a sentence that asks for something says, wherever it stands."""
COMPANY = re.compile(
    r"\b(we are|we're|our (?:mission|customers|clients?|company|products?)|founded|company|start-?up|leader|leading|siamo(?! (?:alla|alle|al|a|passati)\b)"
    r"|we (?:help|provide|serve)|provider of|specialis\w+ in|specializ\w+ (?:in|nel\w*)|used by \d|customers in|aiutiamo|operiamo|opera (?:nel|in|a|da)\b|fornitore di|clienti in"
    r"|our (?:\w+ )?engine|nostr\w+ (?:missione|clienti|prodotti|reparto)|aziend\w+|società|gruppo|fondat\w+|multinazional\w+)\b",
    re.IGNORECASE,
)
"""What a sentence about the company says."""
ASIDE = re.compile(
    r"^\W*(who else|other teams|the rest of the (?:company|team|business)|who(?:'|’)s (?:here|who)|chi altro|gli altri (?:team|reparti)|il resto (?:del team|dell)"
    r"|(?:our|the) (?:hiring|interview|selection|recruitment)|(?:recruitment|hiring|selection) (?:process|timeline)|next steps|what happens next|prossimi passi"
    r"|come candidarsi|per candidarsi|candidatura"
    r"|modalità di (?:candidatura|presentazione|partecipazione|selezione)|how we(?:'|’)ll support|our (?:benefits|perks|offer|commitment)|the (?:deal|offer|boring|money)"
    r"|reward|remuneration"
    r"|diversity|inclusion|note legali|informativa|trattamento dei dati|cosa ti (?:offriamo|diamo|aspetta)|benefit|welfare|compenso|retribuzione|condizioni|dicono di noi"
    r"|la nostra storia|la società|il gruppo"
    r"|about (?!you\b|the (?:role|job|work|position|opportunity)|this)\w+|who we are|our (?:company|story|values|culture|core values)|core values"
    r"|package|pay\b|in return|to apply|how to apply|interested\?|what you(?:'|’)?(?:ll| will) (?:get|receive)|what(?:'|’)s in it|(?:che )?cosa (?:diamo|avrai)"
    r"|trattamento economico|iter di|processo di selezione|benefits?|perks?"
    r"|what (?:do we|we|you'll) (?:offer|get|love)|we offer|what's (?:in it for you|on offer)|what makes|why (?:join|work|us|you'll|[A-Z]\w+\W*$)"
    r"|life at|equal opportunity|.{0,40}equal[ -]opportunity employer|privacy|compensation|interviewing at|interview process|how we hire|what we live by"
    r"|chi siamo|l'azienda|(?:che )?cosa offriamo|(?:ti )?offriamo|si offre|vantaggi|perché (?:unirti|noi|sceglier)|tipologia di contratto"
    r"|sede di lavoro|il processo di selezione)",
    re.IGNORECASE,
)
"""How a passage begins that asks for nothing."""
ASKED_ASIDE = re.compile(
    r"\b(looking for|requirements?|requisit\w+|required|must[ -]have|conoscenz\w+|cerchiamo|ricerchiamo|proficien\w+|familiar(?:ity|ità|iz\w+)?(?!e)|nice to have|tech stack)\b",
    re.IGNORECASE,
)
"""What asks for something even there."""
KNOWING = re.compile(
    r"\b(?:experience|familiar(?:ity|ità|iz\w+)?(?!e)|knowledge|understanding|expertise|awareness|dealt with|worked with|used to|comfortable"
    r"|un po['’] di|hai (?:già )?(?:usato|lavorato|visto)"
    r"|esperienz\w+|conoscen\w+|familiarità|padronanza|dimestichezza|competenz\w+|design|build)\b",
    re.IGNORECASE,
)
LAW = re.compile(
    r"\b(?:GDPR|RGPD|DSGVO|(?<!data )privacy|D\.? ?Lgs|Reg\. ?UE|Regolamento UE|personal data|dati personali|data protection law)",
    re.IGNORECASE,
)
HANDLING = re.compile(
    r"\b(?:tratta(?:ti|mento)|autorizz\w+|i (?:tuoi|suoi|vostri) dati|dati ricevuti|informativa|your (?:\w+ )?(?:data|details|information)|applicants?|applications?"
    r"|compl(?:y|iant|iance) with|privacy (?:policy|notice|statement)|candidat\w+|by applying)\b",
    re.IGNORECASE,
)
"""What a line says of the data of those who apply: the law is no demand there."""
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
PAY_FIRST = re.compile(r"^\W*(?:(?:ral|salary|pay|stipendio|compenso)\b\W*)?(?:da |from |fino a |up to )?[€£$]\s?\d", re.IGNORECASE)
"""How a line of pay begins, whatever else it offers."""
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
BOARD = re.compile(
    r"\b(?:\d+\+?|an?|one|un[ao]?) (?:hours?|days?|weeks?|months?) ago\b|\b(?:\d+\+?|un[ao]?) (?:or[ae]|giorn\w|settiman\w|mes\w) fa\b"
    r"|\b(?:easy apply|promoted by|ricerche correlate|ricerche simili|related searches|people also|over \d+ applicants|candidati ora|jobs you may|similar jobs"
    r"|annunci simili|get notified about)\b",
    re.IGNORECASE,
)
"""What a job board writes around an advertisement: its age, its buttons, other posts."""
PERKS = re.compile(
    r"\b(?:training|learning|education|development|conference|certification|formazione|book|libri) (?:budget|allowance|stipend|fund)\b"
    r"|\bbudget (?:annual\w* )?(?:for|per|di|dedicato) .{0,25}(?:training|course|formazione|cors[oi]|conferen|certific|book|libri)"
    r"|\b(?:paid|free|pagat\w+|gratuit\w+|rimborsat\w+) (?:courses?|trainings?|certification\w*|corsi|certificazion\w+)"
    r"|\b(?:corsi|certificazion\w+|conferenze) .{0,60}(?:pagat|gratuit|offert|rimborsat|a carico)"
    r"|\b(?:certification|course|training|exam)s? .{0,60}(?:paid (?:for )?by|on us|covered|at our expense|reimbursed)\b"
    r"|\b\d+ days['’]? (?:of )?(?:(?:paid|annual) )?(?:holiday|leave|vacation)|\b(?:health|dental) (?:cover|insurance)|\bcycle to work|\bpension\b"
    r"|\b(?:hold|won|received) (?:an?|the) [^.;]{0,40}\baward\b|\bbuoni pasto\b"
    r"|\bformazione (?:in aula|retribuita|iniziale)"
    r"|\b(?:hiring|interview|selection|recruitment) (?:process|steps|stages)\b|\btake[- ]home\b"
    r"|\b(?:coding|code|technical) (?:test|challenge|interview|task|assessment)\b|\blive[- ]coding\b"
    r"|\b(?:first|second|final|technical) (?:call|interview|round)\b"
    r"|\b(?:primo|secondo|un|il|con|segue) colloqui\w*|\bcolloqui\w* (?:conoscitiv|tecnic|con|individual|motivazional|oral|di)\w*"
    r"|\bprova (?:tecnica|pratica)\b|\bprocesso di selezione\b|\biter (?:di )?selet\w+\b",
    re.IGNORECASE,
)
"""What is offered to those who work there, and how they are chosen."""
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
MONEY = re.compile(r"[€$£]|\b(?:RAL|EUR|CHF|USD|GBP)\b|\b\d+(?:[.,]\d+)?\s?k\b")
"""Figures of pay; or of what a program does ("100k requests"), where a technology stands beside them."""
ELSEWHERE = re.compile(
    r"\b(?:CCNL|D\.?\s?Lgs|Reg\.|[Aa]rt\. ?\d|[Aa]ut\. ?[Mm]in|L\. ?\d{2})|\b(?:SC|DV|BPSS|NOS|DBS|RAL)\b"
    r"|(?i:\b(?:salar(?:y|ies)|(?<!\ba )(?<!\bun )(?<!\bbig )(?<!\bnice )bonus(?! points)"
    r"|stipendi\w*|retribuzion\w+|ticket restaurant|buon[io] past[oi]|pension|holidays?|vacation|ferie|life assurance"
    r"|polizza|equity|stock options?|welfare|equal[- ]opportunit\w+|disabilit\w+|regardless|without regard|discriminazion\w+|parità|pari opportunità"
    r"|categorie protette|genere|(?:send|submit|mail|attach|invia|inviare|manda|carica)\w* (?:\w+ ){0,5}(?:cv|resume|curriculum|candidatur\w+|application)"
    r"|apply (?:now|by|through|via|at|with)|(?:how )?to apply|per candidar\w+|candidati (?:a|ora|qui|su|entro|via)\b|ambosessi"
    r"|sede:|casa madre|location:|salary:|contract:|contratto|headquarter\w*|time zones?|ref\.|quoting|founded in|series [a-e] funding|colloqui\w*\b(?! in parte)"
    r"|interview(?:s|ed|er|ers|ing us)?\b(?! (?:candidates|new))|recruiters?|enquir\w+|rivolgersi|awards?|referent\w|under-?represented|patente|automunit\w+"
    r"|domand\w+ (?:di (?:partecipazione|ammissione)|,? ?redatt\w+)|pervenire|pervenut\w+|allegato [a-z0-9]\b|bando|graduatori\w+|concors\w+ pubblic\w+|inpa\b|raccomandata"
    r"|(?:tramite|via|mezzo|through) (?:pec|posta certificata)\b|clearance|cleared|nulla osta|right to work|visa sponsor\w*|work permit|permesso di (?:soggiorno|lavoro)"
    r"|background checks?|criminal record|cittadinanza|responsabile del procedimento|determina(?:zione)? (?:n\.|dirigenzial\w)|deliberazion\w+|orario:|orari di"
    r"|parental leave|sick pay|gym\b|season ticket|employee assistance|referral|somministrazione|tempo (?:in)?determinato|inquadramento|tredic\w+|mensilità))"
)
"""What a sentence says of pay, law, how to apply and how they choose: it asks for nothing technical."""
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
