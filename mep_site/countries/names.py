"""The approved names that a new database starts with.

They follow the names that the ministry uses in its documents on international cooperation. The
order is the stored one: members, observers and dialogue partners of the Shanghai Cooperation
Organization, then the other members and observers of the Conference on Interaction and Confidence
Building Measures in Asia. In the running site the names are edited in the admin, not here.
"""

from typing import NamedTuple


class Names(NamedTuple):
    """The names of a state in one language."""

    short: str
    official: str


class StateNames(NamedTuple):
    """A state by its ISO 3166-1 code."""

    iso_code: str
    zh_hans: Names
    en: Names
    ru: Names


STATES = (
    StateNames(
        "IN",
        Names("印度", "印度共和国"),
        Names("India", "the Republic of India"),
        Names("Индия", "Республика Индия"),
    ),
    StateNames(
        "KZ",
        Names("哈萨克斯坦", "哈萨克斯坦共和国"),
        Names("Kazakhstan", "the Republic of Kazakhstan"),
        Names("Казахстан", "Республика Казахстан"),
    ),
    StateNames(
        "CN",
        Names("中国", "中华人民共和国"),
        Names("China", "the People’s Republic of China"),
        Names("Китай", "Китайская Народная Республика"),
    ),
    StateNames(
        "KG",
        Names("吉尔吉斯斯坦", "吉尔吉斯共和国"),
        Names("Kyrgyzstan", "the Kyrgyz Republic"),
        Names("Кыргызстан", "Кыргызская Республика"),
    ),
    StateNames(
        "PK",
        Names("巴基斯坦", "巴基斯坦伊斯兰共和国"),
        Names("Pakistan", "the Islamic Republic of Pakistan"),
        Names("Пакистан", "Исламская Республика Пакистан"),
    ),
    StateNames(
        "RU",
        Names("俄罗斯", "俄罗斯联邦"),
        Names("Russia", "the Russian Federation"),
        Names("Россия", "Российская Федерация"),
    ),
    StateNames(
        "TJ",
        Names("塔吉克斯坦", "塔吉克斯坦共和国"),
        Names("Tajikistan", "the Republic of Tajikistan"),
        Names("Таджикистан", "Республика Таджикистан"),
    ),
    StateNames(
        "UZ",
        Names("乌兹别克斯坦", "乌兹别克斯坦共和国"),
        Names("Uzbekistan", "the Republic of Uzbekistan"),
        Names("Узбекистан", "Республика Узбекистан"),
    ),
    StateNames(
        "AF",
        Names("阿富汗", "阿富汗伊斯兰共和国"),
        Names("Afghanistan", "the Islamic Republic of Afghanistan"),
        Names("Афганистан", "Исламская Республика Афганистан"),
    ),
    StateNames(
        "BY",
        Names("白俄罗斯", "白俄罗斯共和国"),
        Names("Belarus", "the Republic of Belarus"),
        Names("Беларусь", "Республика Беларусь"),
    ),
    StateNames(
        "IR",
        Names("伊朗", "伊朗伊斯兰共和国"),
        Names("Iran", "the Islamic Republic of Iran"),
        Names("Иран", "Исламская Республика Иран"),
    ),
    StateNames(
        "MN",
        Names("蒙古", "蒙古国"),
        Names("Mongolia", "Mongolia"),
        Names("Монголия", "Монголия"),
    ),
    StateNames(
        "AZ",
        Names("阿塞拜疆", "阿塞拜疆共和国"),
        Names("Azerbaijan", "the Republic of Azerbaijan"),
        Names("Азербайджан", "Азербайджанская Республика"),
    ),
    StateNames(
        "AM",
        Names("亚美尼亚", "亚美尼亚共和国"),
        Names("Armenia", "the Republic of Armenia"),
        Names("Армения", "Республика Армения"),
    ),
    StateNames(
        "KH",
        Names("柬埔寨", "柬埔寨王国"),
        Names("Cambodia", "the Kingdom of Cambodia"),
        Names("Камбоджа", "Королевство Камбоджа"),
    ),
    StateNames(
        "NP",
        Names("尼泊尔", "尼泊尔联邦民主共和国"),
        Names("Nepal", "the Federal Democratic Republic of Nepal"),
        Names("Непал", "Федеративная Демократическая Республика Непал"),
    ),
    StateNames(
        "TR",
        Names("土耳其", "土耳其共和国"),
        Names("Turkey", "the Republic of Turkey"),
        Names("Турция", "Республика Турция"),
    ),
    StateNames(
        "LK",
        Names("斯里兰卡", "斯里兰卡民主社会主义共和国"),
        Names("Sri Lanka", "the Democratic Socialist Republic of Sri Lanka"),
        Names("Шри-Ланка", "Демократическая Социалистическая Республика Шри-Ланка"),
    ),
    StateNames(
        "EG",
        Names("埃及", "阿拉伯埃及共和国"),
        Names("Egypt", "the Arab Republic of Egypt"),
        Names("Египет", "Арабская Республика Египет"),
    ),
    StateNames(
        "IL",
        Names("以色列", "以色列国"),
        Names("Israel", "the State of Israel"),
        Names("Израиль", "Государство Израиль"),
    ),
    StateNames(
        "PS",
        Names("巴勒斯坦", "巴勒斯坦国"),
        Names("Palestine", "the State of Palestine"),
        Names("Палестина", "Государство Палестина"),
    ),
    StateNames(
        "TH",
        Names("泰国", "泰王国"),
        Names("Thailand", "the Kingdom of Thailand"),
        Names("Таиланд", "Королевство Таиланд"),
    ),
    StateNames(
        "KR",
        Names("韩国", "大韩民国"),
        Names("South Korea", "the Republic of Korea"),
        Names("Республика Корея", "Республика Корея"),
    ),
    StateNames(
        "JO",
        Names("约旦", "约旦哈希姆王国"),
        Names("Jordan", "the Hashemite Kingdom of Jordan"),
        Names("Иордания", "Иорданское Хашимитское Королевство"),
    ),
    StateNames(
        "AE",
        Names("阿联酋", "阿拉伯联合酋长国"),
        Names("United Arab Emirates", "the United Arab Emirates"),
        Names("ОАЭ", "Объединённые Арабские Эмираты"),
    ),
    StateNames(
        "VN",
        Names("越南", "越南社会主义共和国"),
        Names("Vietnam", "the Socialist Republic of Vietnam"),
        Names("Вьетнам", "Социалистическая Республика Вьетнам"),
    ),
    StateNames(
        "IQ",
        Names("伊拉克", "伊拉克共和国"),
        Names("Iraq", "the Republic of Iraq"),
        Names("Ирак", "Республика Ирак"),
    ),
    StateNames(
        "BH",
        Names("巴林", "巴林王国"),
        Names("Bahrain", "the Kingdom of Bahrain"),
        Names("Бахрейн", "Королевство Бахрейн"),
    ),
    StateNames(
        "QA",
        Names("卡塔尔", "卡塔尔国"),
        Names("Qatar", "the State of Qatar"),
        Names("Катар", "Государство Катар"),
    ),
    StateNames(
        "BD",
        Names("孟加拉国", "孟加拉人民共和国"),
        Names("Bangladesh", "the People’s Republic of Bangladesh"),
        Names("Бангладеш", "Народная Республика Бангладеш"),
    ),
    StateNames(
        "ID",
        Names("印度尼西亚", "印度尼西亚共和国"),
        Names("Indonesia", "the Republic of Indonesia"),
        Names("Индонезия", "Республика Индонезия"),
    ),
    StateNames(
        "JP",
        Names("日本", "日本国"),
        Names("Japan", "Japan"),
        Names("Япония", "Япония"),
    ),
    StateNames(
        "LA",
        Names("老挝", "老挝人民民主共和国"),
        Names("Laos", "the Lao People’s Democratic Republic"),
        Names("Лаос", "Лаосская Народно-Демократическая Республика"),
    ),
    StateNames(
        "MY",
        Names("马来西亚", "马来西亚"),
        Names("Malaysia", "Malaysia"),
        Names("Малайзия", "Малайзия"),
    ),
    StateNames(
        "PH",
        Names("菲律宾", "菲律宾共和国"),
        Names("Philippines", "the Republic of the Philippines"),
        Names("Филиппины", "Республика Филиппины"),
    ),
    StateNames(
        "UA",
        Names("乌克兰", "乌克兰"),
        Names("Ukraine", "Ukraine"),
        Names("Украина", "Украина"),
    ),
    StateNames(
        "US",
        Names("美国", "美利坚合众国"),
        Names("United States", "the United States of America"),
        Names("США", "Соединённые Штаты Америки"),
    ),
)
