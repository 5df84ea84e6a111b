from concurrent.futures import ThreadPoolExecutor

from sparring.language.text import stem

WORDS = [
    f"{start}{end}"
    for start in ("riferiment", "collez", "funzion", "mutabil", "oggett", "garbag")
    for end in ("o", "i", "e", "are", "zione", "mente", "ità")
]


def test_threads_do_not_share_a_stemmers_thoughts():
    stem.cache_clear()
    alone = [stem(word, "it") for word in WORDS]
    for _ in range(20):
        stem.cache_clear()
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(lambda word: stem(word, "it"), WORDS)) == alone
