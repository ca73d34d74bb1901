# The site in production: gunicorn with production settings, as a user who can write uploads only.
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=mep_site.settings.production

RUN useradd --system --no-create-home site

# For PDFs of pages: Pango, and the letters of all languages.
RUN apt-get update --quiet \
    && apt-get install --yes --no-install-recommends \
        fonts-noto-cjk fonts-noto-core libharfbuzz-subset0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app

COPY requirements/runtime.txt requirements/runtime.txt
RUN pip install --no-cache-dir --root-user-action=ignore --require-hashes \
        --requirement=requirements/runtime.txt

COPY . .

# The settings need values to load with; none of these outlives the command.
RUN python -m babel.messages.frontend --quiet compile --domain=django --directory=locale \
    && python -m babel.messages.frontend --quiet compile --domain='django djangojs' \
        --directory=locale_libraries \
    && SECRET_KEY=used-while-the-image-is-built-and-never-to-serve-anything \
       ALLOWED_HOSTS=localhost \
       DATABASE_URL=sqlite://:memory: \
       WAGTAILADMIN_BASE_URL=http://localhost \
       python manage.py collectstatic --noinput --verbosity=0 \
    && mkdir -p var/media var/dictionaries var/pdf \
    && chown site var/media var/dictionaries var/pdf

USER site
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 2)"]
# Shared memory, because a heartbeat file on a slow disk makes gunicorn kill healthy workers.
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--worker-tmp-dir=/dev/shm"]
