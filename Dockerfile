# Two images: `site`, gunicorn with production settings, and `proxy`, the web server in front of it.
FROM python:3.11-slim-bookworm AS site

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=mep_site.settings.production

# Fixed numbers, because they own the files in the volumes, which outlive every image.
RUN groupadd --gid 999 site \
    && useradd --uid 999 --gid 999 --no-create-home --shell /usr/sbin/nologin site

# For PDFs of pages: Pango, and the letters of all languages. For backups: what the programs of
# PostgreSQL need that are copied below.
RUN apt-get update --quiet \
    && apt-get install --yes --no-install-recommends \
        fonts-noto-cjk fonts-noto-core libharfbuzz-subset0 liblz4-1 libpangoft2-1.0-0 libpq5 libzstd1 \
    && rm -rf /var/lib/apt/lists/*

# Debian's are too old for the server that docker-compose.yml starts; its own are always right.
COPY --from=postgres:18-bookworm /usr/lib/postgresql/18/bin/pg_dump /usr/lib/postgresql/18/bin/pg_restore /usr/local/bin/
COPY --from=postgres:18-bookworm /usr/lib/*-linux-gnu/libpq.so.5* /usr/local/lib/
RUN ldconfig && pg_dump --version && pg_restore --version

WORKDIR /app

COPY requirements/runtime.txt requirements/runtime.txt
RUN pip install --no-cache-dir --root-user-action=ignore --require-hashes \
        --requirement=requirements/runtime.txt

COPY . .

# The commit that this is: an archive of a release knows it, a checkout is told: COMMIT=… .
ARG COMMIT=
RUN if [ -n "$COMMIT" ]; then echo "$COMMIT" > mep_site/settings/COMMIT; fi

# The settings need values to load with; none of these outlives the command. Nothing here can be
# written to while the site runs, so Python's files are compiled now.
RUN python -m babel.messages.frontend --quiet compile --domain=django --directory=locale \
    && python -m babel.messages.frontend --quiet compile --domain='django djangojs' \
        --directory=locale_libraries \
    && export SECRET_KEY=used-while-the-image-is-built-and-never-to-serve-anything \
        DATABASE_URL=sqlite://:memory: \
        WAGTAILADMIN_BASE_URL=http://localhost \
    && python manage.py collectstatic --noinput --verbosity=0 \
    && python manage.py write_error_pages /srv/error-pages \
    && python -m compileall -q mep_site departments news cooperation \
    && mkdir -p var/alerts var/backups var/dictionaries var/media var/pdf \
    && chown site:site var/alerts var/backups var/dictionaries var/media var/pdf

USER site
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
# Shared memory, because a heartbeat file on a slow disk makes gunicorn kill healthy workers.
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--worker-tmp-dir=/dev/shm"]


FROM nginx:1.28-alpine AS proxy

COPY deploy/nginx_main.conf /etc/nginx/nginx.conf
COPY deploy/nginx.conf /etc/nginx/site.conf
COPY deploy/error_page.conf /etc/nginx/error_page.conf
COPY --from=site /srv/error-pages /srv/error-pages
RUN chown nginx:nginx /var/cache/nginx

USER nginx
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s \
    CMD ["wget", "--quiet", "--output-document=/dev/null", "http://127.0.0.1:8080/error-pages/page.css"]
ENTRYPOINT []
CMD ["nginx", "-g", "daemon off;"]
