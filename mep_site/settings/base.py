"""The settings that every place of use has in common."""

from pathlib import Path
from zoneinfo import available_timezones

from csp.constants import NONCE, NONE, SELF

from mep_site.settings import env, languages
from mep_site.settings.release import commit_of

BASE_DIR = Path(__file__).resolve().parents[2]
# What the site writes while it runs: database file, uploads, collected static files.
VAR_DIR = BASE_DIR / "var"

# The commit that runs here.
RELEASE = commit_of(BASE_DIR)

DEBUG = False
ROOT_URLCONF = "mep_site.urls"
WSGI_APPLICATION = "mep_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # First, so that the language columns exist before any app looks at the models.
    "modeltranslation",
    "mep_site.observability",
    "mep_site.publicstate",
    "mep_site.pagecache",
    # From the bottom of the import contract to its top: modeltranslation registers the base page
    # before the page types that derive from it.
    "mep_site.translations",
    "mep_site.auditlog",
    "mep_site.errorpages",
    "mep_site.terms",
    "mep_site.textchecks",
    "mep_site.memory",
    "mep_site.exchange",
    "mep_site.proposals",
    "mep_site.desk",
    "mep_site.countries",
    "mep_site.topics",
    "mep_site.media",
    "mep_site.search",
    "mep_site.display",
    "mep_site.core",
    "mep_site.siteconfig",
    "mep_site.metadata",
    "mep_site.feedback",
    "mep_site.citation",
    "mep_site.printing",
    "mep_site.subscriptions",
    "mep_site.digests",
    "mep_site.accounts",
    "mep_site.pages",
    "departments",
    "news",
    "cooperation",
    "mep_site.home",
    "mep_site.scheduling",
    "mep_site.health",
    "mep_site.backups",
    "mep_site.inventory",
    "mep_site.benchmarks",
    "mep_site.demo",
    "mep_site.legacy",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "mep_site.accounts.users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django_guid",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # Around all that answers, so that static files, redirects and refusals say so too.
    "mep_site.security_headers.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    # Around all that may log, or take time.
    "django_guid.middleware.guid_middleware",
    "mep_site.observability.metrics.middleware.MeasuringMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Around all that may say in a header that an answer is not for everybody.
    "mep_site.pagecache.middleware.SpeculationMiddleware",
    # Before the session: the language of a public page comes from its URL, never from a cookie.
    "mep_site.core.middleware.LanguagePrefixMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "mep_site.core.middleware.TokenCookieMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mep_site.accounts.middleware.WholeSignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mep_site.core.middleware.ImpossibleRequestMiddleware",
    "mep_site.core.middleware.RememberingRedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Templates of ours stand in the place of those of Wagtail's widgets, too.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database

DATABASES = {
    "default": {
        **env.database("DATABASE_URL", VAR_DIR / "db.sqlite3"),
        # Publishing is some hundred queries: a worker that is killed must not leave half of them.
        "ATOMIC_REQUESTS": True,
        # Opening a connection costs more than most queries do, on SQLite too.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
}
if DATABASES["default"]["ENGINE"] == env.SQLITE:
    # With the stock settings, editors who save at the same time get "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Who waits for a server that is away is told so; in seconds.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)

# Languages and formats

LANGUAGES = [(language.code, language.name) for language in languages.LANGUAGES]
LANGUAGE_CODE = languages.LANGUAGES[0].code
# The second fills in what Wagtail and Django lack in Chinese and Russian, and lies over theirs.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_libraries"]
FORMAT_MODULE_PATH = "mep_site.settings.formats"
TIME_ZONE = "Asia/Shanghai"
# Debian adds the machine's own, which no browser knows by that name.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
USE_I18N = True
USE_TZ = True

MODELTRANSLATION_LANGUAGES = tuple(code for code, _ in LANGUAGES)
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
# Chinese must never stand where a Russian text is missing.
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_CUSTOM_FIELDS = ("BodyField",)
OWN_NAMES = dict(LANGUAGES)
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = lambda name, code: (  # noqa: E731
    f"{name} ({OWN_NAMES[code]})"
)

# Static files and uploads

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "mep_site.media.storage.folder.UploadFolder"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A page form with many child rows has more fields than Django's limit of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# What each process may keep of public pages to answer for them again; 0 for nothing.
PAGE_CACHE_BYTES = env.integer("PAGE_CACHE_BYTES", 64 * 1024 * 1024)
# What `train_dictionary` makes for all processes: files, each named by its SHA-256.
PAGE_DICTIONARIES = VAR_DIR / "dictionaries"

# PDFs of pages, which take long to make; the lock of who makes one stands beside them.
PDF_FOLDER = VAR_DIR / "pdf"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pdf": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": PDF_FOLDER,
        "TIMEOUT": None,
        # 100 to 400 kB each.
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}

# Archives that `backup --daily` makes and `drill` tries; the lock of who does stands beside them.
BACKUP_FOLDER = env.path("BACKUP_FOLDER", VAR_DIR / "backups")

# Engines that propose translations. Which is asked, and what it is sent, an administrator decides.

MACHINE_OPENAI_URL = env.text("MACHINE_OPENAI_URL")
MACHINE_OPENAI_MODEL = env.text("MACHINE_OPENAI_MODEL")
MACHINE_OPENAI_KEY = env.text("MACHINE_OPENAI_KEY")
MACHINE_DEEPL_URL = env.origin("MACHINE_DEEPL_URL", "https://api.deepl.com")
MACHINE_DEEPL_KEY = env.text("MACHINE_DEEPL_KEY")

