"""The names of what is recorded beside Wagtail's own log, as the report shows them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .chain.beginning import BEGINNING
from .erasing import ERASURE

SIGNED_IN = "auditlog.sign_in"
SIGNED_OUT = "auditlog.sign_out"
PASSWORD_REFUSED = "auditlog.password_refused"  # noqa: S105 - no password
FACTOR_REFUSED = "auditlog.factor_refused"
FACTOR_ADDED = "auditlog.factor_added"
FACTOR_REMOVED = "auditlog.factor_removed"
FACTOR_RESET = "auditlog.factor_reset"
ACCOUNT_CREATED = "auditlog.account_created"
ACCOUNT_CHANGED = "auditlog.account_changed"
ACCOUNT_DELETED = "auditlog.account_deleted"
GROUP_CREATED = "auditlog.group_created"
GROUP_DELETED = "auditlog.group_deleted"
RIGHTS_CHANGED = "auditlog.rights_changed"
EXPORTED = "auditlog.export"
TRANSFERRED = "auditlog.transfer"
RESTORED = "auditlog.restore"

LABELS: dict[str, Promise] = {
    BEGINNING: _("Audit log begun"),
    SIGNED_IN: _("Signed in"),
    SIGNED_OUT: _("Signed out"),
    PASSWORD_REFUSED: _("Password refused"),
    FACTOR_REFUSED: _("Second factor refused"),
    FACTOR_ADDED: _("Second factor added"),
    FACTOR_REMOVED: _("Second factor removed"),
    FACTOR_RESET: _("Second factor replaced"),
    ACCOUNT_CREATED: _("Account created"),
    ACCOUNT_CHANGED: _("Account changed"),
    ACCOUNT_DELETED: _("Account deleted"),
    GROUP_CREATED: _("Group created"),
    GROUP_DELETED: _("Group deleted"),
    RIGHTS_CHANGED: _("Permissions changed"),
    EXPORTED: _("Report exported"),
    TRANSFERRED: _("Texts exported or imported"),
    RESTORED: _("Site restored from a backup"),
    ERASURE: _("Name erased from the audit log"),
}
