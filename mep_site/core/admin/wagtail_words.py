"""Words of Wagtail that stand in its code in one language, whatever the reader's is.

Some of its classes ask gettext while the code is loaded, and so in the site's language for good;
others leave it to Django to make an English label of the name of a field.
"""

from django.forms import BaseForm
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.documents.forms import GroupDocumentPermissionFormSet
from wagtail.images.forms import GroupImagePermissionFormSet
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from mep_site.internals import name_what_lists_count

# All these are messages of Wagtail, so they are translated in its catalogues and not in ours.
CHOOSER = {
    "choose_one_text": "Choose",
    "choose_another_text": "Choose another",
    "edit_item_text": "Edit",
    "search_tab_label": "Search",
    "create_action_label": "Create",
}
LABELS: dict[type[BaseForm], dict[str, str]] = {
    LoginForm: {"password": "Password"},
    WorkflowPageForm: {"page": "Page"},
    PagePermissionsForm: {"page": "Page", "permissions": "Permissions"},
    RoleForm: {"role": "Group"},
}
COLUMNS_OF_SITES = {"port": "port", "site_name": "site name", "root_page": "root page"}
PERMISSIONS_IN_COLLECTIONS = {
    GroupImagePermissionFormSet: {
        "add_image": ("Add", "Add/edit images you own"),
        "change_image": ("Edit", "Edit any image"),
        "choose_image": ("Choose", "Select images in choosers"),
    },
    GroupDocumentPermissionFormSet: {
        "add_document": ("Add", "Add/edit documents you own"),
        "change_document": ("Edit", "Edit any document"),
        "choose_document": ("Choose", "Select documents in choosers"),
    },
    GroupCollectionManagementPermissionFormSet: {
        "add_collection": ("Add", "Add collections"),
        "change_collection": ("Edit", "Edit collections"),
        "delete_collection": ("Delete", "Delete collections"),
    },
}


def let_wagtail_speak_the_reader_s_language() -> None:
    """Put words that are translated when they are shown in the place of those that are not."""
    for attribute, message in CHOOSER.items():
        setattr(ChooserViewSet, attribute, _said(message))
    for form, labels in LABELS.items():
        for name, message in labels.items():
            form.base_fields[name].label = _said(message)
    for column in SitesView.columns:
        if column.name in COLUMNS_OF_SITES:
            column.label = _said(COLUMNS_OF_SITES[column.name])
    for formset, permissions in PERMISSIONS_IN_COLLECTIONS.items():
        # In place: the form's labels are read from this list too.
        formset.permission_types[:] = [
            (codename, _said(short), _said(long)) for codename, (short, long) in permissions.items()
        ]
        formset.form.base_fields["collection"].label = _said("Collection")
    _name_filter_of_redirects()
    name_what_lists_count(_said("pages"))


def _name_filter_of_redirects() -> None:
    chosen = RedirectsReportFilterSet.base_filters["is_permanent"]
    chosen.label = _said("Type")
    chosen.extra["choices"] = ((True, _said("Permanent")), (False, _said("Temporary")))
    chosen.extra["empty_label"] = _said("All")


def _said(message: str) -> Promise:
    return gettext_lazy(message)
