"""What stands for the name of a state in running text: adjectives and abbreviations.

By the ISO code, in English and in Russian. Chinese says 中国政府 where English says "the Chinese
Government" and Russian «китайское правительство»: neither is a wrong name of the state.
"""

from typing import NamedTuple


class StandIns(NamedTuple):
    """The words that may stand for the name in each language."""

    en: tuple[str, ...]
    ru: tuple[str, ...]


STAND_INS = {
    "IN": StandIns(("Indian",), ("индийский", "индиец")),
    "KZ": StandIns(("Kazakh", "Kazakhstani"), ("казахстанский", "казахский")),
    "CN": StandIns(("Chinese", "PRC"), ("китайский", "КНР", "китаец")),
    "KG": StandIns(("Kyrgyz",), ("кыргызский", "кыргызстанский", "киргизский")),
    "PK": StandIns(("Pakistani",), ("пакистанский",)),
    "RU": StandIns(("Russian",), ("российский", "русский", "РФ", "россиянин")),
    "TJ": StandIns(("Tajik", "Tajikistani"), ("таджикский", "таджикистанский")),
    "UZ": StandIns(("Uzbek", "Uzbekistani"), ("узбекский", "узбекистанский")),
    "AF": StandIns(("Afghan",), ("афганский",)),
    "BY": StandIns(("Belarusian",), ("белорусский",)),
    "IR": StandIns(("Iranian",), ("иранский",)),
    "MN": StandIns(("Mongolian",), ("монгольский",)),
    "AZ": StandIns(("Azerbaijani",), ("азербайджанский",)),
    "AM": StandIns(("Armenian",), ("армянский",)),
    "KH": StandIns(("Cambodian",), ("камбоджийский",)),
    "NP": StandIns(("Nepalese", "Nepali"), ("непальский",)),
    "TR": StandIns(("Turkish", "Türkiye"), ("турецкий",)),
    "LK": StandIns(("Sri Lankan",), ("шри-ланкийский", "ланкийский")),
    "EG": StandIns(("Egyptian",), ("египетский",)),
    "IL": StandIns(("Israeli",), ("израильский",)),
    "PS": StandIns(("Palestinian",), ("палестинский",)),
    "TH": StandIns(("Thai",), ("таиландский", "тайский")),
    "KR": StandIns(("Korean", "ROK"), ("корейский", "южнокорейский", "РК", "Южная Корея")),
    "JO": StandIns(("Jordanian",), ("иорданский",)),
    "AE": StandIns(("Emirati", "UAE"), ("эмиратский", "Эмираты")),
    "VN": StandIns(("Vietnamese", "Viet Nam"), ("вьетнамский",)),
    "IQ": StandIns(("Iraqi",), ("иракский",)),
    "BH": StandIns(("Bahraini",), ("бахрейнский",)),
    "QA": StandIns(("Qatari",), ("катарский",)),
    "BD": StandIns(("Bangladeshi",), ("бангладешский",)),
    "ID": StandIns(("Indonesian",), ("индонезийский",)),
    "JP": StandIns(("Japanese",), ("японский",)),
    "LA": StandIns(("Lao", "Laotian"), ("лаосский",)),
    "MY": StandIns(("Malaysian",), ("малайзийский",)),
    "PH": StandIns(("Philippine", "Filipino"), ("филиппинский",)),
    "UA": StandIns(("Ukrainian",), ("украинский",)),
    "US": StandIns(("American", "US", "USA", "U.S."), ("американский", "Соединенные Штаты")),
}
