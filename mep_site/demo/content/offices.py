"""Names and addresses that stand on more than one page."""

from ..words import Words

MINISTRY = Words(
    "生态环境部",
    "Ministry of Ecology and Environment",
    "Министерство экологии и окружающей среды",
)
FULL_NAME = Words(
    "中华人民共和国生态环境部",
    "Ministry of Ecology and Environment of the People’s Republic of China",
    "Министерство экологии и окружающей среды Китайской Народной Республики",
)

FECO_NAME = Words(
    "生态环境部对外合作与交流中心",
    "Foreign Environmental Cooperation Center",
    "Центр по международному природоохранному сотрудничеству",
)
FECO_ADDRESS = Words(
    "北京市西城区后英房胡同5号",
    "5 Houyingfang Hutong, Xicheng District, Beijing",
    "Пекин, район Сичэн, переулок Хоуинфан, д. 5",
)
FECO_TELEPHONE = "+86-10-82268232"

FECO_CONTACT_POINT = {
    "purpose": Words(
        "受理国际环境合作事务的咨询：合作项目、国际公约履约、来访和会议安排。",
        "Answers questions about international environmental cooperation: projects, the "
        "implementation of conventions, visits and meetings.",
        "Отвечает на вопросы о международном природоохранном сотрудничестве: о проектах, "
        "выполнении конвенций, визитах и встречах.",
    ),
    "first_day": 0,
    "last_day": 4,
    "hours": "08:30-11:30, 13:30-17:00",
    "latitude": 39.9404,
    "longitude": 116.3587,
    "address": FECO_ADDRESS,
    "postcode": "100035",
    "telephone": "+86-10-82268232/8259",
    "fax": "+86-10-82200577",
    "website": "http://www.scoei.org.cn",
}

BEIJING_CENTER_NAME = Words(
    "北京市环境保护宣传中心",
    "Beijing Municipal Environmental Protection Communication Center",
    "Пекинский городской центр экологической информации и просвещения",
)

BEIJING_CENTER_CONTACT_POINT = {
    "purpose": Words(
        "组织环境宣传活动，受理志愿者报名。",
        "Organises information campaigns and registers volunteers.",
        "Проводит просветительские акции и записывает волонтёров.",
    ),
    "first_day": 0,
    "last_day": 4,
    "hours": "09:00-12:00, 13:30-17:00",
    "latitude": 39.9826,
    "longitude": 116.3036,
    "address": Words(
        "北京市海淀区苏州街67号",
        "67 Suzhou Street, Haidian District, Beijing",
        "Пекин, район Хайдянь, ул. Сучжоуцзе, д. 67",
    ),
    "postcode": "100089",
    "telephone": "82636213",
    "fax": "82636213",
    "email": "webmaster@bjee.org.cn",
}
