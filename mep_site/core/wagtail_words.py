"""Words of Wagtail that stand in its code in one language, whatever the reader's is.

Its choosers ask gettext while the code is loaded, and so in the site's language for good; the list
of sites and the form for signing in take the names of fields for words.
"""

from django.utils.translation import gettext_lazy
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.sites.views import IndexView as SitesView

# Messages of Wagtail, so they are translated in its catalogues and not in ours.
CHOOSER = {
    "choose_one_text": "Choose",
    "choose_another_text": "Choose another",
    "edit_item_text": "Edit",
    "search_tab_label": "Search",
    "create_action_label": "Create",
}
LOGIN = {"password": "Password"}
SITES = {"port": "port", "site_name": "site name", "root_page": "root page"}


def let_wagtail_speak_the_reader_s_language() -> None:
    """Put words that are translated when they are shown in the place of those that are not."""
    for attribute, message in CHOOSER.items():
        setattr(ChooserViewSet, attribute, gettext_lazy(message))
    for column in SitesView.columns:
        if column.name in SITES:
            column.label = gettext_lazy(SITES[column.name])
    for name, message in LOGIN.items():
        LoginForm.base_fields[name].label = gettext_lazy(message)
