from django.test import Client
from tests.words.marks import marked
import re


def test_it(admin):
    with marked():
        for a, w in (
            ("/admin/images/chooser/", "搜索"),
            ("/admin/snippets/choose/topics/topic/", "选择"),
            ("/admin/", "Search"),
            ("/admin/pages/3/", "None"),
            ("/admin/pages/3/move/", "Root"),
        ):
            h = admin.get(a).content.decode()
            for m in list(re.finditer("(?<!\ue000)" + w, h))[:3]:
                print(a, repr(h[max(0, m.start() - 200) : m.end() + 50]))
