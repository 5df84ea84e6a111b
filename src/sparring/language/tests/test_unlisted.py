"""Names that no list holds are found where they are asked for; companies, people, places, benefits, law and plain words are not."""

import pytest

from sparring.language.adverts import demands, unlisted

WORKSHOP = """Python developer, Ferrara or remote

# Who we are
BirdLoft was founded in 2016 and sells nesting boxes through QuillShop. Our platform ZXP9 is loved by ornithologists.
## What you will do
- Write services in Python with Quarkle, Redis or Brindle
- Talk to the Operations team in Ferrara and to Marta, who runs it
## Requirements
- Experience with Vorpal and HJ7
- Git, tcpflow-ng (varnishlog, mtr, Grafana)
## What we offer
€40,000, a MacBook, GymPal and lessons of German
We process your data under the GDPR. BirdLoft is an Equal Opportunity Employer.
"""
BOTTEGA = """Sviluppatore Python a Ferrara
Requisiti:
• conoscenza di Django e Brindle;
• esperienza con Vorpal, preferibilmente in ambito HJ7;
• ottimo inglese parlato e scritto, laurea in Fisica al Politecnico di Torino
• buone doti di comunicazione, precisione e autonomia
Lavorerai con i colleghi di Bologna ogni Lunedì.
Cosa offriamo: RAL 35k, buoni pasto Edenred, smart working
I tuoi dati saranno trattati secondo il GDPR (Reg. UE 2016/679).
"""


def names(text):
    return {one.words for one in unlisted(text)}


def test_an_english_advertisement_of_invented_names():
    assert {"Quarkle", "Vorpal", "HJ7"} <= names(WORKSHOP) <= {"Quarkle", "Brindle", "Vorpal", "HJ7"}


def test_an_italian_advertisement_of_invented_names():
    assert names(BOTTEGA) == {"Brindle", "Vorpal", "HJ7"}


@pytest.mark.parametrize("text", [WORKSHOP, BOTTEGA])
def test_the_law_of_those_who_apply_is_no_demand(text):
    assert not {word for one in demands(text) for word in one.mentions} & {"GDPR"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Esperienza con Redis, Celery o Quarkle", {"Quarkle"}),
        ("You know HTTP, FQ4 and YetAnotherProxy.", {"FQ4", "YetAnotherProxy"}),
        ("Knowledge of norm IEC 99304 and of Docker", {"IEC 99304"}),
        ("Familiarity with Plunk/Zorble is required.", {"Plunk", "Zorble"}),
        ("You will work in London, Paris or Berlin on Monday and Friday.", set()),
        ("Fluent English and German, French is a plus: Python too.", set()),
        ("You report to Anna Rossi, our CTO, and to HR.", set()),
        ("Knowledge of the Elbonian energy market", set()),
        ("We built QX7 for GrandShop and it is loved.", set()),
        ("Pipelines of RAG with Redis (chunking, embedding, retrieval)", set()),
        ("No Quarkle required.", set()),
        ("Conoscere Quarkle non è richiesto.", set()),
        ("Ability to communicate, precision and curiosity are required.", set()),
        ("Bachelor's degree in Physics, QuantumLand University", set()),
    ],
)
def test_what_is_a_name_and_what_only_looks_like_one(line, expected):
    assert names(f"Backend role\n{line}") == expected


def test_a_name_carries_its_sentence_and_how_strongly_it_is_asked_for():
    (one,) = unlisted("A role\nNice to have:\n- Experience with Quarkle and Docker")
    assert (one.words, one.force, one.sentence) == ("Quarkle", "plus", "Experience with Quarkle and Docker")
    assert (one.skill.listed, one.skill.topics, one.skill.technical) == (False, (), True)


def test_what_the_list_names_is_not_named_again():
    assert not names("Job\nRequirements:\n- PostgreSQL, FastAPI, CI/CD, C++, OAuth2, Kubernetes/Docker")


@pytest.mark.parametrize("text", ["Qz7, " * 5000, "(" * 50_000, "A" * 100_000, "aB " * 3_000, "experience with " * 5000])
def test_odd_texts_come_to_an_end(text):
    assert len(unlisted(text)) <= 60
