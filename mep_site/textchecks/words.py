"""What checks know of each language: its quotation marks, and the words that tell a place by.

A language that is missing here is checked by what holds for every language.
"""

import re
from dataclasses import dataclass

from mep_site.translations.languages import Language

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class LanguageTraits:
    """What is written in one way in a language.

    ``quotation_marks`` are those that texts are to have, ``foreign_marks`` those that they must not
    have. ``length`` is how many letters usually render one Chinese character, by the median of the
    site's own texts. ``states`` finds the word that says that what is counted are states,
    ``organisation`` what is an organisation and no state. ``address`` finds a postal address.
    ``head`` finds the word of a name that says what is named: "ministry"; ``no_name_before`` and
    ``no_name_after`` are what surrounds it where it stands for the whole name.
    """

    quotation_marks: str = ""
    foreign_marks: str = "《》〈〉「」『』"
    length: float = 3.6
    states: re.Pattern[str] = NEVER
    organisation: re.Pattern[str] = NEVER
    address: re.Pattern[str] = NEVER
    head: re.Pattern[str] = NEVER
    no_name_before: str = r"\b"
    no_name_after: str = ""

    def head_of(self, name: str) -> str:
        """The word of the name of a body that says what it is."""
        found = self.head.search(name)
        return found["head"] if found else ""


CHINESE = LanguageTraits(
    quotation_marks="“”‘’",
    states=re.compile(r"[成观]?[员察]{0,2}国(?!际|家)|国家"),
    organisation=re.compile(r"联合国|组织|联盟|大会|委员会|欧安|基金|银行|署$|中心"),
    address=re.compile(
        r"地\s*址\s*[:：]|(?:[省市区县旗镇])[\u4e00-\u9fff]{1,14}?(?:路|街|道|胡同|巷|弄|里)"
        r"[\u4e00-\u9fff]{0,4}\s*(?:[甲乙丙]?\s*[\d一二三四五六七八九十]+\s*号)"
    ),
)
OTHERS = {
    "en": LanguageTraits(
        quotation_marks="“”‘’",
        foreign_marks="«»„《》〈〉「」『』",
        states=re.compile(r"\b(?:states?|countr(?:y|ies)|nations)\b", re.IGNORECASE),
        organisation=re.compile(
            r"\b(?:Organi[sz]ations?|United Nations|League|Union|Assembly|Committee|Commission"
            r"|Association|Agency|Fund|Bank|Programme|Council|Secretariat|Cent(?:er|re)|Forum"
            r"|Conference|OSCE|IOM|WHO|UNEP)\b"
        ),
        address=re.compile(
            r"\b(?:Postal |Mailing )?Add(?:ress|\.)?\s*[:：]"
            r"|\b(?:No\.?\s*)?\d+[A-Z]?,?\s+(?:[A-Z][\w’'-]*\s+){0,4}"
            r"(?:Road|Rd\.?|Street|St\.|Avenue|Ave\.?|Lane|Hutong|Alley|[A-Z]?[a-z]+hutong)\b"
            r"|\bNo\.?\s*\d+\s*,?\s*[A-Z][\w’' -]{2,40},\s*[A-Z][\w’' -]+District\b"
        ),
        head=re.compile(r"(?P<head>[A-Za-z]{5,})(?=\s+(?:of|on|for|in)\b|$)"),
        no_name_before=r"\b(?:the|this|that|our|its|their)\s+",
        no_name_after=r"\b(?!\s+(?:of|on|for)\b)",
    ),
    "ru": LanguageTraits(
        quotation_marks="«»„“",
        foreign_marks='“”"《》〈〉「」『』',
        length=3.7,
        states=re.compile(r"\b(?:государств\w*|стран\w*)\b", re.IGNORECASE),
        organisation=re.compile(
            r"\bорганизаци\w*|\bОбъедин[её]нны\w+ Наци\w*|\bлиг[аиуе]\w*|\bсоюз\w*|\bассамбле\w*"
            r"|\bкомит\w*|\bкомисси\w*|\bассоциаци\w*|\bагентств\w*|\bфонд\w*|\bбанк\w*"
            r"|\bпрограмм\w*|\bсекретариат\w*|\bцентр\w*|\bООН\b|\bОБСЕ\b|\bМОМ\b|\bВОЗ\b",
            re.IGNORECASE,
        ),
        address=re.compile(
            r"\b(?:Почтовый )?[Аа]дрес\s*[:：]"
            r"|\b(?:ул\.|улица|пер\.|переулок|просп(?:ект|\.)|пр-т|шоссе|хутун)\s+[А-ЯЁ]?[\w-]+"
            r"(?:\s+[\w-]+){0,3},?\s*(?:д(?:ом|\.)?\s*)?\d+"
            r"|\bд\.\s*\d+,\s*(?:ул\.|улица|пер\.|переулок|просп)"
        ),
        # The first word that is no adjective.
        head=re.compile(r"\b(?P<head>(?!\w*(?:ая|ый|ий|ой|ое|ее|ые)\b)[А-Яа-яё]{5,})"),
        # "Министерство охраны …" is a name, "министерство сообщает", "в министерстве." are none.
        no_name_after=(
            r"\b(?!\s+(?:по|охраны|защиты|экологии|природ\w+|окружающей|науки|финансов|сельск\w+)\b)"
        ),
    ),
}


def traits_of(language: Language) -> LanguageTraits:
    """What is known of a language."""
    return CHINESE if language.is_chinese else OTHERS.get(language.code, LanguageTraits())
