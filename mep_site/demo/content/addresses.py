"""Addresses that stand on more than one page."""

from ..words import Words

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
    "address": FECO_ADDRESS,
    "postcode": "100035",
    "telephone": "+86-10-82268232/8259",
    "fax": "+86-10-82200577",
    "website": "http://www.scoei.org.cn",
}
