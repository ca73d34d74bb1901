"""Name in Chinese what Wagtail's migrations have named in English; the root page, in each language.

A name that is stored once is in Chinese, whatever the language of the admin. Of the root page
Wagtail's migrations fill only the bare ``title``, and an empty title breaks the audit log.
"""

from django.db import migrations

NAMES = {
    "auth.Group": {
        "Editors": "编辑（Wagtail 默认）",
        "Moderators": "审核人员（Wagtail 默认）",
    },
    "wagtailcore.Workflow": {"Moderators approval": "发布审核"},
    "wagtailcore.Task": {"Moderators approval": "发布审核"},
    "wagtailcore.Collection": {"Root": "全部"},
}
ROOT_PAGE = {
    "title_zh_hans": "全部页面",
    "title_en": "All pages",
    "title_ru": "Все страницы",
    "source_language": "zh-hans",
}


def give_names(apps, schema_editor):
    for label, names in NAMES.items():
        for old, new in names.items():
            apps.get_model(label).objects.filter(name=old).update(name=new)
    apps.get_model("core.BasePage").objects.filter(depth=1, title_zh_hans=None).update(**ROOT_PAGE)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_rest_of_core"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give_names, migrations.RunPython.noop)]
