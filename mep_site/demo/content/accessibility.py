"""The accessibility statement: what is true of this code, and of the texts of the demo."""

from mep_site.pages.models import StandardPage

from ..bodies import bullets, contact, heading, paragraph
from ..outline import outline
from ..words import Words
from .offices import FECO_ADDRESS, FECO_NAME, FECO_TELEPHONE

ACCESSIBILITY = outline(
    StandardPage,
    "accessibility",
    Words("无障碍声明", "Accessibility statement", "Заявление о доступности"),
    Words(
        "本网站遵循的标准、检测情况、已知的不足，以及遇到障碍时如何反馈。",
        "Which standard this site aims to meet, what has been tested, what is still lacking, and "
        "how to report a problem.",
        "Какому стандарту должен отвечать сайт, что проверено, какие недостатки известны и как "
        "сообщить о трудностях.",
    ),
    body=[
        heading("标准", "The standard", "Стандарт"),
        paragraph(
            "本网站以达到《Web 内容无障碍指南》（WCAG）2.2 版 AA 级为目标。"
            "相应的国家标准为 GB/T 37668—2019"
            "《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。"
            "本网站尚未取得第三方认证。",
            "The site aims to meet level AA of the Web Content Accessibility Guidelines (WCAG) "
            "2.2. In China the corresponding national standard is GB/T 37668-2019. No independent "
            "body has certified the site.",
            "Сайт должен отвечать уровню AA Руководства по обеспечению доступности веб-контента "
            "(WCAG) 2.2. В Китае действует соответствующий национальный стандарт GB/T 37668-2019. "
            "Независимую сертификацию сайт не проходил.",
        ),
        heading("使用方法", "How to use the site", "Как пользоваться"),
        paragraph(
            "文字大小、间距和对比度可以在“无障碍浏览”页面设置。",
            "Text size, spacing and contrast can be set on the page “Accessibility settings”.",
            "Размер и контраст текста и интервалы в нём настраиваются на странице «Версия для "
            "слабовидящих».",
        ),
        bullets(
            Words(
                "关闭脚本也可以阅读全部页面，表单可以照常提交；",
                "All pages can be read and all forms sent with scripts switched off;",
                "Все страницы можно читать, а все формы — отправлять и с отключёнными скриптами;",
            ),
            Words(
                "仅用键盘即可操作；按一次 Tab 键，可以跳到正文；",
                "The keyboard alone is enough; the first press of Tab offers to skip to the text;",
                "Достаточно одной клавиатуры: первое нажатие Tab предлагает перейти к тексту;",
            ),
            Words(
                "每段文字都标明所用语言，读屏软件可以用正确的语音朗读；",
                "The language of every text is marked, so that screen readers choose the right "
                "voice;",
                "Язык каждого текста обозначен, и программа экранного доступа выбирает нужный "
                "голос;",
            ),
            Words(
                "页面按设备设置显示浅色、深色或高对比度配色。",
                "Pages follow the light, dark or high-contrast scheme of your device.",
                "Страницы следуют светлой, тёмной или контрастной схеме вашего устройства.",
            ),
        ),
        heading("检测情况", "What has been tested", "Что проверено"),
        paragraph(
            "每次改动程序后，自动测试会在浏览器中打开中文、英文、俄文的每一类页面，"
            "用 axe 检查是否符合 WCAG A、AA 级规则和最佳实践，并确认在320像素宽度下无须横向滚动。"
            "自动测试只能发现一部分问题，目前尚未请残疾人实际试用。",
            "Whenever the software changes, automated tests open a page of every type in Chinese, "
            "English and Russian in a browser, check it with axe against the rules of WCAG levels "
            "A and AA and best practice, and make sure that nothing has to be scrolled sideways "
            "at a width of 320 pixels. Such tests find only some of the problems. People with "
            "disabilities have not tested the site yet.",
            "При каждом изменении программы автоматические тесты открывают в браузере страницы "
            "всех видов на китайском, английском и русском языках, проверяют их с помощью axe на "
            "соответствие правилам WCAG уровней A и AA и рекомендациям и следят, чтобы при ширине "
            "320 пикселей не требовалась горизонтальная прокрутка. Такие тесты находят лишь часть "
            "ошибок. Люди с инвалидностью сайт пока не проверяли.",
        ),
        heading("已知的不足", "Known shortcomings", "Известные недостатки"),
        bullets(
            Words(
                "可下载的文件尚未逐一检查，部分文件只有一种语言，"
                "旧网站的文件可能难以用读屏软件识别；",
                "Documents to download have not been checked one by one; some exist in one "
                "language only, and those of the old site may be hard to read with a screen "
                "reader;",
                "Файлы для скачивания не проверялись по отдельности; некоторые есть только на "
                "одном языке, а файлы старого сайта программам экранного доступа могут быть "
                "недоступны;",
            ),
            Words(
                "旧网站的图片可能缺少文字说明，图片中的文字无法朗读；",
                "Pictures of the old site may lack a description, and text inside a picture cannot "
                "be read aloud;",
                "У изображений старого сайта может не быть описаний, а текст на изображении нельзя "
                "прочитать вслух;",
            ),
            Words(
                "较宽的表格在手机上需要在表格内横向滚动；",
                "Wide tables scroll sideways within themselves on a phone;",
                "Широкие таблицы на телефоне прокручиваются в своих границах;",
            ),
            Words(
                "尚无手语视频和易读版。",
                "There are no sign language videos or easy-to-read versions yet.",
                "Пока нет видео на жестовом языке и текстов на ясном языке.",
            ),
        ),
        heading("问题反馈", "Reporting a problem", "Как сообщить о трудностях"),
        paragraph(
            "页面无法阅读或操作的，请使用该页末尾的<b>我要纠错</b>，"
            '或者直接<a href="/zh-hans/report/?kind=accessibility">反馈无障碍问题</a>；'
            "需要其他格式文件的，也可以一并说明。",
            "If you cannot read or operate a page, use <b>Report an error</b> at its end, or "
            '<a href="/en/report/?kind=accessibility">report an accessibility problem here</a>. '
            "There you can also ask for a document in another format.",
            "Если страницу невозможно прочитать или ею нельзя пользоваться, нажмите <b>Сообщить об "
            'ошибке</b> в её конце или <a href="/ru/report/?kind=accessibility">сообщите о '
            "проблеме доступности здесь</a>. Там же можно попросить файл в другом формате.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
        paragraph(
            "本声明的发布和更新日期见页面末尾。",
            "The date of this statement is given at the end of the page.",
            "Дата заявления указана в конце страницы.",
        ),
    ],
)
