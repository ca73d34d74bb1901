"""Name in Chinese what Wagtail's migrations and the first ``create_groups`` have named in English.

Such a name is stored once, whatever the language of the admin. Only names that nobody has changed
are replaced.
"""

from django.db import migrations

GROUPS = {
    "Editors": "编辑（Wagtail 默认）",
    "Moderators": "审核人员（Wagtail 默认）",
    "Editors (Chinese)": "中文编辑",
    "Translators (English)": "英文译员",
    "Translators (Russian)": "俄文译员",
    "Publishers": "发布人员",
}
APPROVAL = {"Moderators approval": "发布审核"}
ROOT = {"Root": "全部"}
PAGE = {"title_zh_hans": "全部页面", "title_en": "All pages", "title_ru": "Все страницы"}


def _rename(apps, labels, names):
    for label in labels:
        for old, new in names.items():
            apps.get_model(label).objects.filter(name=old).update(name=new)


def _reversed(names):
    return {new: old for old, new in names.items()}


def name_in_chinese(apps, schema_editor):
    _rename(apps, ["auth.Group"], GROUPS)
    _rename(apps, ["wagtailcore.Workflow", "wagtailcore.Task"], APPROVAL)
    _rename(apps, ["wagtailcore.Collection"], ROOT)
    apps.get_model("core.BasePage").objects.filter(depth=1, title_zh_hans="Root").update(**PAGE)


def name_in_english(apps, schema_editor):
    _rename(apps, ["auth.Group"], _reversed(GROUPS))
    _rename(apps, ["wagtailcore.Workflow", "wagtailcore.Task"], _reversed(APPROVAL))
    _rename(apps, ["wagtailcore.Collection"], _reversed(ROOT))
    pages = apps.get_model("core.BasePage").objects.filter(depth=1, **PAGE)
    pages.update(**dict.fromkeys(PAGE, "Root"))


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0009_draft_titles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(name_in_chinese, name_in_english)]
