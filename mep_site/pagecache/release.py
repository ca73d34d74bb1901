"""Which code renders the pages: a digest of all that has a say in them but the database."""

from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from sysconfig import get_path

from django.apps import apps
from django.conf import settings

# What Python writes here, under passing names at first, says nothing that the sources do not say.
BYTECODE = "__pycache__"
LIBRARIES = Path(get_path("purelib"))


def release() -> str:
    """Changes with the site's files and with the libraries; the same on every machine."""
    packages = sorted(f"{each.name} {each.version}" for each in distributions())
    summed = blake2b("\n".join(packages).encode(), digest_size=12)
    for file in _files(settings.BASE_DIR):
        summed.update(f"\n{file.relative_to(settings.BASE_DIR)}\n".encode())
        summed.update(file.read_bytes())
    return summed.hexdigest()


def _files(root: Path) -> list[Path]:
    """Those of our apps, templates, catalogues and static files.

    Libraries, which may be installed below the project's folder, are told by their versions.
    """
    own = [*settings.TEMPLATES[0]["DIRS"], *settings.LOCALE_PATHS, *settings.STATICFILES_DIRS]
    own += [app.path for app in apps.get_app_configs() if LIBRARIES not in Path(app.path).parents]
    parts = {Path(each).relative_to(root).parts[0] for each in own if root in Path(each).parents}
    files = (file for part in parts for file in (root / part).rglob("*"))
    return sorted(file for file in files if file.is_file() and BYTECODE not in file.parts)
