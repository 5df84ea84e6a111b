"""What a sentence denies by its build asks for nothing; a negation that affirms, or one of something else, takes nothing back."""

import pytest

from sparring.language.adverts import demands, unlisted

DENIED = [
    ("We look for a developer.\n\nOur designers work in Figma, which you won't need.", "a negation that speaks to the reader"),
    (
        "We look for a developer.\n\nThe clients are built in Unity, the servers in Elixir, and neither will land on your desk.",
        "both at once",
    ),
    ("We look for a developer.\n\nGame development knowledge isn't necessary.", "need denied"),
    ("We look for a developer.\n\nThe quants use MATLAB; you will not be expected to.", "by the next clause"),
    ("We look for a developer.\n\nThere is no Kafka here and there never will be.", "a noun denied"),
    ("We look for a developer.\n\nNobody will ask you to write Perl.", "nobody asks"),
    ("We look for a developer.\n\nYou can forget about Kubernetes: operations is a different department.", "to be forgotten"),
    ("We look for a developer.\n\nWe gave up on Jenkins in 2021.", "given up"),
    ("We look for a developer.\n\nThe old Perl scripts were deleted in spring.", "deleted"),
    ("We look for a developer.\n\nThe SAP integration stays with the vendor.", "the vendor's"),
    ("We look for a developer.\n\nOur ERP runs on Oracle, but that's somebody else's job.", "somebody else's"),
    ("We look for a developer.\n\nIf you love Angular, you will be disappointed.", "not who is looked for"),
    ("Cerchiamo uno sviluppatore.\n\nIl gestionale in Delphi non ti riguarderà.", "al lettore"),
    ("Cerchiamo uno sviluppatore.\n\nNon ti chiederemo mai di toccare Angular.", "in avanti"),
    (
        "Cerchiamo uno sviluppatore.\n\nLa parte PLC (Siemens TIA Portal) e il gestionale in C# sono seguiti da altri reparti.",
        "altri reparti",
    ),
    ("Cerchiamo uno sviluppatore.\n\nIl sito in Next.js ha il suo team, e così il data warehouse, basato su BigQuery.", "un team proprio"),
    ("Cerchiamo uno sviluppatore.\n\nI grafici in Power BI, grazie al cielo, li fa il commerciale.", "li fa un altro"),
    ("Cerchiamo uno sviluppatore.\n\nDi Kubernetes si occupa il gruppo infrastrutture.", "se ne occupa un altro"),
    ("Cerchiamo uno sviluppatore.\n\nAbbiamo detto addio a MongoDB nel 2022.", "abbandonato"),
    ("Cerchiamo uno sviluppatore.\n\nIl gestionale in Access è in via di dismissione.", "in dismissione"),
    ("Cerchiamo uno sviluppatore.\n\nUn tempo usavamo Jenkins.", "il passato"),
    ("We look for a developer.\n\nArt uses Blender, audio uses Wwise.", "another trade's tools"),
    (
        "We look for a developer.\n\nOrder routing is written in Java and OCaml by the execution desk and falls outside this role.",
        "others built it",
    ),
    ("We look for a developer.\n\nThe services are built with Node.js and Java by product teams.", "built by others"),
    ("We look for a developer.\n\nWhat they do NOT want: people who build Tableau dashboards.", "not wanted, before a colon"),
    ("We look for a developer.\n\nOur algorithm changes two million prices a day and writes a metadata record.", "told of the product"),
    ("We look for a developer.\n\n€30–36k, free games and a Unity course.", "a line of pay"),
    ("Cerchiamo uno sviluppatore.\n\nParimenti non si richiedono conoscenze di LLM o chatbot.", "non si richiede"),
    ("Cerchiamo uno sviluppatore.\n\nI biostatistici del gruppo impiegano R/Bioconductor.", "gli strumenti d'altri"),
    (
        "Cerchiamo uno sviluppatore.\n\nIl core banking del cliente è in COBOL e resta fuori dal perimetro del progetto.",
        "fuori dal perimetro",
    ),
    ("Cerchiamo uno sviluppatore.\n\nWordPress e PHP li usano le colleghe, tu puoi starne alla larga.", "li usano altre"),
    ("Cerchiamo uno sviluppatore.\n\nL'unità sarà assegnata al Settore Applicativi e Integrazione Dati.", "il nome di un ufficio"),
    ("Cerchiamo uno sviluppatore.\n\nCosa non serve\nUn full stack con Angular e Vue.", "sotto un titolo che nega"),
]
ASKED = [
    ("Where Python is not fast enough, Cython or Numba.", "cpp"),
    ("Kubernetes è un plus ma non è richiesto", "kubernetes"),
    ("Terraform and GitHub Actions a bonus", "ci"),
    ("Esporrai tutto con FastAPI; del resto si occupano Marta e Giulio.", "fastapi"),
    ("You're not afraid of Kubernetes.", "kubernetes"),
    ("You never ship Python without tests.", "python"),
    ("Don't just write SQL: understand it.", "sql"),
    ("You know when not to use Kafka.", "queues"),
    ("Nothing gets merged without passing pytest.", "testing"),
    ("Our Django monolith isn't small, and you'll help split it.", "django"),
    ("You don't need to be a guru, but you should know Docker.", "docker"),
    ("Many years (we won't count them) of Python.", "python"),
    ("You will help us replace old scripts in Java with Airflow.", "pipelines"),
    ("Non solo Python: userai anche Rust.", "rust"),
    ("Non ti spaventa Docker.", "docker"),
    ("Niente di esotico: Python, Django, PostgreSQL.", "django"),
    ("Ci aspettiamo che tu non abbia problemi con SQL.", "sql"),
    ("Non cerchiamo guru, ma persone che conoscano bene Django.", "django"),
    ("Il deploy è affidato a GitLab CI.", "ci"),
    ("Usiamo chatbot e dati non strutturati con Elasticsearch.", "elasticsearch"),
]


