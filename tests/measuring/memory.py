"""How much memory a process takes for the largest picture of each format.

    python -m tests.measuring.memory

Each picture is taken in, stored and made into all renditions of a page in a process of its own, as
the site does it; what is written down is how far that goes above what the process had before.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from .server import ROOT

# What one picture may take, in megabytes.
MOST = 200
# The largest that are taken, and one that is not; a pattern that every coding has work with.
LARGEST = {
    "JPEG": ("a.jpg", (9500, 6400), "RGB", {"quality": 90}),
    "progressive JPEG": ("b.jpg", (4300, 2900), "RGB", {"progressive": True, "subsampling": 0}),
    "progressive JPEG as stored": (
        *("c.jpg", (2590, 1730), "RGB"),
        {"progressive": True, "subsampling": 0},
    ),
    "CMYK JPEG": ("d.jpg", (9500, 6400), "CMYK", {"quality": 90}),
    "PNG": ("e.png", (4300, 2900), "RGB", {"compress_level": 1}),
    "PNG with transparency": ("f.png", (4300, 2900), "RGBA", {"compress_level": 1}),
    "PNG with a palette": ("g.png", (4300, 2900), "P", {"compress_level": 1}),
    "WebP": ("h.webp", (3840, 2160), "RGB", {"method": 0}),
    "WebP with transparency": ("i.webp", (3840, 2160), "RGBA", {"method": 0, "lossless": True}),
    "WebP as stored": ("j.webp", (2590, 1730), "RGBA", {"method": 0, "lossless": True}),
    "AVIF": ("k.avif", (3840, 2160), "RGB", {"speed": 10}),
    "GIF": ("l.gif", (3840, 2160), "P", {}),
}
# A number as large as that of the processes that Wagtail makes renditions in at once.
THREADS = 3


def measure(kind: str) -> tuple[int, int]:
    """Megabytes for the upload and for the renditions of the largest picture of this kind."""
    name, size, mode, options = LARGEST[kind]
    with TemporaryDirectory(prefix="mep-site-pictures-") as folder:
        path = Path(folder, name)
        pattern = Image.effect_noise((512, 512), 60).convert(mode)
        pattern.resize(size, Image.Resampling.NEAREST).save(path, **options)
        done = subprocess.run(
            [sys.executable, "-m", "tests.measuring.memory", str(path)],
            cwd=ROOT,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "mep_site.settings.test"},
            capture_output=True,
            check=True,
        )
    upload, renditions = json.loads(done.stdout.splitlines()[-1])
    return upload, renditions


def _measure_here(path: Path) -> Iterator[int]:
    import django

    django.setup()
    from django.core.exceptions import ValidationError
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from mep_site.media.intake.pictures import prepare_picture
    from mep_site.media.models import SiteImage

    _warm_up()
    content = path.read_bytes()
    before = _from_now_on()
    image = SiteImage(pk=1, collection_id=1)
    try:
        stored = prepare_picture(content)
    except ValidationError:
        yield from (_peak() - before, 0)
        return
    image.file = default_storage.save(path.name, ContentFile(stored))
    yield _peak() - before
    del content, stored
    before = _from_now_on()
    _make_renditions(image)
    yield _peak() - before


def _warm_up() -> None:
    """Let every library be loaded that pictures need."""
    from mep_site.media.intake.pictures import prepare_picture

    for name in ("JPEG", "PNG", "WEBP", "AVIF", "GIF"):
        file = BytesIO()
        Image.new("L", (8, 8)).save(file, name)
        prepare_picture(file.getvalue())


def _make_renditions(image: object) -> None:
    """As Wagtail does it, which wants them in several threads at once."""
    from concurrent.futures import ThreadPoolExecutor

    from wagtail.images.models import Filter

    from mep_site.core.loading.page_pictures import RENDITION_SPECS

    with image.open_file() as file:
        content = file.read()
    with ThreadPoolExecutor(THREADS) as threads:
        made = [
            threads.submit(image.generate_rendition_instance, Filter(spec), BytesIO(content))
            for spec in RENDITION_SPECS
        ]
    for each in made:
        each.result()


def _from_now_on() -> int:
    """What the process has now, in megabytes, from which on the peak is noted."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _megabytes("VmRSS")


def _peak() -> int:
    return _megabytes("VmHWM")


def _megabytes(name: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [line for line in status.splitlines() if line.startswith(f"{name}:")]
    return int(line.split()[1]) // 1024


def report() -> None:
    """Print a line for each kind."""
    sys.stdout.write("MB for  upload  renditions\n")
    for kind in LARGEST:
        upload, renditions = measure(kind)
        sys.stdout.write(f"{upload:14} {renditions:11}  {kind}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write(json.dumps(list(_measure_here(Path(sys.argv[1])))))
    else:
        report()
