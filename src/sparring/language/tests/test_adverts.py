"""What advertisements ask for is found with its sentence; what they merely say, or take back, is not."""

import re

import pytest

from sparring.language.adverts import demands, is_foreign, topic_weights, unlisted
from sparring.language.skills import skills

ENGLISH = """Senior Python Developer (Remote, Milan)

We are a fast growing company. The rest of the team loves to go hiking, and we react quickly to feedback.

Requirements:
- 5+ years with Python 3.11 and Django or FastAPI
- Strong SQL skills (PostgreSQL)
- REST APIs, Docker/Kubernetes, CI/CD
Nice to have:
- Terraform, AWS (S3, Lambda)
No Java required. You excel at communication.
"""
ITALIAN = """Cerchiamo uno sviluppatore Python per il nostro team di Bologna.
Requisiti:
• ottima conoscenza di Python e di almeno un framework tra Django e Flask;
• esperienza con basi di dati relazionali, preferibilmente MySQL;
• conoscenza dei design pattern e delle strutture dati.
Costituisce titolo preferenziale la conoscenza di React.
Non è richiesta la conoscenza di PHP.
"""


def found(text):
    return {one.skill.id: one for one in demands(text)}


def test_an_english_advertisement():
    asked = found(ENGLISH)
    assert set(asked) == {"python", "django", "fastapi", "sql", "postgres", "rest", "docker", "kubernetes", "ci", "iac", "aws", "teamwork"}
    assert asked["postgres"].sentence == "Strong SQL skills (PostgreSQL)"
    assert (asked["python"].force, asked["iac"].force) == ("must", "plus")


def test_an_italian_advertisement():
    asked = found(ITALIAN)
    assert set(asked) == {"python", "django", "flask", "sql", "mysql", "patterns", "algorithms", "javascript"}
    assert (asked["python"].force, asked["mysql"].force, asked["javascript"].force) == ("must", "plus", "plus")


@pytest.mark.parametrize(
    "text",
    [
        "The rest of us go to the office in spring.",
        "You react fast and excel at your work.",
        "No Java required.",
        "Conoscere PHP non è richiesto.",
        "",
    ],
)
def test_nothing_is_invented(text):
    assert demands(text) == ()


def test_weights_follow_the_force_and_the_order_of_topics():
    weights = topic_weights(demands("Requirements:\n- Django\nNice to have:\n- pytest"))
    assert weights["web.orm"] == 3.0
    assert weights["web"] == 1.5
    assert weights["testing"] == 1.0


def test_another_language_is_noticed():
    assert is_foreign("Wir suchen für unser Team in Berlin einen Entwickler mit Erfahrung und du bist nicht allein")
    assert not is_foreign(ENGLISH)
    assert not is_foreign(ITALIAN)


def test_every_skill_leads_to_topics_of_the_core_pack():
    import tomllib
    from pathlib import Path

    pack = Path(__file__).parents[4] / "packs" / "core" / "topics.toml"
    topics = {row["id"] for row in tomllib.loads(pack.read_text(encoding="utf-8"))["topics"]}
    assert {topic for skill in skills() for topic in skill.topics} <= topics
    assert len({skill.id for skill in skills()}) == len(skills())


def test_a_demand_stands_word_for_word_in_its_sentence_and_the_sentence_in_the_text():
    found = demands(ENGLISH + ITALIAN)
    assert found
    for one in found:
        assert any(word in one.sentence for word in one.mentions)
        assert all(word in ENGLISH + ITALIAN for word in one.mentions)
        assert one.sentence in ENGLISH + ITALIAN


@pytest.mark.parametrize(
    ("line", "asked", "not_asked"),
    [
        ("You know Python, Go or Rust.", {"python", "go", "rust"}, set()),
        ("You are ready to go to our offices, python in hand.", {"python"}, {"go"}),
        ("Conoscenza di Python o R.", {"python", "other-languages"}, set()),
        ("Lavoriamo su larga scala: serve Python.", {"python"}, {"java"}),
        ("You will react quickly and speak with the DevOps team about your Python.", {"python"}, {"javascript", "iac"}),
        ("* Backend in **Python** /Flask, with (node, react) tools for your users", {"python", "flask", "javascript"}, set()),
        ("Laurea in Informatica, Matematica o Statistica; conoscenza di SQL.", {"sql"}, {"statistics"}),
        ("Write to you@python.example or see https://django.example/sql for your answer", set(), {"python", "django", "sql"}),
        ("You need cloud (AWS, Azure, Google) and your own ideas", {"cloud", "aws", "azure", "gcp"}, set()),
    ],
)
def test_what_is_a_demand_and_what_only_looks_like_one(line, asked, not_asked):
    found = {one.skill.id for one in demands(line)}
    assert asked <= found
    assert not not_asked & found


def test_what_a_company_offers_and_says_of_itself_is_no_demand():
    text = """# Who we are
Founded in 2017, we run the largest Kubernetes platform and our product is written in Haskell.
## Requirements
Solid Django
## What we offer
A MacBook, and courses on AWS and Scala
## Why Acme
Everything runs on Terraform"""
    assert {one.skill.id for one in demands(text)} == {"django"}


def test_a_line_that_was_wrapped_is_one_sentence():
    text = "- Comprensione delle architetture applicative e del design orientato\n    agli oggetti, esperienza con Django\n"
    assert {one.skill.id for one in demands(text)} >= {"oop", "django"}


def test_a_skill_named_twice_has_all_its_words_and_its_strongest_sentence():
    (one,) = demands("You will use Terraform here.\n\nMust have: Ansible and Terraform for your work.")
    assert one.mentions == ("Terraform", "Ansible")
    assert one.force == "must"
    assert "Ansible" in one.sentence


