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
        heading("邮件订阅", "Subscriptions by e-mail", "Подписка по электронной почте"),
        paragraph(
            "订阅时，我们保存您的电子邮箱和所订阅的内容，不作他用；三天内未经确认的邮箱自动删除。"
            "每封邮件中都有退订链接，退订最后一项时，邮箱随即删除。"
            "邮件中没有图片和跟踪标记，我们不记录您是否打开邮件或者点击链接。"
            "为防止滥用，您的网络地址和邮箱另以不可还原的代码形式保存，最长一天。",
            "If you subscribe, we keep your e-mail address and what you follow, and use them for "
            "nothing else; an address that is not confirmed within three days is deleted. Every "
            "message has a link that ends the subscription, and with the last one the address is "
            "deleted. Messages have no pictures and no tracking marks: we do not record whether "
            "you open them or follow their links. To prevent abuse, your network address and "
            "e-mail address are also kept for one day at most as codes that cannot be turned back.",
            "Если вы подписались, мы храним адрес электронной почты и то, на что вы подписаны, и "
            "ни для чего другого их не используем; адрес, не подтверждённый в течение трёх дней, "
            "удаляется. В каждом письме есть ссылка для отказа от подписки; вместе с последней "
            "подпиской удаляется и адрес. В письмах нет изображений и меток слежения: мы не "
            "фиксируем, открываете ли вы их и переходите ли по ссылкам. Для защиты от "
            "злоупотреблений ваш сетевой адрес и адрес электронной почты дополнительно хранятся "
            "не более суток в виде кодов, по которым их нельзя восстановить.",
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
