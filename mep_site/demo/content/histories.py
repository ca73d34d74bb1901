"""How the Chinese text of an article about open days was changed after its publication."""

from ..words import Words

CHANGED_PARAGRAPH = 2
CHANGED_TEXT = Words(
    "参观须提前五个工作日预约，每批不超过十五人，十二岁以下儿童须由成人陪同。",
    ru="Записаться нужно не позднее чем за пять рабочих дней; в группе — не более пятнадцати "
    "человек. Детей до двенадцати лет должны сопровождать взрослые.",
)
NOTE = Words(
    "预约时间由提前三个工作日改为五个工作日，每批人数上限由二十人减为十五人。",
    "Visits must now be booked five working days ahead instead of three, and groups are limited to "
    "fifteen people instead of twenty.",
    "Записываться теперь нужно за пять рабочих дней вместо трёх; группа — не более пятнадцати "
    "человек вместо двадцати.",
)
