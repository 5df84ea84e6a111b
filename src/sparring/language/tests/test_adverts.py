"""What advertisements ask for is found with its sentence; what they merely say, or take back, is not."""

import pytest

from sparring.language.adverts import demands, is_foreign, skills, topic_weights

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
    assert set(asked) == {"python", "django", "fastapi", "sql", "postgres", "rest", "docker", "kubernetes", "ci", "iac", "aws"}
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
        assert one.words in one.sentence
        assert one.sentence in ENGLISH + ITALIAN
