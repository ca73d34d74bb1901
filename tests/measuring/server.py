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

ROOT = Path(__file__).parents[2]
LOG = ROOT / "var" / "served.log"
SITE = "mep_site.wsgi:application"
PATIENCE = 30
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


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
    with running(_gunicorn(port), port, {}):
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
    """Let nginx, as `deploy/nginx.conf` sets it up, answer on a port for the site on another.

    ``changes`` are made in that file: what stands there, and what is to stand there.
    """
    deployed = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for there, here in (
        ("server web:8000;", f"server 127.0.0.1:{site};"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("127.0.0.1:8081", f"127.0.0.1:{free_port()}"),
        ("/srv/media/", f"{folder}/media/"),
        ("/var/cache/nginx/", f"{folder}/"),
        *changes,
    ):
        if there not in deployed:
            raise ValueError(f"deploy/nginx.conf does not say {there}")
        deployed = deployed.replace(there, here)
    (folder / "site.conf").write_text(deployed, encoding="utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder), encoding="utf-8")
    nginx = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with running(nginx, port, {}):
        yield


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator["Served"]:
    """Serve a WSGI application by gunicorn as the site is served in production.

    What it says is kept in `LOG`: a site that is asked for what it lacks says much.
    """
    port = free_port()
    options = ["--capture-output", f"--error-logfile={LOG}"]
    with running([*_gunicorn(port), *options, application], port, environment) as process:
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


def _gunicorn(port: int) -> list[str]:
    options = [f"--bind=127.0.0.1:{port}", "--log-level=warning"]
    return [sys.executable, "-m", "gunicorn", *options]


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
