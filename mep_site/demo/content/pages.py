"""Statement, contact, site map and an internal page."""

from mep_site.pages.models import ContactPage, SiteMapPage, StandardPage

from ..bodies import bullets, heading, paragraph, related
from ..outline import outline
from ..words import Words
from .offices import (
    BEIJING_CENTER_CONTACT_POINT,
    BEIJING_CENTER_NAME,
    FECO_CONTACT_POINT,
    FECO_NAME,
)

STATEMENT = outline(
    StandardPage,
    "statement",
    Words("网站声明", "Terms of use", "Условия использования"),
    Words(
        "关于本网站内容、译文和转载的说明。",
        "About the contents of this site, its translations and the use of its material.",
        "О содержании сайта, переводах и использовании материалов.",
    ),
    body=[
        heading("演示内容", "Demonstration content", "Демонстрационные материалы"),
        paragraph(
            "本网站目前登载的是演示内容。标有“示例”的人物、文件和数据仅用于说明页面功能，"
            "不代表任何机构的立场，也不是统计数据。",
            "The site currently shows demonstration content. People, documents and figures marked "
            "as examples only show what a page can do; they do not represent the position of any "
            "organisation and are not statistics.",
            "Сейчас на сайте размещены демонстрационные материалы. Лица, документы и данные с "
            "пометкой «образец» лишь показывают возможности страниц: они не отражают позицию "
            "какой-либо организации и не являются статистикой.",
        ),
        heading("译文", "Translations", "Переводы"),
        paragraph(
            "英文和俄文页面是中文页面的译文，供读者参考。译文与中文不一致的，以中文为准。",
            "The English and Russian pages are translations of the Chinese ones, for information "
            "only. Where they differ, the Chinese text prevails.",
            "Страницы на английском и русском языках — перевод китайских страниц, размещённый для "
            "сведения. При расхождениях преимущественную силу имеет китайский текст.",
        ),
        heading("转载", "Use of texts and pictures", "Использование материалов"),
        bullets(
            Words(
                "转载应当注明来源和页面网址；",
                "name the source and the address of the page;",
                "указывайте источник и адрес страницы;",
            ),
            Words(
                "不得改变原文含义；",
                "do not change the meaning of the text;",
                "не искажайте смысл текста;",
            ),
            Words(
                "用于商业目的的，应当事先征得同意。",
                "ask us before any commercial use.",
                "до использования в коммерческих целях получите согласие.",
            ),
        ),
        related("accessibility", "privacy", "contact"),
    ],
)

CONTACT = outline(
    ContactPage,
    "contact",
    Words("联系我们", "Contact", "Контакты"),
    Words(
        "国际合作事务的联系地址和电话。",
        "Address and telephone number for international cooperation.",
        "Адрес и телефон по вопросам международного сотрудничества.",
    ),
    in_menu=True,
    body=[
        paragraph(
            "国际合作事务由对外合作与交流中心受理。来信请写明事由、国家和使用的语言，"
            "我们将尽可能用同一语言答复。",
            "The Foreign Environmental Cooperation Center answers questions about international "
            "cooperation. Please state your subject, your country and your language; where "
            "possible, we reply in the same language.",
            "На вопросы о международном сотрудничестве отвечает Центр по международному "
            "природоохранному сотрудничеству. Укажите тему, страну и язык; по возможности мы "
            "ответим на том же языке.",
        ),
        paragraph(
            "发现本网站内容有误的，请使用页面末尾的<b>我要纠错</b>，也可以直接"
            '<a href="/zh-hans/report/">填写纠错信息</a>。',
            "If you find an error on this site, use <b>Report an error</b> at the end of the page, "
            'or <a href="/en/report/">fill in the form here</a>.',
            "Если вы заметили ошибку на сайте, нажмите <b>Сообщить об ошибке</b> в конце страницы "
            'или <a href="/ru/report/">заполните форму здесь</a>.',
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