@pytest.mark.parametrize(("text", "why"), DENIED, ids=[why for _, why in DENIED])
def test_what_a_sentence_denies_is_not_asked_for(text, why):
    assert [one.words for one in (*demands(text), *unlisted(text)) if one.skill.technical] == [], why


@pytest.mark.parametrize(("line", "skill"), ASKED, ids=[line for line, _ in ASKED])
def test_a_negation_that_denies_no_technology_leaves_it_asked_for(line, skill):
    assert skill in {one.skill.id for one in demands(f"We look for a developer.\n\n{line}")}


def test_of_a_title_only_what_is_surely_a_technology_is_asked_for():
    text = "Engineering Lead, Payments (Python)\nYou write services."
    assert {one.skill.id for one in demands(text) if one.skill.technical} == {"python"}


def test_prose_that_names_only_what_the_product_handles_asks_for_nothing():
    prose = "We look for a developer.\n\nYou will lead a squad of seven engineers responsible for the ledger and for our connections to SEPA and Faster Payments."
    assert "fintech" not in {one.skill.id for one in demands(prose)}
    assert "fintech" in {one.skill.id for one in demands(prose.replace("responsible for the ledger", "with knowledge of PSD2"))}


def test_who_hires_is_no_demand():
    hired = "PagoPA S.p.A. è alla ricerca di Software Engineer con esperienza in Python."
    assert {one.words for one in demands(hired) if one.skill.technical} == {"Python"}


def test_names_of_projects_branches_and_of_what_is_handled_are_no_technologies():
    text = 'Cerchiamo uno sviluppatore.\n\nRicerca per progetto in ambito Telco, nell\'ambito del progetto PNRR "CLIMA-MED", uno sviluppatore con esperienza in Python.'
    assert unlisted(text) == ()
    assert (
        unlisted("We look for a developer.\n\nYou will own the ingestion of AIS signals and customs messages with Airflow and Python.")
        == ()
    )