# Security; Django's own defaults give nosniff, Referrer-Policy and Cross-Origin-Opener-Policy, and
# SameSite=Lax to its cookies: with Strict, who comes to the admin by a mail would be signed out.

# The same as `frame-ancestors` below: the admin shows previews in a frame.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": validator}
    for validator in (
        "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "django.contrib.auth.password_validation.MinimumLengthValidator",
        "django.contrib.auth.password_validation.CommonPasswordValidator",
        "django.contrib.auth.password_validation.NumericPasswordValidator",
        "mep_site.accounts.passwords.WordsOfThePlaceValidator",
    )
]
# Signing in; mep_site.accounts says who needs a second factor, and counts guesses.

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# A session ends with the browser, and on the server when accounts.sessions says so, at the latest
# after twelve hours. What a browser has done with it before is nobody's business.
SESSION_COOKIE_AGE = 12 * 60 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "mep_site.accounts.adapters.ColleaguesAdapter"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "wagtailadmin_login"
# Only accounts.sessions says how long ago is recent.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
# They would count in the cache, for each process by itself.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
MFA_ADAPTER = "mep_site.accounts.adapters.SecondFactorsAdapter"
ACCOUNT_FORMS = {
    "login": "mep_site.accounts.forms.SignInForm",
    "reauthenticate": "mep_site.accounts.forms.PasswordConfirmationForm",
}
MFA_FORMS = {
    "activate_totp": "mep_site.accounts.forms.AppForm",
    "add_webauthn": "mep_site.accounts.forms.PasskeyForm",
    "edit_webauthn": "mep_site.accounts.forms.PasskeyNameForm",
    "authenticate": "mep_site.accounts.forms.CodeForm",
    "reauthenticate": "mep_site.accounts.forms.CodeConfirmationForm",
    "authenticate_webauthn": "mep_site.accounts.forms.PasskeySecondStepForm",
    "reauthenticate_webauthn": "mep_site.accounts.forms.PasskeyConfirmationForm",
    "login_webauthn": "mep_site.accounts.forms.PasskeySignInForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A clock may be half a minute wrong.
MFA_TOTP_TOLERANCE = 1
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "mep_site.accounts.forms.ResetForm"  # noqa: S105

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        # Not none: the editor's preview is a public page in a frame of the admin.
        "frame-ancestors": [SELF],
    },
}
# The admin shows pictures before they are uploaded, previews in a frame, and an editor that makes
# style elements: they get the nonce of the page from static/js/admin/editor-styles.js.
ADMIN_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "style-src-elem": [SELF, NONCE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}

# Of a device the site only uses the clipboard, the voices, what shares a page, and passkeys.
UNUSED_FEATURES = [
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
]
# Scripts take the token from the page.
CSRF_COOKIE_HTTPONLY = True

# Proxies in front of this process, each of which appends to X-Forwarded-For.
TRUSTED_PROXIES = 0
# Nobody loses a report of an error because a browser refuses cookies.
CSRF_FAILURE_VIEW = "mep_site.feedback.views.csrf_failure"

# Logging: everything to standard error, for the service manager or container engine to keep.
# `docs/observability.md` says what the lines hold, and that they hold nothing of people.

LOGGING = env.logging_to_stderr(
    # Without this line Django shows requests that failed only while DEBUG is on.
    {
        "django": {"level": "INFO"},
        # Addresses that do not exist are the web server's to log: strangers try thousands.
        "django.request": {"level": "ERROR"},
        # A line for everything that happens to a page, which the audit log has too, and two for
        # every task that follows from it.
        "wagtail": {"level": "WARNING"},
        "django_guid": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "pymorphy3": {"level": "WARNING"},
    }
)

# The id of a request, which nginx has given it. Without a proxy in front anybody could have sent
# the header: then none is read.
DJANGO_GUID = {"GUID_HEADER_NAME": "", "RETURN_HEADER": False, "EXPOSE_HEADER": False}
# Statements that take so many milliseconds are logged; 0 for none.
SLOW_QUERY_MS = env.integer("SLOW_QUERY_MS", 500)
SENTRY_DSN = env.text("SENTRY_DSN")
# Whoever knows it may read the metrics; without it there are none.
METRICS_TOKEN = env.text("METRICS_TOKEN")

# Wagtail

WAGTAIL_SITE_NAME = MFA_TOTP_ISSUER = "生态环境部"
WAGTAILADMIN_BASE_URL = env.origin("WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_PAGE_MODEL = "core.BasePage"
WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "mep_site.media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "mep_site.media.forms.DocumentForm"
# One page holds all languages; Wagtail's page tree per language stays off.
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "mep_site.core.admin.rich_text.RichTextArea"},
}
# An approval is one of the Chinese text; Wagtail would publish what was saved last.
# Those of mep_site.translations.publishing.redirects lead from the addresses in all languages.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "mep_site.translations.publishing.workflow.publish_chinese"
# Caches in front of the site that are told what has changed, in which languages.
WAGTAILFRONTENDCACHE = {}
WAGTAILFRONTENDCACHE_LANGUAGES = [code for code, _ in LANGUAGES]
# A shared password is stored in clear and may be tried without limit.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
# An OpenSearch cluster that finds the entries instead of the database; empty for none.
SEARCH_OPENSEARCH_URL = env.text("OPENSEARCH_URL")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "mep_site.search.backends"}}
# No SVG: it may carry script.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "gif", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 61_000_000
WAGTAILDOCS_EXTENSIONS = [
    *("pdf", "txt", "csv", "zip"),
    *("doc", "docx", "xls", "xlsx", "ppt", "pptx"),
    *("odt", "ods"),
]
# Wherever files are kept, the site sends them: a redirect would be good for whoever is given it.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# The admin asks no other host for anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
