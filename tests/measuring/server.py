"""The demo site on this machine, with a database and uploads of its own: bare, or as deployed."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

import django

from mep_site.errorpages.writing import write_error_pages

ROOT = Path(__file__).parents[2]
LOG = ROOT / "var" / "served.log"
SITE = "mep_site.wsgi:application"
PATIENCE = 90
DEPLOY = ROOT / "deploy"
# The names that files have where nginx looks for them, as the Dockerfile gives them.
DEPLOYED_AS = {"nginx.conf": "site.conf", "nginx_main.conf": "nginx.conf"}


@contextmanager
def demo_content() -> Iterator[Path]:
    """Load the demo into a folder and let Django of this process use it; yields the folder."""
    with TemporaryDirectory(prefix="mep-site-measured-") as name:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "mep_site.settings.dev",
            "DEBUG": "0",
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{name}/site.sqlite3"),
            "MEDIA_ROOT": f"{name}/media",
        }
        for command in ("migrate", "load_demo"):
            subprocess.run(
                [sys.executable, "manage.py", command, "--verbosity=0"],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        django.setup()
        yield Path(name)


@contextmanager
def bare_site() -> Iterator[str]:
    """Serve what `demo_content` loaded with gunicorn, uploads included; yields the address."""
    port = free_port()
    with running(gunicorn(port), port, {}):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def deployed_site(folder: Path) -> Iterator[str]:
    """Serve it with production settings, behind nginx; yields the address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with served(SITE, production(address)) as site, behind_nginx(site.port, port, folder):
        yield address


@contextmanager
def behind_nginx(site: int, port: int, folder: Path, *changes: tuple[str, str]) -> Iterator[None]:
    """Let nginx, as `deploy` sets it up, answer on a port for the site on another.

    ``changes`` are made in `deploy/nginx.conf`: what stands there, and what is to stand there.
    """
    write_error_pages(folder / "error-pages")
    cache = ("/var/cache/nginx/", f"{folder}/")
    here: dict[str, list[tuple[str, str]]] = {
        "nginx.conf": [
            # Debian's nginx is too old to look names up anew, and there are none to look up.
            ("zone site 64k;", ""),
            ("server web:8000 resolve max_fails=0;", f"server 127.0.0.1:{site};"),
            ("listen 8080;", f"listen 127.0.0.1:{port};"),
            ("127.0.0.1:8081", f"127.0.0.1:{free_port()}"),
            ("/srv/media/", f"{folder}/media/"),
            ("/dev/stdout", f"{folder}/access.log"),
            cache,
            *changes,
        ],
        "error_page.conf": [("root /srv", f"root {folder}")],
        "nginx_main.conf": [
            ("include mime.types;", "include /etc/nginx/mime.types;"),
            ("worker_processes auto;", "daemon off; master_process off;"),
            ("worker_rlimit_nofile 16384;", ""),
            ("/tmp/nginx.pid", f"{folder}/nginx.pid"),
            cache,
        ],
    }
    for name, replaced in here.items():
        _write_changed(DEPLOY / name, folder / DEPLOYED_AS.get(name, name), replaced)
    nginx = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with running(nginx, port, {}):
        yield


def _write_changed(source: Path, target: Path, changes: list[tuple[str, str]]) -> None:
    text = source.read_text(encoding="utf-8")
    for there, here in changes:
        if there not in text:
            raise ValueError(f"deploy/{source.name} does not say {there}")
        text = text.replace(there, here)
    target.write_text(text, encoding="utf-8")


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator["Served"]:
    """Serve a WSGI application by gunicorn as the site is served in production.

    What it says is kept in `LOG`: a site that is asked for what it lacks says much.
    """
    port = free_port()
    options = ["--capture-output", f"--error-logfile={LOG}"]
    with running([*gunicorn(port, *options), application], port, environment) as process:
        yield Served(port, process.pid)


@dataclass(frozen=True)
class Served:
    """Where an application answers, and the process that started those that answer."""

    port: int
    master: int


def production(address: str) -> dict[str, str]:
    """The environment of the site in production, as visitors reach it at this address."""
    return {
        "DJANGO_SETTINGS_MODULE": "mep_site.settings.production",
        "SECRET_KEY": token_urlsafe(64),
        "ALLOWED_HOSTS": "127.0.0.1",
        "WAGTAILADMIN_BASE_URL": address,
    }


def gunicorn(port: int, *options: str) -> list[str]:
    """The command that serves the site on a port, as it is to be run: by its own name."""
    program = str(Path(sys.executable).parent / "gunicorn")
    return [program, f"--bind=127.0.0.1:{port}", "--log-level=warning", *options]


@contextmanager
def running(
    command: list[str], port: int, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers; it ends with the context."""
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment) as process:
        try:
            _wait_for(process, port)
            yield process
        finally:
            process.terminate()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(PATIENCE * 10):
        if process.poll() is not None:
            break
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"{process.args[0]} does not answer on port {port}.")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]
