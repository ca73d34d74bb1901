"""Rules of the house that a linter does not know."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from modeltranslation.translator import translator
from wagtail.models import get_page_models

from mep_site.settings.languages import LANGUAGES

ROOT = Path(__file__).parent.parent
PACKAGES = ("mep_site", "departments", "news", "cooperation")
SOURCES = [
    file
    for package in PACKAGES
    for file in sorted((ROOT / package).rglob("*.py"))
    if "migrations" not in file.parts
]
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
TRANSLATED = sorted(
    {
        field
        for model in translator.get_registered_models()
        for field in translator.get_options_for_model(model).all_fields
    }
    - {"text", "name"}
)
# What below ``mep_site`` may say what is true of one language. The demo, what is measured on it,
# and the old site have three languages, whichever the site has.
NAME_LANGUAGES = (
    "settings/languages.py",
    "translations/languages/naming.py",
    "textchecks/numbers/readers.py",
    "demo",
    "benchmarks",
    "legacy",
    "textchecks/words.py",
)
BARE_READ = re.compile(rf"\b(?:page|entry|article|row|self)\.(?:{'|'.join(TRANSLATED)})\b(?!\()")
BARE_QUERY = re.compile(
    rf"(?:filter|exclude|get|update)\([^)]*\b(?:{'|'.join(TRANSLATED)})(?:__\w+)?\s*="
    rf"|(?:order_by|values|values_list)\([^)]*\"-?(?:{'|'.join(TRANSLATED)})\b"
)


def offenders(files: list[Path], breaks_the_rule: Callable[[str], Any]) -> list[str]:
    """The files whose text breaks a rule."""
    return [
        str(file.relative_to(ROOT)) for file in files if breaks_the_rule(file.read_text("utf-8"))
    ]


def test_no_query_names_a_translated_field_without_its_language():
    assert offenders(SOURCES, BARE_QUERY.search) == []


def test_no_template_reads_a_translated_field_without_its_language():
    def reads_it(html: str) -> bool:
        return any(map(BARE_READ.search, re.findall(r"{[{%].*?[%}]}", html)))

    assert offenders(TEMPLATES, reads_it) == []


def test_languages_are_named_in_their_table_and_their_sentences_only():
    """A list of languages anywhere else would be without the next language."""
    codes = {language.code for language in LANGUAGES}
    own = [ROOT / "mep_site" / path for path in NAME_LANGUAGES]

    def is_named(source: str) -> bool:
        return any(
            isinstance(node, ast.Constant) and node.value in codes
            for node in ast.walk(ast.parse(source))
        )

    sources = [file for file in SOURCES if not any(file.is_relative_to(each) for each in own)]
    assert offenders(sources, is_named) == []
    compared = re.compile(rf"""[!=]=\s*["'](?:{"|".join(codes)})["']""")
    assert offenders(TEMPLATES, compared.search) == []


def test_no_template_carries_script_style_or_another_hosts_file():
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|(?:src|href)=\"//")
    assert offenders(TEMPLATES, inline.search) == []


def test_only_the_block_of_structured_data_is_written_by_code():
    scripts = [
        script
        for file in SOURCES
        for script in re.findall(r"<script[^>]*>", file.read_text("utf-8"))
    ]
    assert scripts == ['<script type="application/ld+json">']


def test_every_module_says_what_it_is_for_and_stays_short():
    assert offenders(SOURCES, lambda text: text.strip() and not text.startswith('"""')) == []
    assert offenders(SOURCES, lambda text: len(text.splitlines()) > 400) == []


def test_the_rule_would_catch_a_bare_name():
    assert BARE_QUERY.search('Page.objects.filter(title="x")')
    assert BARE_QUERY.search('Page.objects.order_by("title")')
    assert not BARE_QUERY.search('Page.objects.filter(title_en="x")')
    assert BARE_READ.search("{{ page.title }}")
    assert not BARE_READ.search("{{ page.title_en }}")


def test_every_page_type_is_registered_for_translation():
    assert set(get_page_models()) <= set(translator.get_registered_models())


def test_style_and_script_of_the_public_site_stay_small():
    """Bytes of source; the admin's sheets are not sent to visitors."""
    static, settings = ROOT / "static", ROOT / "mep_site" / "display" / "sheets"
    home, admin = (static / "css" / name for name in ("home.css", "admin.css"))
    sheets = {*(static / "css").glob("*.css"), *settings.glob("*.css")} - {home, admin}
    style = sum(file.stat().st_size for file in sheets)
    script = sum(file.stat().st_size for file in (static / "js").glob("*.js"))
    assert style <= 47_000
    assert home.stat().st_size <= 5_000
    assert script <= 11_000


def test_script_modules_import_nothing():
    """Static files are served under hashed names, which an import would have to know."""
    modules = sorted((ROOT / "static" / "js").rglob("*.js"))
    assert offenders(modules, re.compile(r"^\s*(?:import|export)\b", re.MULTILINE).search) == []


# Each with an example.
DANGEROUS = {
    "runs code": (r"(?<![.\w])(?:eval|exec|compile|__import__)\(", "eval(typed)"),
    "runs a shell": (
        r"\bshell=|\bos\.(?:system|popen)\(|\bget(?:status)?output\(",
        "subprocess.run(typed, shell=True)",
    ),
    "builds templates": (r"(?<!\w)(?:Template|from_string)\(", "Template(typed)"),
    "makes any object": (
        r"(?:import|from) (?:pickle|marshal|shelve|dill|yaml|jsonpickle)\b",
        "import pickle",
    ),
}


@pytest.mark.asvs("1.2.5", "1.3.2", "1.3.7", "1.5.2")
@pytest.mark.parametrize("kind", DANGEROUS)
def test_no_module_does_with_data_what_is_dangerous(kind):
    rule, example = DANGEROUS[kind]
    assert re.search(rule, example)
    assert offenders(SOURCES, re.compile(rule).search) == []


@pytest.mark.asvs("1.3.6")
def test_only_translating_machines_and_a_search_cluster_are_asked_by_address():
    """Which these are, the environment says; mail, storage and caches are asked by libraries."""
    rule = re.compile(
        r"(?:import|from) (?:requests|urllib\.request|urllib3|http\.client|httpx|aiohttp|boto3)\b"
    )
    assert offenders(SOURCES, rule.search) == [
        "mep_site/proposals/engines/calling.py",
        "mep_site/search/index/opensearch.py",
    ]


@pytest.mark.asvs("1.3.2")
def test_no_script_runs_text():
    rule = re.compile(r"\beval\(|new Function|document\.write|set(?:Timeout|Interval)\([\"'`]")
    assert rule.search('setTimeout("x()")')
    assert offenders(SCRIPTS, rule.search) == []


@pytest.mark.asvs("3.2.2")
def test_scripts_show_text_as_text():
    """What templates of the server have made of it is put in as HTML, and read by pasting."""
    rule = re.compile(
        r"(?:inner|outer)HTML\b|insertAdjacentHTML|setHTML|parseFromString|Fragment\("
    )
    assert offenders(SCRIPTS, rule.search) == [
        f"static/js/admin/{name}.js"
        for name in ("conflict", "paste", "proposals", "workspace/aids")
    ]
