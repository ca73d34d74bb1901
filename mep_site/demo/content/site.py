"""Texts, columns, links, keywords and notices of the site. Its numbers are plainly invented."""

from typing import Any

from mep_site.core.facts.site_columns import SiteColumnType

from ..library import in_days, page_at
from ..words import Words
from .offices import FULL_NAME, MINISTRY


def _site_column(path: str, keywords: Words, kind: str = "") -> dict[str, Any]:
    return {"page": page_at(path), "type": kind, "keywords": keywords}


SITE_COLUMNS = [
    _site_column(
        "about",
        Words(
            "部门概况，主要职责，机构设置",
            "ministry, responsibilities, structure",
            "министерство, функции, структура",
        ),
        SiteColumnType.OVERVIEW,
    ),
    _site_column(
        "about/departments",
        Words(
            "内设机构，职能，处室",
            "departments, functions, divisions",
            "департаменты, функции, отделы",
        ),
    ),
    _site_column(
        "about/institutions",
        Words(
            "直属单位，职责，联系方式",
            "institutions, duties, contact",
            "подведомственные учреждения, задачи, контакты",
        ),
    ),
    _site_column(
        "about/leaders",
        Words(
            "部领导，简历，活动", "leaders, posts, biographies", "руководство, должности, биографии"
        ),
    ),
    _site_column(
        "about/leaders/huang-runqiu/activities",
        Words("部领导，会见，出访", "leaders, meetings, visits", "руководство, встречи, визиты"),
    ),
    _site_column(
        "about/activities",
        Words(
            "部领导活动，会议，调研",
            "activities, meetings, visits",
            "мероприятия, встречи, поездки",
        ),
    ),
    _site_column(
        "news", Words("生态环境，新闻，工作动态", "environment, news", "экология, новости")
    ),
    _site_column(
        "policies",
        Words("政策，规划，标准", "policies, plans, standards", "документы, планы, стандарты"),
    ),
    _site_column(
        "events",
        Words("活动预告，会议，讲座", "events, meetings, lectures", "события, встречи, лекции"),
    ),
    _site_column(
        "cooperation",
        Words(
            "国际合作，机制，项目",
            "international cooperation, programmes, mechanisms",
            "международное сотрудничество, программы, механизмы",
        ),
        SiteColumnType.NEWS,
    ),
    _site_column(
        "services",
        Words(
            "公众服务，举报，咨询",
            "services, reports of pollution, enquiries",
            "услуги, сообщения о загрязнении, обращения",
        ),
        SiteColumnType.SERVICES,
    ),
    _site_column(
        "contact",
        Words(
            "联系方式，地址，电话", "contact, addresses, telephone", "контакты, адреса, телефоны"
        ),
    ),
    _site_column("site-map", Words("网站地图，栏目", "site map, sections", "карта сайта, разделы")),
]

SETTINGS = {
    "site_name": MINISTRY,
    "short_name": Words("生态环境部", "MEE"),
    "state_id": "CN",
    "full_name": FULL_NAME,
    "responsible_body": FULL_NAME,
    "contact_address": Words(
        "北京市示例路1号（示例）",
        "1 Example Road, Beijing (example)",
        "Пекин, ул. Примерная, д. 1 (пример)",
    ),
    "contact_telephone": "+86-10-00000000",
    "contact_email": "site@ministry.example",
    "icp_number": "京ICP备00000000号",
    "security_number": "京公网安备00000000000000号",
    "site_id_code": "bm00000000",
    "site_domain": "www.ministry.example",
    "organ_mark_url": "https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000",
    "copyright_line": Words(
        "© 2015–2019 生态环境部",
        "© 2015–2019 Ministry of Ecology and Environment",
        "© 2015–2019 Министерство экологии и окружающей среды",
    ),
    "precedence_notice": Words(
        "本网站英文、俄文内容为中文内容的译文，以中文内容为准。",
        "This translation is for information only. If it differs from the Chinese text, the "
        "Chinese text prevails.",
        "Перевод размещён для сведения. При расхождениях преимущественную силу имеет китайский "
        "текст.",
    ),
    "rights_notice": Words(
        "转载本网站登载的文字、图片和数据，应当注明来源，不得改变原意；用于商业目的的，"
        "应当事先征得本网站同意。",
        "Texts, pictures and data from this site may be reproduced if the source is named and the "
        "meaning is not changed. Commercial use requires our prior consent.",
        "Тексты, изображения и данные сайта можно использовать с указанием источника и без "
        "искажения смысла. Для использования в коммерческих целях требуется предварительное "
        "согласие.",
    ),
    "data_licence": "https://www.ministry.example/open-data-licence",
    "site_columns": SITE_COLUMNS,
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
    "urgent_notices": [
        {
            "label": Words(
                "哈尔滨及周边地区发布重污染天气橙色预警（示例）：请减少户外活动",
                "Orange alert for heavy air pollution in and around Harbin (example): limit "
                "outdoor activity",
                "Оранжевый уровень загрязнения воздуха в Харбине (образец): реже выходите на улицу",
            ),
            "page": page_at("services/air-quality-index"),
            "until": in_days(7),
        },
    ],
    "footer_links": [
        {"page": page_at("statement")},
        {"page": page_at("accessibility")},
        {"page": page_at("privacy")},
        {"page": page_at("site-map")},
        {
            "label": Words("联系我们", "Contact us", "Контакты"),
            "page": page_at("contact"),
        },
    ],
}
