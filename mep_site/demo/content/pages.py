"""Statement, accessibility statement, contact, site map and an internal page."""

from mep_site.pages.models import ContactPage, SiteMapPage, StandardPage

from ..bodies import bullets, contact, heading, paragraph, related
from ..outline import outline
from ..words import Words
from .offices import (
    BEIJING_CENTER_CONTACT_POINT,
    BEIJING_CENTER_NAME,
    FECO_ADDRESS,
    FECO_CONTACT_POINT,
    FECO_NAME,
    FECO_TELEPHONE,
)

STATEMENT = outline(
    StandardPage,
    "statement",
    Words("网站声明", "Statement", "Заявление"),
    Words(
        "关于本网站内容、译文和转载的说明。",
        "About the contents of this site, its translations and their use.",
        "О содержании сайта, переводах и использовании материалов.",
    ),
    body=[
        heading("演示内容", "Demonstration content", "Демонстрационные материалы"),
        paragraph(
            "本网站目前登载的是演示内容。标有“示例”的人物、文件和数据仅用于说明页面功能，"
            "不代表任何机构的立场，也不是统计数据。",
            "The site currently shows demonstration content. Persons, documents and figures that "
            "are marked as examples only show what a page can do; they state nobody’s position "
            "and are not statistics.",
            "Сейчас на сайте размещены демонстрационные материалы. Лица, документы и данные с "
            "пометкой «образец» лишь показывают возможности страниц, не выражают ничьей позиции "
            "и не являются статистикой.",
        ),
        heading("译文", "Translations", "Переводы"),
        paragraph(
            "英文和俄文页面是中文页面的译文，供读者参考。译文与中文不一致的，以中文为准。",
            "The English and Russian pages translate the Chinese ones for the reader’s "
            "convenience. Where they differ, the Chinese text applies.",
            "Страницы на английском и русском языках — перевод китайских страниц для удобства "
            "читателей. При расхождениях действует китайский текст.",
        ),
        heading("转载", "Use of texts and pictures", "Использование материалов"),
        bullets(
            Words(
                "转载时注明来源和页面网址；",
                "name the source and the address of the page;",
                "указывайте источник и адрес страницы;",
            ),
            Words(
                "不得改变原文含义；",
                "do not change the meaning of the text;",
                "не искажайте смысл текста;",
            ),
            Words(
                "商业用途须事先取得同意。",
                "ask us before any commercial use.",
                "для коммерческого использования запросите согласие.",
            ),
        ),
        related("accessibility", "contact"),
    ],
)

ACCESSIBILITY = outline(
    StandardPage,
    "accessibility",
    Words("无障碍声明", "Accessibility statement", "Заявление о доступности"),
    Words(
        "本网站如何便于所有人使用，以及遇到障碍时如何反馈。",
        "How this site can be used by everybody, and what to do when something does not work.",
        "Как сайтом может пользоваться каждый и куда сообщить о трудностях.",
    ),
    body=[
        paragraph(
            "我们希望每位访问者都能阅读和使用本网站，无论使用何种设备，是否借助读屏软件或键盘操作。",
            "Everybody should be able to read and use this site, on any device, with a screen "
            "reader or with the keyboard alone.",
            "Каждый посетитель должен иметь возможность читать сайт и пользоваться им на любом "
            "устройстве, с программой экранного доступа или только с клавиатуры.",
        ),
        heading("我们的做法", "What we do", "Что мы делаем"),
        bullets(
            Words(
                "页面不依赖脚本即可阅读；",
                "pages can be read without scripts;",
                "страницы можно читать без скриптов;",
            ),
            Words(
                "图片配有文字说明；",
                "pictures are described in words;",
                "изображения снабжены описаниями;",
            ),
            Words(
                "每段文字都标明所用语言；",
                "the language of every text is marked;",
                "язык каждого текста обозначен;",
            ),
            Words(
                "文字与背景对比清晰，可放大阅读。",
                "text stands out from its background and can be enlarged.",
                "текст контрастен и может быть увеличен.",
            ),
        ),
        heading("已知的不足", "Known shortcomings", "Известные недостатки"),
        paragraph(
            "部分可下载文件只有一种语言，个别旧文件读屏软件难以识别。需要其他格式的，请与我们联系。",
            "Some documents exist in one language only, and some old ones are hard to read with a "
            "screen reader. Ask us if you need another format.",
            "Некоторые документы есть только на одном языке, а старые файлы плохо распознаются "
            "программами экранного доступа. Если нужен другой формат, напишите нам.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
    ],
)

CONTACT = outline(
    ContactPage,
    "contact",
    Words("联系我们", "Contact", "Контакты"),
    Words(
        "国际合作事务的联系地址和电话。",
        "Address and telephone for matters of international cooperation.",
        "Адрес и телефон по вопросам международного сотрудничества.",
    ),
    in_menu=True,
    body=[
        paragraph(
            "国际合作事务由对外合作与交流中心受理。来信请写明事由、国家和使用的语言，"
            "我们将尽可能用同一语言答复。",
            "The Foreign Environmental Cooperation Center answers questions about international "
            "cooperation. Please state your subject, your country and your language; where we can, "
            "we reply in the same language.",
            "На вопросы о международном сотрудничестве отвечает Центр по международному "
            "природоохранному сотрудничеству. Укажите тему, страну и язык; по возможности мы "
            "ответим на том же языке.",
        ),
    ],
    contact_points=[
        {"office": FECO_NAME, **FECO_CONTACT_POINT},
        {"office": BEIJING_CENTER_NAME, **BEIJING_CENTER_CONTACT_POINT},
    ],
)

SITE_MAP = outline(
    SiteMapPage,
    "site-map",
    Words("网站地图", "Site map", "Карта сайта"),
    Words("本网站的全部栏目。", "All sections of this site.", "Все разделы сайта."),
)

INTERNAL = outline(
    StandardPage,
    "working-materials",
    Words("内部工作资料", "Working materials", "Рабочие материалы"),
    Words(
        "仅供登录用户查阅。",
        "For users who have logged in.",
        "Только для зарегистрированных пользователей.",
    ),
    is_private=True,
    body=[
        paragraph(
            "本页用于存放编辑和翻译的工作说明，公众不可见。",
            "Working notes for editors and translators; the public does not see this page.",
            "Рабочие заметки для редакторов и переводчиков; посетителям страница не видна.",
        ),
        bullets(
            Words(
                "先发布中文，再送翻译；",
                "publish the Chinese text first, then send it for translation;",
                "сначала публикуется китайский текст, затем он передаётся на перевод;",
            ),
            Words(
                "国名一律使用核定名称表。",
                "take names of states from the approved table only.",
                "названия государств берутся только из утверждённого перечня.",
            ),
            numbered=True,
        ),
    ],
)
