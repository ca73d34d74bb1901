"""Everything by which somebody changes what the public sees, or does not: a table of edits.

Each takes a source of chance and does one thing, as a form, a command or a program would.
"""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from mep_site.core.models import BasePage, PageTopic
from mep_site.countries.models import Country
from mep_site.home.models import HomePage
from mep_site.media.models import SiteImage
from mep_site.siteconfig.models import FooterLink, HotKeyword, SiteConfiguration
from mep_site.topics.models import Topic
from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, offered
from ..translations.steps import PUBLISH

Edit = Callable[[Random], None]
EDITS: dict[str, Edit] = {}


def edit(function: Edit) -> Edit:
    """An entry of the table, by its name."""
    EDITS[function.__name__] = function
    return function


def some_page(chance: Random) -> BasePage:
    """Any page below the home page, live or not."""
    keys = BasePage.objects.filter(depth__gt=2).order_by("pk").values_list("pk", flat=True)
    return BasePage.objects.get(pk=chance.choice(keys)).specific


def some_language(chance: Random) -> Language:
    return chance.choice(languages())


def words(chance: Random) -> str:
    return f"{chance.choice(['公告', 'Notice', 'Сообщение'])} {chance.randrange(1000)}"


# Texts


def _save(chance: Random) -> BasePage:
    """Save a draft with another title in one language."""
    language = some_language(chance)
    page = some_page(chance).get_latest_revision_as_object()
    page.enter(language)
    setattr(page, language.column("title"), words(chance))
    page.save_revision(log_action=True)
    return page


@edit
def save_draft(chance: Random) -> None:
    _save(chance)


@edit
def publish(chance: Random) -> None:
    _save(chance).get_latest_revision().publish()


@edit
def publish_in_the_admin(chance: Random) -> None:
    page = some_page(chance)
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username="publisher"))
    address = edit_url(page, some_language(chance).code)
    client.post(address, offered(client, address) | PUBLISH)


@edit
def publish_in_a_transaction(chance: Random) -> None:
    with transaction.atomic():
        publish(chance)


@edit
def take_back_what_was_published(chance: Random) -> None:
    with transaction.atomic():
        publish(chance)
        transaction.set_rollback(True)


@edit
def unpublish_or_publish_all(chance: Random) -> None:
    page = some_page(chance)
    if page.live:
        page.unpublish(languages=chance.choice([None, [some_language(chance)]]))
    else:
        page.get_latest_revision_as_object().save_revision().publish()


@edit
def let_a_text_expire(chance: Random) -> None:
    page = some_page(chance)
    past = timezone.now() - timedelta(minutes=1)
    Edition.objects.filter(page_id=page.pk, language=some_language(chance).code).update(
        expire_at=past
    )
    call_command("publish_scheduled", verbosity=0)


@edit
def write_past_the_models(chance: Random) -> None:
    column = some_language(chance).column("title")
    table = connection.ops.quote_name(BasePage._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE id = %s",
            [words(chance), some_page(chance).pk],
        )


# Places


@edit
def rename(chance: Random) -> None:
    page = some_page(chance)
    page.slug = f"renamed-{chance.randrange(10**6)}"
    page.save()


@edit
def move(chance: Random) -> None:
    page = some_page(chance)
    parents = [
        each
        for each in BasePage.objects.filter(depth__gt=1).order_by("pk").specific()
        if page.can_move_to(each)
    ]
    if parents:
        page.move(chance.choice(parents), pos="last-child")


@edit
def move_among_its_siblings(chance: Random) -> None:
    page = some_page(chance)
    page.move(page.get_parent(), pos="first-child")


@edit
def add_an_article(chance: Random) -> None:
    texts = {language.column("title"): words(chance) for language in languages()}
    article = NewsArticle(slug=f"added-{chance.randrange(10**6)}", **texts)
    index = chance.choice(NewsIndex.objects.order_by("pk"))
    index.add_child(instance=article).save_revision().publish()


@edit
def delete(chance: Random) -> None:
    keys = NewsArticle.objects.order_by("pk").values_list("pk", flat=True)
    NewsArticle.objects.get(pk=chance.choice(keys)).delete()


@edit
def show_or_hide_in_the_menu(chance: Random) -> None:
    page = chance.choice(BasePage.objects.filter(depth=3).order_by("pk"))
    page.show_in_menus = not page.show_in_menus
    page.save()


@edit
def restrict_or_open(chance: Random) -> None:
    page = some_page(chance)
    if not PageViewRestriction.objects.filter(page_id=page.pk).delete()[0]:
        PageViewRestriction.objects.create(
            page_id=page.pk, restriction_type=PageViewRestriction.LOGIN
        )


# What stands on many pages


@edit
def change_settings(chance: Random) -> None:
    configuration = SiteConfiguration.for_site(Site.objects.get(is_default_site=True))
    name = chance.choice(["site_name", "short_name", "precedence_notice", "copyright_line"])
    setattr(configuration, some_language(chance).column(name), words(chance))
    configuration.save()


@edit
def change_a_link_in_the_footer(chance: Random) -> None:
    column = some_language(chance).column("label")
    row = chance.choice(FooterLink.objects.order_by("pk"))
    FooterLink.objects.filter(pk=row.pk).update(**{column: words(chance)})


@edit
def add_or_remove_a_hot_keyword(chance: Random) -> None:
    if chance.random() < 0.5:
        labels = {language.column("label"): words(chance) for language in languages()}
        HotKeyword.objects.create(**labels)
    else:
        HotKeyword.objects.filter(pk__in=HotKeyword.objects.values("pk")[:1]).delete()


@edit
def rename_a_country(chance: Random) -> None:
    country = chance.choice(Country.objects.order_by("pk"))
    setattr(country, some_language(chance).column("short_name"), words(chance))
    country.save()


@edit
def rename_all_countries(chance: Random) -> None:
    Country.objects.update(**{some_language(chance).column("short_name"): words(chance)})


@edit
def rename_a_topic(chance: Random) -> None:
    topic = chance.choice(Topic.objects.order_by("pk"))
    setattr(topic, some_language(chance).column("name"), words(chance))
    topic.save()


@edit
def file_under_a_topic(chance: Random) -> None:
    rows = PageTopic.objects.order_by("pk")
    topic = chance.choice(Topic.objects.order_by("pk"))
    PageTopic.objects.filter(pk=chance.choice(rows).pk).update(topic=topic)


@edit
def describe_a_picture(chance: Random) -> None:
    picture = chance.choice(SiteImage.objects.order_by("pk"))
    setattr(picture, some_language(chance).column("description"), words(chance))
    picture.save()


@edit
def show_another_picture(chance: Random) -> None:
    pictures = SiteImage.objects.order_by("pk")
    one, other = chance.choice(pictures), chance.choice(pictures)
    column = some_language(chance).column("version")
    SiteImage.objects.filter(pk=one.pk).update(**{column: other if other != one else None})


@edit
def close_or_open_the_collection(chance: Random) -> None:
    collection = Collection.get_first_root_node()
    if not CollectionViewRestriction.objects.filter(collection=collection).delete()[0]:
        CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )


@edit
def redirect(chance: Random) -> None:
    Redirect.add_redirect("/en/no-such-page", some_page(chance))


@edit
def summarise_the_site(chance: Random) -> None:
    column = some_language(chance).column("summary")
    HomePage.objects.update(**{column: words(chance)})


# What the public does not see


@edit
def rename_a_colleague(chance: Random) -> None:
    User.objects.update(first_name=words(chance))
