"""App configuration of mep_site.auditlog."""

from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import Tags, register
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_save
from django.utils.translation import gettext_lazy as _


class AuditLogConfig(AppConfig):
    """What was done by whom, where nobody can change it unnoticed."""

    name = "mep_site.auditlog"
    verbose_name = _("Audit log")

    def ready(self) -> None:
        """Hear of all that is to be recorded, and keep the triggers in place."""
        from .checks import check_guards

        register(check_guards, Tags.database)
        post_migrate.connect(_install, sender=self)
        _hear_of_log_entries()
        _hear_of_sign_ins()
        _hear_of_rights()
        _hear_of_data()


def _install(using: str, **kwargs: Any) -> None:
    from .chain.beginning import begin_chain
    from .chain.triggers import install_guards
    from .models import ChainLink

    # Not after a migration back to before the first one.
    is_migrated = ChainLink._meta.db_table in connection.introspection.table_names()
    if using == DEFAULT_DB_ALIAS and is_migrated:
        install_guards()
        begin_chain()


def _hear_of_log_entries() -> None:
    from .log_entries import KINDS, record_log_entry

    for model in KINDS:
        post_save.connect(record_log_entry, sender=model)


def _hear_of_sign_ins() -> None:
    from django.contrib.auth import signals

    from . import actions, security_events

    signals.user_logged_in.connect(security_events.record_sign_in)
    signals.user_logged_out.connect(security_events.record_sign_out)
    signals.user_login_failed.connect(security_events.record_refused_password)
    if apps.is_installed("allauth.mfa"):
        from allauth.mfa import signals as factors

        for signal, action in (
            (factors.authentication_failed, actions.FACTOR_REFUSED),
            (factors.authenticator_added, actions.FACTOR_ADDED),
            (factors.authenticator_removed, actions.FACTOR_REMOVED),
            (factors.authenticator_reset, actions.FACTOR_RESET),
        ):
            signal.connect(security_events.record_factor(action), weak=False)


def _hear_of_rights() -> None:
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from wagtail.models import GroupCollectionPermission, GroupPagePermission

    from . import security_events

    user = get_user_model()
    pre_save.connect(security_events.note_account_before, sender=user)
    post_save.connect(security_events.record_account, sender=user)
    post_delete.connect(security_events.record_deleted_account, sender=user)
    post_save.connect(security_events.record_group, sender=Group)
    post_delete.connect(security_events.record_deleted_group, sender=Group)
    for relation in (user.groups, user.user_permissions, Group.permissions):
        m2m_changed.connect(security_events.record_rights, sender=relation.through)
    given, taken = map(security_events.record_right_of_group, ("added", "removed"))
    for model in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(given, sender=model, weak=False)
        post_delete.connect(taken, sender=model, weak=False)


def _hear_of_data() -> None:
    from mep_site.internals import tell_of_exports

    from .security_events import record_export, record_restore, record_transfer

    tell_of_exports(record_export)
    post_save.connect(record_transfer, sender="exchange.Transfer")
    post_save.connect(record_restore, sender="backups.BackupRun")
