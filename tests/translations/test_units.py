"""Units: every text of a page has one, it follows its block, and what is read can be written."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import get_page_models

from cooperation.models import Programme
from mep_site.core.models import BasePage
from mep_site.pages.models import StandardPage
from mep_site.translations.content.blocks import block_ids, change_texts, children_of, texts_of
from mep_site.translations.content.columns import stream_block, text_fields
from mep_site.translations.content.content import Content
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import get_language, languages
from mep_site.translations.languages.text import has_text
from news.models import NewsArticle

from .strategies import TOKEN, Writer, blanked, contents, normal

CHINESE, ENGLISH, RUSSIAN = map(get_language, ("zh-hans", "en", "ru"))
TRANSLATIONS = [ENGLISH, RUSSIAN]
PAGE_TYPES = [model for model in get_page_models() if model is not BasePage]
TYPES_WITH_BODIES = [NewsArticle, Programme, StandardPage]

moderately = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
briefly = settings(parent=moderately, max_examples=5)


def named(models):
    return pytest.mark.parametrize("model", models, ids=lambda model: model.__name__)


def all_texts(content, language):
    """Every unit, also one that says nothing."""
    return {unit.id: unit.text for unit in content.units(language)}


def bodies_of(model):
    return [field for field in text_fields(model) if stream_block(field)]


# Reading


@named(PAGE_TYPES)
@given(data=st.data())
@briefly
def test_every_text_of_every_page_type_is_one_unit(model, data):
    content = data.draw(contents(model))
    for language in languages():
        found = content.units(language)
        ids = [unit.id for unit in found]
        assert len(ids) == len(set(ids))
        in_units = TOKEN.findall(" ".join(unit.text for unit in found))
        in_columns = TOKEN.findall(" ".join(columns_in(model, content.columns, language)))
        assert sorted(in_units) == sorted(in_columns)


def columns_in(model, stored, language):
    """Everything that is stored in one language, rows included."""
    columns = [stored[language.column(field.name)] for field in text_fields(model)]
    for relation in row_relations(model):
        for row in stored[relation.get_accessor_name()]:
            columns += columns_in(relation.related_model, row, language)
    return columns


@named(TYPES_WITH_BODIES)
@given(data=st.data())
@moderately
def test_units_of_a_body_come_in_the_order_of_the_text(model, data):
    content = data.draw(contents(model, CHINESE))
    for field in bodies_of(model):
        body = content.body(field.name, CHINESE)
        expected = TOKEN.findall(in_reading_order(body))
        found = [
            unit.text for unit in content.units(CHINESE) if unit.id.startswith(f"{field.name}.")
        ]
        assert TOKEN.findall(" ".join(found)) == expected


def in_reading_order(raw):
    """The texts of a stored value one after the other; a caption stands above its table."""
    if isinstance(raw, dict):
        first = [raw["caption"]] if "columns" in raw else []
        rest = [value for name, value in raw.items() if not (first and name == "caption")]
        return " ".join(map(in_reading_order, first + rest))
    return " ".join(map(in_reading_order, raw)) if isinstance(raw, list) else str(raw)


@named([NewsArticle, Programme])
def test_units_of_stored_pages_have_labels_and_say_what_they_are(model, some):
    content = Content.of(some(model))
    for language in languages():
        found = content.units(language)
        assert all(unit.label.strip(" ›") for unit in found)
        assert found[0].id == "title"
        assert [unit.id for unit in found if not unit.is_shown] == [
            "seo_title",
            "search_description",
        ]


# Writing


@pytest.mark.slow
@named(TYPES_WITH_BODIES)
@given(data=st.data())
@moderately
def test_the_chinese_units_written_to_an_empty_copy_give_the_same_page(model, data):
    content = data.draw(contents(model))
    empty = blanked(content, CHINESE)
    written = empty.with_texts(CHINESE, all_texts(content, CHINESE))
    assert normal(written.columns) == normal(content.columns)


@pytest.mark.slow
@named(TYPES_WITH_BODIES)
@pytest.mark.parametrize("language", TRANSLATIONS, ids=str)
@given(data=st.data())
@moderately
def test_the_units_of_a_translation_written_to_an_empty_copy_give_the_same_page(
    model, language, data
):
    content = translated(data, model, language, with_unpaired=True)
    empty = blanked(content, language)
    written = empty.with_texts(language, all_texts(content, language))
    assert normal(written.columns) == normal(content.columns)


def translated(data, model, language, with_unpaired=False):
    """A content with a translation of some of its texts, as a translator would have saved it."""
    content = data.draw(contents(model, CHINESE))
    chosen = data.draw(st.sets(st.sampled_from(list(all_texts(content, CHINESE)))))
    if with_unpaired:
        content = content.with_columns(unpaired_blocks(data, model, language))
    own = content.texts(language)
    words = {unit: f"words of {unit}" for unit in chosen} | own
    return content.with_texts(language, words)


def unpaired_blocks(data, model, language):
    """Bodies of blocks that the Chinese text does not have."""
    writer = Writer(data.draw)
    bodies = {}
    for field in bodies_of(model):
        body = writer.value(stream_block(field))
        bodies[language.column(field.name)] = json.dumps(body).replace('"block-', '"unpaired-')
    return bodies


@named(TYPES_WITH_BODIES)
@given(data=st.data())
@moderately
def test_a_complete_translation_has_the_structure_and_the_facts_of_the_chinese(model, data):
    content = data.draw(contents(model, CHINESE))
    words = {unit: f"words of {unit}" for unit in content.texts(CHINESE)}
    written = content.with_texts(ENGLISH, words)
    for field in bodies_of(model):
        block = stream_block(field)
        chinese = written.body(field.name, CHINESE)
        if any(unit.startswith(f"{field.name}.") for unit in words):
            assert structure_of(block, written.body(field.name, ENGLISH)) == structure_of(
                block, chinese
            )


def structure_of(block, body):
    return change_texts(block, body, lambda *_: "")


@named(TYPES_WITH_BODIES)
@given(data=st.data())
@moderately
def test_a_partial_translation_has_the_order_of_the_chinese_and_no_block_without_words(model, data):
    content = translated(data, model, ENGLISH)
    for field in bodies_of(model):
        chinese = speaking_children(field, content, CHINESE)
        english = speaking_children(field, content, ENGLISH)
        assert list(english) == [name for name in chinese if name in english]
        assert all(speaks or not chinese[name] for name, speaks in english.items())


def speaking_children(field, content, language):
    """The children of a body by id, and whether each says anything."""
    block = stream_block(field)
    return {
        child["id"]: any(has_text(text) for _, _, text in texts_of(kind, child["value"]))
        for kind, child in children_of(block, content.body(field.name, language))
    }


@pytest.mark.slow
@named([NewsArticle, Programme])
@given(data=st.data())
@moderately
def test_writing_one_language_leaves_the_others_alone(model, data):
    content = data.draw(contents(model))
    written = content.with_texts(ENGLISH, {"title": "Title"})
    for language in (CHINESE, RUSSIAN):
        assert all_texts(written, language) == all_texts(content, language)
    assert written.texts(ENGLISH) == {"title": "Title"} | of_unpaired(written, ENGLISH)


def of_unpaired(content, language):
    """The texts of blocks that the Chinese text lacks, which remain."""
    chinese = all_texts(content, CHINESE)
    return {unit: text for unit, text in content.texts(language).items() if unit not in chinese}


@named([NewsArticle, Programme])
def test_units_survive_being_saved(model, some):
    page = some(model)
    content = Content.of(page)
    words = {unit: f"words of {unit}"[:60] for unit in content.texts(CHINESE)}
    written = content.with_texts(RUSSIAN, words)
    page.with_content_json(written.columns).save()
    stored = Content.of(model.objects.get(pk=page.pk))
    assert all_texts(stored, RUSSIAN) == all_texts(written, RUSSIAN)
    assert stored.texts(CHINESE) == content.texts(CHINESE)


# Following blocks


def paragraph(name, text):
    return {"type": "paragraph", "id": name, "value": text}


def article(chinese, english):
    return Content(
        NewsArticle,
        {
            "title_zh_hans": "题",
            "title_en": "T",
            "body_zh_hans": json.dumps(chinese),
            "body_en": json.dumps(english),
        },
    )


def english_body(content):
    return [(block["id"], block["value"]) for block in content.body("body", ENGLISH)]


A, B, C = (paragraph(name, f"<p>{name} 中</p>") for name in "abc")
ENGLISH_A, ENGLISH_B, ENGLISH_C = (paragraph(name, f"<p>{name} en</p>") for name in "abc")
EN_A, EN_B, EN_C = (("a", "<p>a en</p>"), ("b", "<p>b en</p>"), ("c", "<p>c en</p>"))
NEW = paragraph("d", "<p>d 中</p>")


@pytest.mark.parametrize(
    ("chinese", "expected"),
    [
        ([C, A, B], [EN_C, EN_A, EN_B]),
        ([A, NEW, B, C], [EN_A, EN_B, EN_C]),
        ([A, C], [EN_A, EN_C]),
        ([A, paragraph("b", "<p>b</p>"), NEW, C], [EN_A, EN_B, EN_C]),
    ],
    ids=["moved", "copied", "deleted", "split"],
)
def test_texts_follow_their_blocks(chinese, expected):
    content = article(chinese, [ENGLISH_A, ENGLISH_B, ENGLISH_C])
    known = all_texts(content, CHINESE)
    kept = {unit: text for unit, text in content.texts(ENGLISH).items() if unit in known}
    assert english_body(content.with_texts(ENGLISH, kept)) == expected


def test_a_block_that_the_chinese_never_had_stays_behind_the_one_that_it_follows():
    extra = paragraph("extra", "<p>more</p>")
    content = article([B, A], [ENGLISH_A, extra, ENGLISH_B])
    written = content.with_texts(ENGLISH, content.texts(ENGLISH))
    assert english_body(written) == [EN_B, EN_A, ("extra", "<p>more</p>")]


def test_a_block_that_the_chinese_dropped_leaves_no_empty_block_behind():
    content = article([A], [ENGLISH_A, ENGLISH_B])
    written = content.with_texts(ENGLISH, {"title": "T", "body.a": "<p>a en</p>"})
    assert english_body(written) == [EN_A]


def achievement(name, *paragraphs, heading="标题"):
    return {
        "type": "achievement",
        "id": name,
        "value": {"heading": heading, "text": list(paragraphs)},
    }


def programme(chinese, english):
    return Content(
        Programme,
        {
            "title_zh_hans": "题",
            "title_en": "T",
            "achievements_zh_hans": json.dumps(chinese),
            "achievements_en": json.dumps(english),
        },
    )


def rewritten(content):
    return content.with_texts(ENGLISH, content.texts(ENGLISH))


def nested(content):
    return {
        block["id"]: [child["id"] for child in block["value"]["text"]]
        for block in content.body("achievements", ENGLISH)
    }


def test_a_text_follows_its_block_into_another_block():
    content = programme(
        [achievement("x", A), achievement("y", C, B)],
        [
            achievement("x", ENGLISH_A, ENGLISH_B, heading="X"),
            achievement("y", ENGLISH_C, heading="Y"),
        ],
    )
    written = rewritten(content)
    assert nested(written) == {"x": ["a"], "y": ["c", "b"]}
    assert written.texts(ENGLISH)["achievements.b"] == "<p>b en</p>"


def test_a_nested_block_that_the_chinese_never_had_stays():
    extra = paragraph("extra", "<p>more</p>")
    content = programme(
        [achievement("x", A, B)],
        [achievement("x", ENGLISH_A, extra, ENGLISH_B, heading="X")],
    )
    assert nested(rewritten(content)) == {"x": ["a", "extra", "b"]}


def bullets(*items):
    return {"type": "list", "id": "l", "value": {"numbered": False, "items": list(items)}}


def item(name, text):
    return {"type": "item", "id": name, "value": text}


def test_an_item_that_the_chinese_never_had_stays():
    content = article(
        [bullets(item("1", "一"), item("2", "二"))],
        [bullets(item("1", "one"), item("extra", "and a half"), item("2", "two"))],
    )
    written = content.with_texts(ENGLISH, content.texts(ENGLISH))
    (block,) = written.body("body", ENGLISH)
    assert [each["value"] for each in block["value"]["items"]] == ["one", "and a half", "two"]


def test_items_that_are_known_by_their_place_keep_it_when_one_is_not_translated():
    content = article([bullets("一", "二", "三")], [])
    words = {"title": "T", "body.l.items.0": "one", "body.l.items.2": "three"}
    written = content.with_texts(ENGLISH, words)
    assert written.texts(ENGLISH) == words


def test_a_copied_block_has_units_of_its_own():
    copied = A | {"id": "a-again"}
    content = article([A, copied], [ENGLISH_A])
    assert {"body.a", "body.a-again"} <= set(content.texts(CHINESE))
    assert english_body(content.with_texts(ENGLISH, content.texts(ENGLISH))) == [EN_A]


def test_ids_of_blocks_are_found_at_every_depth():
    block = Programme._meta.get_field("achievements").stream_block
    raw = [achievement("x", A, bullets(item("1", "一")))]
    assert block_ids(block, raw) == {"x", "a", "l", "1"}
