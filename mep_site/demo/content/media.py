"""Words for pictures and documents."""

from mep_site.media.models import SEVERAL_LANGUAGES

from ..documents import glossary, sampling_guide, sampling_guide_in_chinese
from ..words import Words

CREDIT = Words("网站编辑部", "Site editors", "Редакция сайта")

# Name: title in the library, alternative text, caption.
PICTURES = {
    "river": (
        "清晨的河流（示意画）",
        Words(
            "晨光中的河流从林木茂密的山丘之间流过",
            "A river flows between wooded hills in the morning light",
            "Река течёт между лесистыми холмами в утреннем свете",
        ),
        Words(
            "山间河流（示意画）", "A river in the hills (drawing)", "Река среди холмов (рисунок)"
        ),
    ),
    "wetland": (
        "芦苇湿地（示意画）",
        Words(
            "日出时分，芦苇丛生的平静水面上方有一行飞鸟",
            "Reeds in still water at sunrise, with a line of birds above",
            "Тростник в спокойной воде на рассвете, над ним вереница птиц",
        ),
        Words(
            "湿地清晨（示意画）",
            "A wetland at sunrise (drawing)",
            "Водно-болотное угодье на рассвете (рисунок)",
        ),
    ),
    "station": (
        "水质自动监测站（示意画）",
        Words(
            "河岸边的自动监测站，屋顶装有太阳能板，水中有取样浮标",
            "An automatic station on a river bank with a solar panel and a buoy in the water",
            "Автоматическая станция на берегу реки с солнечной панелью и буем на воде",
        ),
        Words(
            "水质自动监测站（示意画）",
            "An automatic water monitoring station (drawing)",
            "Автоматическая станция контроля качества воды (рисунок)",
        ),
    ),
    "skyline": (
        "黎明的城市（示意画）",
        Words(
            "黎明时分的城市楼群，前景是树木和水面",
            "City buildings at dawn behind trees and water",
            "Городские здания на рассвете за деревьями и водой",
        ),
        Words("黎明的城市（示意画）", "A city at dawn (drawing)", "Город на рассвете (рисунок)"),
    ),
    "forest": (
        "山地森林（示意画）",
        Words(
            "薄雾笼罩的山坡上层层叠叠的针叶林",
            "Conifers on mountain slopes, one ridge behind another in the mist",
            "Хвойный лес на склонах гор, гряда за грядой в тумане",
        ),
        Words("山地森林（示意画）", "A mountain forest (drawing)", "Горный лес (рисунок)"),
    ),
    "meeting": (
        "会议室（示意画）",
        Words(
            "空会议室内的长桌和两排座椅，窗外是山丘",
            "An empty meeting room with a long table, two rows of chairs and hills outside",
            "Пустой зал заседаний с длинным столом и двумя рядами кресел, за окнами холмы",
        ),
        Words("会议室（示意画）", "A meeting room (drawing)", "Зал заседаний (рисунок)"),
    ),
    "lake": (
        "高山湖泊（示意画）",
        Words(
            "雪山和森林倒映在平静的湖面上",
            "Snow-covered mountains and a forest mirrored in a calm lake",
            "Заснеженные горы и лес отражаются в спокойном озере",
        ),
        Words("高山湖泊（示意画）", "A mountain lake (drawing)", "Горное озеро (рисунок)"),
    ),
    "wind": (
        "风力发电（示意画）",
        Words(
            "绿色丘陵上的五台风力发电机",
            "Five wind turbines on green hills",
            "Пять ветрогенераторов на зелёных холмах",
        ),
        Words(
            "丘陵风电（示意画）", "Wind power in the hills (drawing)", "Ветроэнергетика (рисунок)"
        ),
    ),
    "laboratory": (
        "水样分析实验室（示意画）",
        Words(
            "实验台上三只装有水样的锥形瓶和一排试管",
            "Three flasks with water samples and a rack of test tubes on a bench",
            "Три колбы с пробами воды и штатив с пробирками на столе",
        ),
        Words("水样分析（示意画）", "Water analysis (drawing)", "Анализ воды (рисунок)"),
    ),
    "portrait": (
        "人物占位图（示意画）",
        Words(
            "没有面部特征的人物轮廓，代替照片",
            "The outline of a person without features, in place of a photograph",
            "Контур человека без черт лица вместо фотографии",
        ),
        Words("占位图", "Placeholder", "Условное изображение"),
    ),
}

# File name: name that visitors read, language of the document, what writes it.
DOCUMENTS = {
    "sampling-sheet-zh.pdf": (
        Words(
            "地表水采样现场记录表（示例）",
            "Field sheet for sampling surface water (example)",
            "Полевой лист отбора проб поверхностных вод (образец)",
        ),
        "zh-hans",
        sampling_guide_in_chinese,
    ),
    "sampling-sheet-en.pdf": (
        Words(
            "地表水采样现场记录表（英文示例）",
            "Field sheet for sampling surface water (example)",
            "Полевой лист отбора проб поверхностных вод (образец на английском языке)",
        ),
        "en",
        sampling_guide,
    ),
    "water-glossary.csv": (
        Words(
            "水环境监测术语对照表",
            "Glossary of water monitoring",
            "Словарь терминов по контролю качества воды",
        ),
        SEVERAL_LANGUAGES,
        glossary,
    ),
}
