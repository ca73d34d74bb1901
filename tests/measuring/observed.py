"""What the HTTP Observatory says of the site as it is deployed, with TLS in front.

    python -m tests.measuring.observed

prints it for the home page and the sign-in of the admin. The Observatory's list of hosts that
browsers know to insist on TLS (`hsts-preload.json`) is fetched from the internet by its own
installation; here it is empty, so no address of this machine gets the points for standing there.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .server import SITE, behind_nginx, demo_content, free_port, production, running, served

OBSERVATORY = Path(__file__).parent / "observatory"
PACKAGE = OBSERVATORY / "node_modules" / "@mdn" / "mdn-http-observatory"
PRELOADED = PACKAGE / "conf" / "hsts-preload.json"
PATHS = ("/en/", "/admin/login/")
# Where TLS ends, before the web server of the site; who comes without it is sent to the site, too.
TLS = """
daemon off;
master_process off;
pid {folder}/tls.pid;
error_log stderr;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/tls-body;
  proxy_temp_path {folder}/tls-proxy;
  fastcgi_temp_path {folder}/tls-fastcgi;
  uwsgi_temp_path {folder}/tls-uwsgi;
  scgi_temp_path {folder}/tls-scgi;
  proxy_set_header Host $http_host;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;
  server {{
    listen 127.0.0.1:{port} ssl;
    ssl_certificate {folder}/certificate.pem;
    ssl_certificate_key {folder}/key.pem;
    error_page 497 = @plain;
    location / {{ proxy_pass http://127.0.0.1:{behind}; }}
    location @plain {{ proxy_pass http://127.0.0.1:{behind}; }}
  }}
}}
"""
CERTIFICATE = [
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    *("-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
]


@contextmanager
def site_with_tls(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Serve the site behind its nginx and a front with TLS; yields host and port.

    ``environment`` is what it lacks beside that of production: where the database is. The
    certificate is made for this run, in ``certificate.pem`` of the folder.
    """
    port, behind = free_port(), free_port()
    host = f"localhost:{port}"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([*CERTIFICATE, *files], check=True, capture_output=True)
    configuration = folder / "tls.conf"
    configuration.write_text(TLS.format(folder=folder, port=port, behind=behind), encoding="utf-8")
    front = ["nginx", "-p", str(folder), "-c", str(configuration), "-e", "stderr"]
    secure = production(f"https://{host}") | {"ALLOWED_HOSTS": "localhost", "TRUSTED_PROXIES": "2"}
    with (
        served(SITE, secure | environment) as site,
        behind_nginx(site.port, behind, folder),
        running(front, port, {}),
    ):
        yield host


def observed(host: str, folder: Path, paths: tuple[str, ...] = PATHS) -> dict[str, dict]:
    """Score and tests of the Observatory for each of these paths."""
    PRELOADED.write_text("{}", encoding="utf-8")
    result = subprocess.run(
        ["node", "scan.mjs", *(f"{host}{path}" for path in paths)],
        cwd=OBSERVATORY,
        env=os.environ | {"NODE_EXTRA_CA_CERTS": str(folder / "certificate.pem")},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return {key.removeprefix(host): said for key, said in json.loads(result.stdout).items()}


def main() -> None:
    with demo_content() as folder, site_with_tls(folder, {}) as host:
        for path, said in observed(host, folder).items():
            sys.stdout.write(f"{path}: {said['score']}\n")
            for name, test in said["tests"].items():
                sys.stdout.write(f"  {test['modifier']:+} {name}: {test['result']}\n")


if __name__ == "__main__":
    main()
