"""The index of texts that are alike misses none, and says what comparing each one would say."""

import random
from threading import Thread

from rapidfuzz.distance import Indel

from mep_site.memory.matching.likeness import CUTOFF, LikenessIndex

CHARACTERS = "环境保护部第次会议于年月在北京召开中俄合作水大气土壤的一二三四五六，。"


def made_up(number):
    choose = random.Random(number)
    texts = {"".join(choose.choices(CHARACTERS, k=choose.randint(1, 30))) for _ in range(number)}
    return {str(place): text for place, text in enumerate(sorted(texts))}


def all_alike(text, texts):
    """What comparing it with each of the texts finds."""
    scores = {key: Indel.normalized_similarity(text, other) for key, other in texts.items()}
    return {key: round(score, 9) for key, score in scores.items() if score >= CUTOFF}


def asked(index, text):
    return {key: round(score, 9) for key, score in index.like(text, 10_000)}


def test_it_finds_what_comparing_every_text_finds():
    texts, index = made_up(2000), LikenessIndex()
    index.add(list(texts.items()))
    gone = list(texts)[::7]
    index.remove(gone)
    for key in gone:
        del texts[key]
    choose = random.Random(0)
    for text in choose.sample(list(texts.values()), 60):
        at = choose.randrange(len(text))
        typed = text[:at] + choose.choice(["", "新", "一二"]) + text[at + 1 :]
        assert asked(index, typed) == all_alike(typed, texts)
    assert asked(index.packed(), "会议于") == asked(index, "会议于")
    assert index.packed().wasted == 0


def test_one_thread_may_add_while_another_asks():
    texts, index = made_up(3000), LikenessIndex()
    items = list(texts.items())
    index.add(items[:1000])

    def add():
        for start in range(1000, len(items), 10):
            index.add(items[start : start + 10])
            index.remove([items[start - 900][0]])

    thread = Thread(target=add)
    thread.start()
    while thread.is_alive():
        for key, score in index.like("环境保护部第三次会议", 5):
            assert round(score, 9) == round(
                Indel.normalized_similarity("环境保护部第三次会议", texts[key]), 9
            )
    thread.join()
