"""Put an empty home page in the place of Wagtail's page of welcome."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def create_home_page(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Replace the page, and lead the default site to the new one."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    BasePage = apps.get_model("core", "BasePage")
    HomePage = apps.get_model("home", "HomePage")
    Site = apps.get_model("wagtailcore", "Site")

    BasePage.objects.filter(path="00010001").delete()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    root = BasePage.objects.get(depth=1)
    home = HomePage.objects.create(
        path="00010001",
        depth=2,
        slug="home",
        url_path="/home/",
        title="首页",
        title_zh_hans="首页",
        title_en="Home",
        title_ru="Главная",
        draft_title="首页",
        content_type=content_type,
        locale_id=root.locale_id,
    )
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page_id": home.pk}
    )


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("home", "0001_initial"),
        ("core", "0004_stored_names"),
    ]

    operations = [migrations.RunPython(create_home_page, migrations.RunPython.noop)]
