"""Only ``mep_site/internals.py`` touches what a library keeps to itself.

A name of a library that begins with an underscore may be gone in its next version, and so may a
method that somebody puts in the place of another.
"""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import pytest

from mep_site import internals

from .test_architecture import PACKAGES, ROOT, SOURCES

# Documented, by Django and by Python, although they begin with an underscore.
DOCUMENTED = {"_meta", "_default_manager", "_base_manager", "_fields", "_asdict", "_replace"}
# What a storage of files is to define, as Django documents it.
TO_BE_DEFINED = {"_open", "_save"}
TAKE_NAMES = {"getattr", "setattr", "hasattr", "delattr"}
ELSEWHERE = [file for file in SOURCES if file != Path(internals.__file__)]
METHODS = (FunctionType, property, classmethod, staticmethod)
TREES = {file: ast.parse(file.read_text("utf-8")) for file in ELSEWHERE}


def is_private(name: str) -> bool:
    """Whether a name is its owner's business; ``__init__`` and an enum's ``_name_`` are not."""
    return name.startswith("_") and not name.endswith("_")


def is_ours(module: str) -> bool:
    """Whether a module is one of the site's."""
    return module.partition(".")[0] in PACKAGES


def defined_in(tree: ast.AST) -> Iterator[str]:
    """Every name that a module gives to something."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.alias(asname=str(name)):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                yield name


def private_names_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every private name that a module asks an object or another module for, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name):
                yield node.lineno, name
            case ast.Call(func=ast.Name(id=function), args=[_, ast.Constant(value=str(name)), *_]):
                if function in TAKE_NAMES:
                    yield node.lineno, name
            case ast.ImportFrom(module=module, names=names):
                yield from ((node.lineno, each.name) for each in names)
                yield from ((node.lineno, part) for part in (module or "").split("."))
            case ast.Import(names=names):
                parts = (part for each in names for part in each.name.split("."))
                yield from ((node.lineno, part) for part in parts)


def borrowed(trees: dict[Path, ast.AST]) -> list[str]:
    """Where a private name is used that no module of these defines."""
    own = {name for tree in trees.values() for name in defined_in(tree)} | DOCUMENTED
    return [
        f"{file}:{line}: {name}"
        for file, tree in trees.items()
        for line, name in private_names_in(tree)
        if is_private(name) and name not in own
    ]


def replaced_in(tree: ast.AST) -> Iterator[int]:
    """The lines in which something is put into the place of an attribute of what is imported."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not (node.level or is_ours(node.module))
        for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store()) if name in imported:
                yield node.lineno


def classes() -> Iterator[type]:
    """Every class that a module of the site defines."""
    for file in ELSEWHERE:
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if ".settings." not in name:
            module = importlib.import_module(name)
            found = inspect.getmembers(module, inspect.isclass)
            yield from (each for _, each in found if each.__module__ == name)


def overridden(ours: type) -> Iterator[str]:
    """The private methods of a library that a class has in the place of the library's."""
    for name, value in vars(ours).items():
        if is_private(name) and name not in TO_BE_DEFINED and isinstance(value, METHODS):
            for base in ours.__mro__[1:]:
                if not is_ours(base.__module__) and isinstance(vars(base).get(name), METHODS):
                    yield f"{ours.__module__}.{ours.__qualname__}.{name}"


def test_no_module_uses_a_private_name_of_a_library():
    lines = borrowed({file.relative_to(ROOT): tree for file, tree in TREES.items()})
    assert not lines, "\n".join(lines)


def test_no_class_replaces_a_private_method_of_a_library():
    names = sorted({name for each in classes() for name in overridden(each)})
    assert not names, "\n".join(names)


def test_no_module_puts_something_in_the_place_of_a_librarys_own():
    lines = [
        f"{file.relative_to(ROOT)}:{line}"
        for file, tree in TREES.items()
        for line in replaced_in(tree)
    ]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize(
    "source",
    [
        "page._set_core_field_defaults()",
        "super()._publish_revision(draft)",
        "getattr(page, '_cached_parent_obj', None)",
        "from wagtail.models.pages import _private",
        "from wagtail._private import public",
        "import wagtail._private",
    ],
)
def test_the_rule_sees_a_private_name(source):
    assert borrowed({Path("module.py"): ast.parse(source)})


@pytest.mark.parametrize(
    "source",
    [
        "page._meta.fields",
        "class Own:\n    def _own(self): pass\n    def use(self): self._own()",
        "from django.utils.translation import gettext as _\n_('x')",
    ],
)
def test_the_rule_leaves_documented_names_and_our_own_alone(source):
    assert borrowed({Path("module.py"): ast.parse(source)}) == []


def test_the_rules_see_a_method_that_replaces_a_librarys():
    class Ours(ast.NodeVisitor):
        def visit(self, node: ast.AST) -> None:
            """Public."""

    class OursToo(pytest.Item):
        def _repr_failure_py(self, excinfo: object) -> str:
            return ""

    assert list(overridden(Ours)) == []
    assert len(set(overridden(OursToo))) == 1
    source = "from wagtail.x import Mixin\nMixin.method = 1\nown = Own()\nown.name = 2"
    assert list(replaced_in(ast.parse(source))) == [2]
