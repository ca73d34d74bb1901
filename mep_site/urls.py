"""Which view answers for which address."""

from csp.decorators import csp
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.db.transaction import non_atomic_requests
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from mep_site.accounts.names import AccountView
from mep_site.accounts.urls import sign_in_of_readers
from mep_site.accounts.urls import urlpatterns as signing_in
from mep_site.citation.views import citation_file, cite
from mep_site.core.admin.guards import guarded
from mep_site.core.admin.refusals import notes_refusals
from mep_site.core.admin.sending import for_forms
from mep_site.core.views import changes, choose_language
from mep_site.display.views import display, stylesheet
from mep_site.feedback.views import report, thanks
from mep_site.feeds.calendar import calendar
from mep_site.feeds.views import feed
from mep_site.media.sending import keeps_inert, says_if_away
from mep_site.media.views import serve_avatar, serve_picture
from mep_site.metadata.views import favicon, manifest, robots, sitemap_index, sitemap_part
from mep_site.opendata.views import data_catalogue, data_file, open_data
from mep_site.pagecache.views import dictionary, speculation_rules
from mep_site.pages.topics import topic_list, topic_page
from mep_site.printing.views import address_code, page_as_pdf
from mep_site.search.views import search, suggest
from mep_site.subscriptions.public.asking import (
    ask_for_access,
    subscribe_to_page,
    subscribe_to_topic,
    tell_of_mail,
)
from mep_site.subscriptions.public.deciding import (
    confirm_subscription,
    manage_subscriptions,
    stop_subscription,
)
from mep_site.subscriptions.public.overview import ways_to_follow

handler400 = "mep_site.core.errors.bad_request"
handler403 = "mep_site.core.errors.permission_denied"
handler404 = "mep_site.core.errors.page_not_found"
handler500 = "mep_site.core.errors.server_error"

# A reader needs no transaction; on SQLite each would wait for the write lock.
public_pages = decorate_urlpatterns(wagtail_urls.urlpatterns, non_atomic_requests)
# In the place of Wagtail's, which asks everybody for a first name and an address.
account = path("account/", never_cache(require_admin_access(AccountView.as_view())), name="account")
wagtails_admin = decorate_urlpatterns(
    decorate_urlpatterns(
        decorate_urlpatterns([account, *wagtailadmin_urls.urlpatterns], guarded), notes_refusals
    ),
    for_forms,
)
admin = decorate_urlpatterns(
    # The ways in are ours: they stand before those of Wagtail, which ask for a password only.
    [*signing_in, *wagtails_admin],
    csp(settings.ADMIN_CONTENT_SECURITY_POLICY),
)
downloads = decorate_urlpatterns(
    decorate_urlpatterns(wagtaildocs_urls.urlpatterns, keeps_inert),
    lambda view: non_atomic_requests(says_if_away(view)),
)

urlpatterns = [
    path("", choose_language),
    path("display.css", stylesheet, name="display_stylesheet"),
    path("admin/", include(admin)),
    path("documents/", include(downloads)),
    # The files of documents have no address here: `documents/` knows who may read them.
    re_path(r"^media/(?P<path>(?:original_)?images/.+)$", non_atomic_requests(serve_picture)),
    re_path(r"^media/(?P<path>avatar_images/.+)$", non_atomic_requests(serve_avatar)),
    re_path(r"^dictionaries/(?P<name>[0-9a-f]{64})\.bin$", dictionary, name="dictionary"),
    path("data/catalogue.jsonld", data_catalogue, name="data_catalogue"),
    re_path(r"^data/(?P<name>[a-z]+)\.(?P<ending>csv|jsonld)$", data_file, name="data_file"),
    path("favicon.ico", favicon),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap_index, name="sitemap-index"),
    # Longer numbers would be none of a page.
    re_path(r"^sitemap-(?P<section>[0-9]{1,9}|topics)\.xml$", sitemap_part, name="sitemap-part"),
]

urlpatterns += i18n_patterns(
    path("site.webmanifest", manifest, name="manifest"),
    path("speculation-rules.json", speculation_rules, name="speculation_rules"),
    path("search/", search, name="search"),
    path("search/suggestions/", suggest, name="search_suggestions"),
    path("display/", display, name="display"),
    path("changes/<int:page_id>/", changes, name="changes"),
    path("cite/<int:page_id>/", cite, name="cite"),
    path("cite/<int:page_id>.<slug:ending>", citation_file, name="citation_file"),
    path("code/<int:page_id>.svg", address_code, name="address_code"),
    path("pdf/<int:page_id>/", page_as_pdf, name="pdf"),
    path("topics/", topic_list, name="topics"),
    path("topics/<slug:slug>/", topic_page, name="topic"),
    path("report/", report, name="report"),
    path("report/<int:page_id>/", report, name="report"),
    path("report/sent/<slug:reference>/", thanks, name="report_thanks"),
    path("data/", open_data, name="data"),
    path("follow/", ways_to_follow, name="follow"),
    path("follow/email/<int:page_id>/", subscribe_to_page, name="follow_page"),
    path("follow/topic/<slug:slug>/", subscribe_to_topic, name="follow_topic"),
    path("follow/sent/", tell_of_mail, name="follow_sent"),
    path("follow/yours/", ask_for_access, name="follow_access"),
    path("follow/yours/<str:token>/", manage_subscriptions, name="follow_manage"),
    path("follow/confirm/<str:token>/", confirm_subscription, name="follow_confirm"),
    path("follow/stop/<str:token>/", stop_subscription, name="follow_stop"),
    path("calendar.ics", calendar, name="calendar"),
    path("feed/", feed, name="feed"),
    re_path(r"^feed/(?P<path>(?:[a-zA-Z0-9_-]+/)+)$", feed, name="feed"),
    # In the place of Wagtail's, for readers of pages that are not public.
    path("_util/login/", sign_in_of_readers, name="wagtailcore_login"),
    path("", include(public_pages)),
)
