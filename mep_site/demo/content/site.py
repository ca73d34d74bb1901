"""Texts, hot keywords and footer links of the site. The registration number stays empty."""

from ..library import page_at
from ..words import Words
from .offices import MINISTRY

SETTINGS = {
    "site_name": MINISTRY,
    "copyright_line": Words(
        "© 2015–2019 生态环境部",
        "© 2015–2019 Ministry of Ecology and Environment",
        "© 2015–2019 Министерство экологии и окружающей среды",
    ),
    "precedence_notice": Words(
        "本网站英文、俄文内容为中文内容的译文，以中文内容为准。",
        "This translation is provided for information. If it differs from the Chinese text, "
        "the Chinese text applies.",
        "Перевод размещён для сведения. При расхождениях с китайским текстом "
        "действует текст на китайском языке.",
    ),
    "rights_notice": Words(
        "本网站登载的文字、图片和数据，转载时请注明来源，并不得改变原意；"
        "用于商业目的的，应当事先取得本网站同意。",
        "Texts, pictures and data of this site may be quoted with their source and without "
        "changing their meaning. Commercial use requires our prior consent.",
        "Тексты, изображения и данные сайта можно цитировать с указанием источника и без "
        "искажения смысла. Для коммерческого использования нужно предварительное согласие.",
    ),
    "hot_keywords": [
        {"label": Words("空气", "air", "воздух")},
        {"label": Words("水", "water", "вода")},
        {"label": Words("土壤", "soil", "почва")},
        {"label": Words("监测", "monitoring", "мониторинг")},
        {
            "label": Words("上合组织", "SCO", "ШОС"),
            "page": page_at("cooperation/shanghai-cooperation-organisation"),
        },
    ],
    "footer_links": [
        {"page": page_at("statement")},
        {"page": page_at("accessibility")},
        {"page": page_at("privacy")},
        {"page": page_at("site-map")},
        {
            "label": Words("联系我们", "Contact us", "Обратная связь"),
            "page": page_at("contact"),
        },
    ],
}
