"""The labels that stand before the details of an office and before those of an article."""

import re

# What a label of each detail of an office may be called; the longest first.
CONTACT = {
    "telephone": (
        r"(?:(?:Duty|Office|Contact|Service|Reception)\s+)?(?:Telephone|Phone|Tel)"
        r"(?:\s*(?:numbers?|Nos?\.?))?|Hotline"
        r"|(?:联系|办公室?|值班|咨询|服务|举报|投诉|监督|预约)?(?:电话|热线)"
        r"|(?:Контактный |Дежурный )?Телефон(?: [а-яё]+)?|Тел|Горячая линия"
    ),
    "fax": r"Telefax|Fax(?:\s*(?:number|No\.?))?|传真(?:号码)?|Факс",
    "postcode": r"Post(?:al)? ?code|Zip(?: code)?|邮政编码|邮编|Почтовый индекс|Индекс",
    "email": (
        r"E-?mail(?: address)?|电子邮箱|电子邮件|电子信箱|邮箱"
        r"|Эл\. почта|Электронная почта"
    ),
    "website": r"Web ?site|Web|Home ?page|官方网站|官网|网址|网站|Сайт",
    "address": (
        r"(?:(?:Postal|Mailing|Office|Street)\s+)?Address|Add"
        r"|(?:联系|通讯|通信|办公|单位|详细)?地址|(?:Почтовый )?Адрес"
    ),
}
# The languages of a label may stand together: 电话 Tel: …
_EITHER = "|".join(f"(?:{label})" for label in CONTACT.values())
_NOTE = r"(?:\s*[(（][^()（）]{1,30}[)）])?"
# A label stands at the start of a line or after what separates details, and ends in : or .
DETAIL = re.compile(
    rf"(?:^|(?<=[\s,;，；(（]))(?:(?:{_EITHER})\.?\s*[/／]?\s*){{0,2}}(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in CONTACT.items())
    + rf"){_NOTE}\s*[:：.]{{1,2}}\s*",
    re.I,
)
LONGEST_LINE = 1_000

# Beside date, source and author, old pages counted their readers and offered to print and to share.
ARTICLE = {
    "date": (
        r"Date|Time|(?:Published|Posted|Updated|Released)(?: on)?"
        r"|(?:Release|Publication) (?:date|time)"
        r"|发布(?:时间|日期)|发稿时间|更新时间|日期|时间|Дата(?: публикации)?|Опубликовано"
    ),
    "source": (
        r"Sources?(?: of (?:the )?information)?|Information source|(?:信息|文章|稿件)?来源|Источник"
    ),
    "byline": (
        r"Authors?|Reporters?|Rapporteurs?|Correspondents?|Editors?"
        r"|记者|作者|通讯员|责任编辑|编辑|撰稿|供稿|Автор|Корреспондент|Редактор"
    ),
    "count": (
        r"Hits|Views|Clicks|Visits|Visitors|浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|量)?"
        r"|访问量|Просмотр(?:ов|ы)|(?:Счётчик )?Посещени[йя]"
    ),
}
ARTICLE_LABEL = re.compile(
    r"(?:^|(?<=[\s|,;，；(（]))(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in ARTICLE.items())
    + r")\s*[:：]\s*",
    re.I,
)
# What a reader could press: words of which a whole line consists.
WIDGET = (
    r"Search|Go|Print(?: this page)?|Close(?: window)?|Share|Back to top|Top|Login|Log in"
    r"|Register|RSS|Favou?rites?|More|More news|Read more|Follow us|Tweet|Like|Text size|All news"
    r"|Weibo|WeChat|QQ|Qzone|Twitter|Facebook|LinkedIn|Telegram|E-?mail this page"
    r"|Font ?size|Large|Medium|Small|[SML]"
    r"|打印(?:本页|此页)?|关闭(?:窗口|本页)?|分享(?:到|至)?|收藏(?:本页)?|更多|返回顶部|登录|注册"
    r"|新浪微博|腾讯微博|微博|微信|QQ空间|朋友圈|人人网|豆瓣|字[号体]|大|中|小"
    r"|Печать|Распечатать|Закрыть|Поделиться|Наверх|Ещё|Все новости|Войти|ВКонтакте|Одноклассники"
)
AROUND = r"[\[\]【】()（）\s:：|/,，、>»›.…]"
WIDGETS = re.compile(rf"{AROUND}*(?:{WIDGET})(?:{WIDGET}|{AROUND})*", re.I)


# An address of the net may do without a label.
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+")


def is_contact_line(line: str) -> bool:
    """Whether a line begins with the label of a detail of an office."""
    return DETAIL.match(line[:LONGEST_LINE]) is not None


def is_bare_address(line: str) -> bool:
    """Whether a line is an address of the net and nothing else."""
    return BARE_ADDRESS.fullmatch(line[:LONGEST_LINE]) is not None


def is_article_label(line: str) -> bool:
    """Whether a line begins with the label of a detail of an article."""
    return ARTICLE_LABEL.match(line[:LONGEST_LINE]) is not None
