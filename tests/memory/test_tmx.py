"""TMX out and in: nothing is lost on the way, and nothing harmful comes in."""

from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils.translation import override
from lxml import etree
from translate.storage import tmx as toolkit

from mep_site.memory.matching import matches_for
from mep_site.memory.models import MemoryImport, MemoryPair
from mep_site.memory.tmx import write_tmx
from mep_site.memory.tmx.importing import keep_file
from mep_site.memory.tmx.reading import RefusedTmxError, read_tmx
from mep_site.memory.tmx.tags import language_named

from ..translations.steps import CHINESE, ENGLISH, RUSSIAN

UNIT = """<tu><tuv xml:lang="{source}"><seg>{chinese}</seg></tuv>
<tuv xml:lang="{target}" creationid="Anna"><seg>{translation}</seg></tuv></tu>"""
FILE = '<?xml version="1.0"?>{doctype}<tmx version="1.4"><header/><body>{units}</body></tmx>'


def unit(
    chinese="外来的句子", translation="A sentence from elsewhere", source="zh-CN", target="en-US"
):
    return UNIT.format(chinese=chinese, translation=translation, source=source, target=target)


def tmx(*units, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'):
    return FILE.format(doctype=doctype, units="".join(units)).encode()


def written(pairs):
    file = BytesIO()
    write_tmx(file, pairs.with_origin())
    return file.getvalue()


def user(name):
    return User.objects.get(username=name)


def read(data, language=ENGLISH):
    return list(read_tmx(data, language))


# Out and in again


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN])
def test_every_pair_of_the_demo_comes_back_with_its_codes(language, db):
    pairs = MemoryPair.objects.offered().in_language(language).order_by("pk")
    back = read(written(pairs), language)
    assert len(back) > 500
    assert [each.refusal for each in back if each.refusal] == []
    for pair, each in zip(pairs, back, strict=True):
        assert (each.chinese, each.target) == (pair.stored_chinese, pair.stored_target)
        assert (each.before, each.after) == (pair.before, pair.after)
        assert each.target_is_formatted == pair.is_formatted


def test_another_tool_reads_what_is_written(db):
    pairs = MemoryPair.objects.offered().in_language(ENGLISH).order_by("pk")[:50]
    store = toolkit.tmxfile.parsestring(written(pairs))
    assert len(store.units) == 50
    plain = [pair for pair in pairs if not pair.is_formatted]
    assert plain[0].target in [each.target for each in store.units]


def test_markup_is_inline_codes(db):
    pair = MemoryPair.objects.filter(target_html__contains="<a ").first()
    [target] = etree.fromstring(written(MemoryPair.objects.filter(pk=pair.pk))).xpath(
        "//tuv[2]/seg"
    )
    kinds = [code.tag for code in target]
    assert kinds.count("bpt") == kinds.count("ept") > 1
    assert any(code.text.startswith("<a ") for code in target.iter("bpt"))


def test_what_is_not_markup_of_ours_is_left_out(db):
    chinese = "保护<bpt i='1'>&lt;b onclick='x()'&gt;</bpt>环境<ept i='1'>&lt;/b&gt;</ept>"
    translation = (
        "<ph>&lt;script&gt;</ph>Protect <bpt i='1'>{\\b </bpt>the <hi>environment</hi><ept i='1'>}"
        "</ept><bpt i='2'>&lt;a href='javascript:alert(1)'&gt;</bpt>!<ept i='2'>&lt;/a&gt;</ept>"
    )
    [pair] = read(tmx(unit(chinese, translation)))
    assert pair.chinese == "保护<b>环境</b>"
    assert pair.target == "Protect the environment<a>!</a>"


def test_languages_are_known_by_the_names_of_other_tools():
    for tag in ("zh-CN", "zh-Hans", "ZH_HANS_CN", "zh"):
        assert language_named(tag) == CHINESE
    assert language_named("ru-RU") == RUSSIAN
    assert language_named("en") == ENGLISH
    assert language_named("zh-TW") is language_named("zh-Hant") is language_named("de") is None


# Files that are not read

BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTER = '<!DOCTYPE tmx [<!ENTITY file SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (tmx(unit(translation="&b;"), doctype=BOMB), "declares entities"),
        (tmx(unit(translation="&file;"), doctype=OUTER), "declares entities"),
        (tmx(unit(translation="&file;"), doctype=OUTER).decode().encode("utf-16"), "entities"),
        (tmx(unit(), doctype='<!DOCTYPE tmx SYSTEM "a" [ ]>'), "declares entities"),
        (tmx(unit())[:-20], "damaged"),
        (tmx(unit(translation="&undeclared;")), "damaged"),
        (b"", "damaged"),
        (b"PK\x03\x04\xff\xfe", "neither in UTF-8"),
        (b'<?xml version="1.0" encoding="gb18030"?><tmx/>', "neither in UTF-8"),
        (b"<xliff version='1.2'/>", "no TMX file"),
        (b"<tmx>" * 300 + b"</tmx>" * 300, "damaged"),
        (b" " * (32 * 2**20 + 1), "larger than"),
    ],
)
def test_a_file_that_is_hostile_damaged_or_of_another_kind_is_refused(data, says):
    with override("en"), pytest.raises(RefusedTmxError, match=says):
        read(data)


def test_nothing_is_left_of_a_file_that_turns_out_damaged(db):
    before = MemoryPair.objects.count()
    with pytest.raises(RefusedTmxError):
        keep_file(
            "a.tmx", tmx(*[unit(f"句子{number}") for number in range(600)])[:-30], ENGLISH, None
        )
    assert MemoryPair.objects.count() == before
    assert not MemoryImport.objects.exists()


# Into the memory


@pytest.mark.every_database
def test_an_imported_pair_is_offered_once_it_is_added_and_leaves_with_its_file(db):
    translator = user("english")
    data = tmx(unit(), unit(), unit(source="zh-TW"), unit(target="ru"), unit(translation=" "))
    kept = keep_file("from-elsewhere.tmx", data, ENGLISH, user("publisher"))
    assert (kept.known, kept.refused_units) == (1, 3)
    assert matches_for("外来的句子", ENGLISH, None, None, translator) == []
    kept.add()
    [match] = matches_for("外来的句子", ENGLISH, None, None, translator)
    assert (match.score, match.target) == (100, "A sentence from elsewhere")
    assert (match.origin.name, match.origin.translator) == ("from-elsewhere.tmx", "Anna")
    assert keep_file("again.tmx", data, ENGLISH, None).known == 2
    kept.delete()
    assert matches_for("外来的句子", ENGLISH, None, None, translator) == []


def test_the_commands_write_and_read_a_part_of_the_site(page, tmp_path, capsys):
    file = tmp_path / "part.tmx"
    call_command("export_memory", file, language="en", page=page.pk)
    assert "4 pairs were written" in capsys.readouterr().out
    call_command("import_memory", file, language="en")
    assert "0 pairs were added, 4 were known" in capsys.readouterr().out
    MemoryPair.objects.filter(sheet__edition__page=page.pk).delete()
    call_command("import_memory", file, language="en")
    assert "4 pairs were added, 0 were known" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("import_memory", tmp_path / "none.tmx", language="en")
