"""Words of a query: Chinese ones cut by a dictionary, Russian ones in all of their forms."""

import re
from functools import cache, lru_cache

import rjieba
from pymorphy3 import MorphAnalyzer

from ..analysis.folding import fold
from ..analysis.index_terms import pairs
from ..analysis.script_runs import HAN, Script
from ..analysis.stemming import stem

# Words that say little of what is looked for: those that join others, and those of questions.
_STOP_WORDS = """
的 了 和 与 及 在 是 等 为 对 或 于 把 被 从 向 由 就 也 都 还 并 吗 呢 吧 啊 呀
这 那 这个 那个 一个 有 没有 有没有 我 我们 你 你们 您 他们 有关 关于
怎么 怎样 怎么样 怎么办 如何 什么 是什么 什么样 哪 哪里 哪儿 哪个 哪些 谁 何时 什么时候 为什么 为何
多少 几个 是否 能否 能不能 可以 能 会 应该 应当 需要 要 想 想要 请 请问 找 查 查询 知道
告诉 意思 成为
给 让 归 去 到 当 做 搞 用 看 来 不 没 很 太 最 再 又 才 一起 时候 今天 现在
a an and are as at be been by for from in is it its of on or the to with this that these those there
what how who whom whose where when why which do does did can could may should would will shall must
am was were has have had i me my we us our you your they them their if any some please about
what's how's where's who's i'm i'd can't don't doesn't isn't get find want need know mean become
there here someone anyone something show tell give let much many just very too also so then now
today
и в во на с со о об от до по за к ко у из или не как что для это при а но же ли бы то так если чтобы
кто кого кому где куда откуда когда почему зачем сколько чей чья какой какая какое какие каких каком
который которая которые можно нужно надо есть быть был была были будет такое такой меня мне мой моя
мы нам нас наш вы вам вас ваш они их его её ее я узнать найти получить хочу могу стать находится
очень уже еще тоже там тут здесь сейчас сегодня все этот эта эти про под над без через после самый
"""
STOP_WORDS = frozenset(fold(_STOP_WORDS).split())
MOST_STEMS = 8
CYRILLIC = re.compile("[а-я]")


def says_little(word: str) -> bool:
    """Whether a folded word counts only where nothing else was typed, as a single letter does."""
    is_letter = len(word) == 1 and word.isalpha() and not re.match(f"[{HAN}]", word)
    return is_letter or word in STOP_WORDS


def cut(run: str) -> list[str]:
    """The words in a run of Chinese."""
    return rjieba.cut(run)


def shorter_words(word: str) -> list[str]:
    """The words inside a Chinese word, or its pairs of characters, for a second attempt."""
    if len(word) < 3:
        return []
    inner = [part for part in rjieba.cut_for_search(word) if 1 < len(part) < len(word)]
    return inner or pairs(word)


@cache
def _morphology() -> MorphAnalyzer:
    """Russian morphology, loaded with the first Russian query."""
    return MorphAnalyzer()


def is_russian(word: str) -> bool:
    """Whether a folded word stands in a dictionary of Russian."""
    return bool(CYRILLIC.search(word)) and _morphology().word_is_known(word)


@lru_cache(maxsize=5_000)
def russian_stems(word: str) -> tuple[str, ...]:
    """The stems of all forms that a Russian word can have, its own first.

    Snowball cuts off endings only: человек and людей, дети and ребёнок have no stem in common.
    """
    own = stem(Script.CYRILLIC, word)
    stems = dict.fromkeys([own])
    for reading in _morphology().parse(word):
        if reading.score >= 0.1:
            stems |= dict.fromkeys(
                stem(Script.CYRILLIC, fold(form.word)) for form in reading.lexeme
            )
    return tuple(stems)[:MOST_STEMS]
