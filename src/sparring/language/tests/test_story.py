"""What of a story is a result: told without *as a result*, and in the sentence that tells the deed."""

import pytest

from sparring.language.story import read_story

ENDED = {
    "en": [
        "We added an index and the job went from 40 to 6 minutes.",
        "I rewrote the query, and the response time dropped by 30 %.",
        "The build now takes four minutes, down from twenty.",
        "We cut the number of failing nights by half.",
        "I talked to him and we decided together to keep both designs behind a flag.",
        "He agreed to try my proposal for two weeks.",
        "We shipped two days early and nobody noticed the change.",
        "I moved the check into the pipeline and the errors disappeared.",
        "The customer was happy and renewed the contract.",
        "I split the job into batches, so memory went down to 300 MB.",
        "We found a compromise: his schema, my migration plan.",
        "It worked, and the release went out on Thursday.",
    ],
    "it": [
        "Abbiamo aggiunto un indice e il job è passato da 40 a 6 minuti.",
        "Ho riscritto la query e il tempo di risposta è sceso del 30 %.",
        "La build adesso ci mette quattro minuti invece di venti.",
        "Abbiamo ridotto della metà le notti fallite.",
        "Ho parlato con lui e abbiamo deciso insieme di tenere tutte e due le soluzioni.",
        "Alla fine abbiamo scelto il suo schema con il mio piano di migrazione.",
        "Lui ha accettato di provare la mia proposta per due settimane.",
        "Ho spostato il controllo nella pipeline e gli errori sono spariti.",
        "Il cliente era contento e ha rinnovato il contratto.",
        "Ho diviso il job in lotti, così la memoria è scesa a 300 MB.",
        "Ci siamo messi d'accordo: prima le misure, poi la scelta.",
        "Ha funzionato, e il rilascio è uscito giovedì.",
    ],
}
OPEN = {
    "en": [
        "I wanted to bring the time from 40 to 6 minutes.",
        "The goal was to cut the cost by 30 %.",
        "My manager asked me to reduce the time from 40 to 6 minutes.",
        "We did not agree, and the job still takes 40 minutes.",
        "I worked there from 2019 to 2022.",
        "We met from 9 to 11 every Monday.",
        "He did not agree to try my proposal.",
        "I decided to write a test first.",
        "We decided to look at the code.",
        "It did not work at all, so I asked a colleague.",
        "At that time the job took 40 minutes.",
        "The customer was not happy with us.",
    ],
    "it": [
        "Volevo portare il tempo da 40 a 6 minuti.",
        "L'obiettivo era ridurre i costi del 30 %.",
        "Il capo mi ha chiesto di scendere da 40 a 6 minuti.",
        "Non ci siamo messi d'accordo, e i toni erano duri.",
        "Ho lavorato lì dal 2019 al 2022.",
        "Ci vedevamo dalle 9 alle 11 ogni lunedì.",
        "Lui non ha accettato la mia proposta.",
        "Ho deciso di scrivere prima un test.",
        "Abbiamo deciso di guardare il codice.",
        "Non ha funzionato per niente, quindi ho chiesto a un collega.",
        "A quei tempi il job ci metteva 40 minuti.",
        "Il cliente non era contento di noi.",
    ],
}


LEAD = {"en": "I looked into it for two days. ", "it": "Ho misurato per due giorni. "}


def pairs(said):
    return [(language, LEAD[language] + text) for language, texts in said.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), pairs(ENDED))
def test_how_it_ended_is_heard_also_in_the_sentence_that_tells_the_deed(language, text):
    assert read_story(text, language).has("result")


@pytest.mark.parametrize(("language", "text"), pairs(OPEN))
def test_a_wish_a_refusal_or_a_span_of_time_is_no_result(language, text):
    assert not read_story(text, language).has("result")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year I disagreed with a colleague. I measured both ways. We added an index and the job went from 40 to 6 minutes."),
        (
            "it",
            "L'anno scorso non ero d'accordo con un collega. Ho misurato. Abbiamo aggiunto un indice e il job è passato da 40 a 6 minuti.",
        ),
    ],
)
def test_the_deed_and_its_end_in_one_sentence_are_both_there(language, text):
    story = read_story(text, language)
    assert story.has("action")
    assert story.has("result")
    start, end = story.places("result")[0]
    assert "40" in text[start:end]