@pytest.mark.parametrize("text", ["Go, " * 5000, "python " * 5000, "a" * 100_000, "*" * 50_000, "@" * 50_000, "\n" * 50_000])
def test_odd_texts_come_to_an_end(text):
    assert len(demands(text)) <= 2


@pytest.mark.parametrize(
    ("line", "asked", "not_asked"),
    [
        ("You will work with our data team and with a cloud architect on Django.", set(), {"cloud", "data"}),
        ("Lavorerai in Django accanto al team DevOps.", {"django"}, {"iac"}),
        ("You write Python; the mobile team uses Kotlin and Swift.", {"python"}, {"java", "other-languages"}),
        ("You need Django; our React code is looked after by another team", {"django"}, {"javascript"}),
        ("Solid Python. Don't worry if you have never used Terraform.", {"python"}, {"iac"}),
        ("Solid Python. We have a training budget, also for AWS certifications.", {"python"}, {"aws"}),
        ("Solid Python. The process: a first call, then a coding test on SQL.", {"python"}, {"sql"}),
        ("Laurea in Informatica, Data Science o Cybersecurity; conoscenza di SQL.", {"sql"}, {"models", "security"}),
        ("Degree in Informatics, 2 years of machine learning and Python", {"python", "models"}, set()),
        ("Conosci Python: siamo passati da PHP due anni fa", {"python"}, {"other-languages"}),
    ],
)
def test_what_others_do_what_is_offered_and_what_is_not_expected(line, asked, not_asked):
    found = {one.skill.id for one in demands(line)}
    assert asked <= found
    assert not not_asked & found


@pytest.mark.parametrize(
    "text",
    [
        "Requirements: Python.\nNot needed: web frameworks, Kubernetes.",
        "You know Python well.\nProduct teams mostly run Java and .NET; you are not expected to develop in these.",
        "Cerchiamo chi conosce Python.\nIl firmware è in Rust, ma di quello si occupa Giacomo.",
        "You must know Python.\nPartners in Bergen and Hobart are developing the model, in Fortran and Julia.",
        "You must know Python.\nJava Developer - Kells & Byrne - Dublin  3 days ago",
        "Requirements: Python.\nInformal enquiries to Dr Priya Hallworth.",
        "You know Python.\nThe iOS app is built by an agency in Swift.",
        "You know Python.\nPlatform colleagues look after EKS and Terraform, so you won't have to.",
        "You need Python.\nOur marketing people use WordPress and Mailchimp.",
        "You need Python.\nClient team is Unity/C#.",
        "You need Python.\nNo leetcode.",
        "You need Python.\nSC cleared or eligible.",
        "Requisiti: Python.\nIl primo programma l'ha scritto Ivano in Delphi nel 2002.",
        "Requisiti: Python.\nLe domande dovranno pervenire via PEC; l'accesso al bando avviene con SPID o CIE.",
        "Requisiti: Python.\nIl percorso: 6 settimane di formazione in aula (Java, Salesforce).",
    ],
)
def test_what_others_do_and_what_surrounds_an_advertisement_is_not_asked_for(text):
    assert set(found(text)) == {"python"}
    assert not unlisted(text)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("We hang our coats on hooks and watch the monitor.", set()),
        ("Solid React with hooks and Redux", {"javascript"}),
        ("Our branch in Leeds has a shop.", set()),
        ("Knowledge of Gazebo and MoveIt", {"embedded"}),
        ("gradito C#", {"csharp"}),
        ("Gradito: un po' di React.", {"javascript"}),
        ("Gradita conoscenza di React.", {"javascript"}),
        ("Nice to have: a bit of React", {"javascript"}),
        ("As a team we React fast to you", set()),
        ("Siamo una PMI e lavoriamo per altre PMI del territorio.", set()),
        ("Una certificazione PMI o PMP", {"agile"}),
    ],
)
def test_a_common_word_is_technical_only_where_something_technical_surrounds_it(line, asked):
    assert {key for key, one in found(f"A role in Pavia\nRequirements:\n{line}").items() if one.skill.technical or key == "agile"} == asked


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Cosa troverai: un backend in Python (Tornado, in migrazione a Sanic) e dati su MongoDB.", "nosql"),
        ("Requisiti: inglese C1, colloquio in parte in lingua.", "english"),
        ("You can talk to customers; German is a big plus.", "other-spoken-languages"),
        ("Requirements: knowledge of STIX and TAXII.", "security"),
    ],
)
def test_what_stands_in_a_passage_on_the_work_is_asked_for(text, skill):
    assert skill in found(text)


@pytest.mark.parametrize(
    "line",
    [
        "Parte del colloquio in inglese.",
        "Segue un colloquio tecnico, in parte in inglese, con il team.",
        "Benefit e iter di selezione:\n- primo colloquio conoscitivo\n- colloquio tecnico in lingua inglese",
        "Interview process:\n- First call (in English)\n- Technical interview",
        "We are a growing company, and the final interview will be held in English.",
        "Il processo di selezione prevede in inglese il secondo colloquio.",
    ],
)
def test_the_language_of_the_interview_is_a_demand(line):
    asked = found(f"Cerchiamo Python developer.\n{line}")
    assert set(asked) == {"python", "english"}
    assert asked["english"].force == "must"
    assert re.search("inglese|English", asked["english"].sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Il colloquio non sarà in inglese.",
        "Segue un colloquio tecnico in italiano.",
        "Benefits:\n- corsi di inglese gratuiti dopo il primo colloquio",
    ],
)
def test_an_interview_in_another_language_is_no_demand_of_english(line):
    assert "english" not in found(f"Cerchiamo Python developer.\n{line}")
