"""What the site stores of its visitors. It states what the code does, so both change together."""

from mep_site.pages.models import StandardPage

from ..bodies import bullets, heading, paragraph
from ..outline import outline
from ..words import Words

PRIVACY = outline(
    StandardPage,
    "privacy",
    Words("个人信息与 Cookie", "Privacy and cookies", "Персональные данные и cookie"),
    Words(
        "本网站保存哪些信息，保存多久。",
        "What this site stores, and for how long.",
        "Какие сведения хранит сайт и как долго.",
    ),
    body=[
        paragraph(
            "浏览本网站无须登录，也无须接受 Cookie。"
            "本网站不使用统计分析和广告服务，页面不从其他网站加载任何内容。",
            "You can read this site without an account and without cookies. It uses no analytics "
            "and no advertising, and its pages load nothing from other sites.",
            "Сайт можно читать без учётной записи и без файлов cookie. Он не использует ни "
            "аналитики, ни рекламы, и его страницы ничего не загружают с других сайтов.",
        ),
        heading("Cookie", "Cookies", "Файлы cookie"),
        bullets(
            Words(
                "更改文字显示设置时，用一个 Cookie 记住设置；",
                "If you change how text is displayed, a cookie remembers your settings;",
                "Если вы меняете вид текста, файл cookie хранит настройки;",
            ),
            Words(
                "选择语言时，用一个 Cookie 记住所选语言；",
                "If you choose a language, a cookie remembers it;",
                "Если вы выбираете язык, файл cookie хранит ваш выбор;",
            ),
            Words(
                "打开纠错表单、无障碍浏览设置或者登录页面时，"
                "用一个 Cookie 防止他人冒用您的浏览器提交。",
                "When you open the error report form or the accessibility settings, or sign in, a "
                "cookie keeps others from submitting forms through your browser.",
                "Когда вы открываете форму сообщения об ошибке или настройки версии для "
                "слабовидящих либо входите на сайт, файл cookie не даёт другим отправить "
                "что-либо через ваш браузер.",
            ),
        ),
        heading("纠错信息", "Error reports", "Сообщения об ошибках"),
        paragraph(
            "本网站保存您所写的内容、所在页面和语言。电子邮箱可以不填，仅用于答复，"
            "在处理完毕30天后删除，最长保存一年。为防止大量恶意提交，"
            "您的网络地址以不可还原的代码形式保存，最长一天。",
            "We keep what you write, the address of the page and its language. An e-mail address "
            "is optional; it is used only to reply to you and is deleted 30 days after your "
            "report has been dealt with, and after one year at the latest. To prevent mass "
            "submissions, your network address is kept for one day at most, as a code from which "
            "it cannot be recovered.",
            "Мы храним текст сообщения, адрес страницы и её язык. Адрес электронной почты можно "
            "не указывать; он нужен только для ответа и удаляется через 30 дней после "
            "рассмотрения сообщения, но не позднее чем через год. Для защиты от массовой отправки "
            "ваш сетевой адрес хранится не более суток в виде кода, по которому его нельзя "
            "восстановить.",
        ),
        heading("服务器日志", "Server logs", "Журналы сервера"),
        paragraph(
            "为保障网站安全运行，服务器会记录访问时间、页面和网络地址。",
            "To keep the site secure, the web server logs the time, page and network address of "
            "each request.",
            "Для безопасной работы сайта сервер записывает время, страницу и сетевой адрес "
            "каждого обращения.",
        ),
    ],
)
