"""What is recorded: publications per language, accounts, permissions, exports; and of whom."""

import json
from io import StringIO

import pytest
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.signals import user_login_failed
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, ModelLogEntry, PageLogEntry

from mep_site.auditlog import actions
from mep_site.auditlog.chain.verifying import faults_of_log
from mep_site.auditlog.log_entries import record_log_entries
from mep_site.auditlog.models import AuditedPerson, AuditRecord
from mep_site.auditlog.recording import record_event
from mep_site.backups.models import BackupRun
from mep_site.exchange.models import Transfer
from news.models import NewsArticle

from ..admin_forms import edit_url, send, unit
from .linking import link_records

pytestmark = pytest.mark.django_db


def said(action):
    """What the newest record of a deed says."""
    return json.loads(AuditRecord.objects.filter(action=action).latest("pk").content)


def person(digest):
    return AuditedPerson.objects.get(pk=digest)


def translated_and_published(page, translator):
    """A draft of the English text, published by somebody else."""
    send(translator, edit_url(page, "en"), **{unit("title"): "Another title"})
    page.refresh_from_db()
    page.latest_revision.publish(user=User.objects.get(username="publisher"))


@pytest.mark.asvs("16.2.1")
def test_a_publication_is_recorded_with_language_people_and_revision(english_translator, some):
    page = some(NewsArticle)
    translated_and_published(page, english_translator)
    record = said("wagtail.publish")
    assert record["languages"] == ["en"]
    assert record["object"]["id"] == str(page.pk)
    assert record["object"]["type"] == "news.newsarticle"
    assert record["revision"] == PageLogEntry.objects.latest("pk").revision_id
    assert person(record["by"]).username == "publisher"
    assert record["translation"]["renders"]
    translator = User.objects.get(username="english")
    assert person(record["translation"]["translator"]).account == str(translator.pk)


def test_work_on_a_draft_is_no_matter_of_the_log(english_translator, some):
    before = AuditRecord.objects.count()
    send(english_translator, edit_url(some(NewsArticle), "en"), **{unit("title"): "A draft"})
    assert PageLogEntry.objects.latest("pk").action == "wagtail.edit"
    assert AuditRecord.objects.count() == before


def test_what_people_write_to_each_other_is_not_kept(some):
    PageLogEntry.objects.log_action(
        some(NewsArticle),
        "translations.return",
        data={"comment": "Ask Mrs Wang", "languages": ["en"], "workflow": {"comment": "Mrs Wang"}},
    )
    assert "Wang" not in AuditRecord.objects.latest("pk").content


def test_the_names_of_people_stand_beside_the_records_only(admin, english_translator, some):
    user = User.objects.get(username="publisher")
    User.objects.filter(pk=user.pk).update(first_name="Xiaoming", last_name="Canary")
    translated_and_published(some(NewsArticle), english_translator)
    admin.post(reverse("wagtailusers_users:delete", args=[user.pk]))
    assert not User.objects.filter(pk=user.pk).exists()
    contents = AuditRecord.objects.values_list("content", flat=True)
    assert not [content for content in contents if "Canary" in content]
    assert AuditedPerson.objects.filter(name__contains="Canary").exists()
    assert said("wagtail.publish")["by"] in AuditedPerson.objects.values_list("pk", flat=True)


@pytest.mark.asvs("16.3.1")
def test_signing_in_and_out_is_recorded(visitor):
    user = User.objects.get(username="editor")
    visitor.force_login(user)
    assert person(said(actions.SIGNED_IN)["by"]).account == str(user.pk)
    visitor.logout()
    assert person(said(actions.SIGNED_OUT)["by"]).account == str(user.pk)


@pytest.mark.asvs("16.3.1")
def test_a_refused_password_is_recorded_and_names_an_account_that_exists_only():
    user = User.objects.get(username="editor")
    user_login_failed.send(
        "auth", credentials={"username": "editor", "password": "x"}, request=None
    )
    record = said(actions.PASSWORD_REFUSED)
    assert person(record["object"]["person"]).account == str(user.pk)
    user_login_failed.send("auth", credentials={"username": "my password"}, request=None)
    assert "object" not in said(actions.PASSWORD_REFUSED)


@pytest.mark.asvs("16.3.1")
@pytest.mark.parametrize(
    ("signal", "action"),
    [
        (factors.authentication_failed, actions.FACTOR_REFUSED),
        (factors.authenticator_added, actions.FACTOR_ADDED),
        (factors.authenticator_removed, actions.FACTOR_REMOVED),
        (factors.authenticator_reset, actions.FACTOR_RESET),
    ],
)
def test_what_happens_to_second_factors_is_recorded(signal, action):
    user = User.objects.get(username="editor")
    authenticator = Authenticator(user=user, type=Authenticator.Type.TOTP)
    signal.send(Authenticator, request=None, user=user, authenticator=authenticator)
    record = said(action)
    assert person(record["object"]["person"]).account == str(user.pk)
    assert record["details"] == {"factor": "totp"}


def test_a_change_of_an_account_is_recorded_by_its_fields_without_their_values():
    user = User.objects.get(username="editor")
    user.email, user.is_superuser = "canary@example.org", True
    user.save()
    record = said(actions.ACCOUNT_CHANGED)
    assert record["details"] == {"fields": ["email", "is_superuser"], "is_superuser": True}
    before = AuditRecord.objects.count()
    user.first_name = "Another"
    user.save()
    user.save(update_fields=["last_login"])
    assert AuditRecord.objects.count() == before


def test_accounts_and_groups_that_come_and_go_are_recorded():
    user = User.objects.create(username="newcomer")
    assert person(said(actions.ACCOUNT_CREATED)["object"]["person"]).name == "newcomer"
    user.delete()
    assert person(said(actions.ACCOUNT_DELETED)["object"]["person"]).name == "newcomer"
    group = Group.objects.create(name="Interns")
    assert said(actions.GROUP_CREATED)["object"]["title"] == "Interns"
    group.delete()
    assert said(actions.GROUP_DELETED)["object"]["title"] == "Interns"


@pytest.mark.asvs("16.3.3")
def test_each_change_of_permissions_is_recorded(home):
    group, user = Group.objects.create(name="Interns"), User.objects.get(username="editor")
    permission = Permission.objects.get(codename="access_admin")
    group.permissions.add(permission)
    record = said(actions.RIGHTS_CHANGED)
    assert record["object"]["title"] == "Interns"
    assert record["details"] == {"added": ["wagtailadmin.access_admin"]}
    group.permissions.remove(permission)
    assert said(actions.RIGHTS_CHANGED)["details"] == {"removed": ["wagtailadmin.access_admin"]}
    user.groups.add(group)
    assert said(actions.RIGHTS_CHANGED)["details"] == {"added": ["Interns"]}
    group.user_set.clear()
    assert said(actions.RIGHTS_CHANGED)["details"] == {"cleared": True}
    right = GroupPagePermission.objects.create(
        group=group, page=home, permission=Permission.objects.get(codename="publish_basepage")
    )
    assert said(actions.RIGHTS_CHANGED)["details"]["added"][0].endswith(f":{home.pk}")
    right.delete()
    assert said(actions.RIGHTS_CHANGED)["details"]["removed"][0].startswith("publish_basepage ")


def test_an_export_is_recorded_with_who_took_it(admin):
    admin.get(reverse("audit_report"), {"export": "csv"})
    record = said(actions.EXPORTED)
    assert record["object"] == {"title": "/admin/reports/audit/"}
    assert record["details"] == {"format": "csv"}
    assert person(record["by"]).username == "admin"


def test_what_goes_out_to_translators_is_recorded():
    user = User.objects.get(username="english")
    Transfer.objects.create(
        direction="export", language="en", format="xliff", file_name="wetlands.xlf", user=user
    )
    record = said(actions.TRANSFERRED)
    assert record["object"]["title"] == "wetlands.xlf"
    assert (record["languages"], record["details"]["direction"]) == (["en"], "export")


def test_a_restore_is_recorded_when_it_has_succeeded():
    with BackupRun.remembered(BackupRun.Kind.RESTORE, "monday.tar") as run:
        run.data_at = timezone.now()
        assert not AuditRecord.objects.filter(action=actions.RESTORED).exists()
    record = said(actions.RESTORED)
    assert record["object"] == {"title": "monday.tar"}
    assert record["details"] == {"taken_at": run.data_at.isoformat()}


def test_terms_that_are_imported_together_are_recorded_each():
    entries = [
        ModelLogEntry(
            content_type=ContentType.objects.get_for_model(Group),
            label=name,
            action="wagtail.create",
            object_id="1",
            timestamp=timezone.now(),
        )
        for name in ("one", "two")
    ]
    record_log_entries(ModelLogEntry.objects.bulk_create(entries))
    newest = AuditRecord.objects.order_by("-pk")[:2]
    assert [json.loads(each.content)["object"]["title"] for each in newest] == ["two", "one"]


@pytest.fixture
def gone():
    """An account that did something, was renamed and is deactivated."""
    user = User.objects.get(username="russian")
    user.groups.clear()
    user.last_name = "Canary"
    user.is_active = False
    user.save()
    return user


def test_a_person_is_erased_and_the_log_is_as_it_was_written(gone):
    record_event(actions.SIGNED_OUT, gone)
    digest = said(actions.SIGNED_OUT)["by"]
    call_command("erase_from_log", "russian", stdout=StringIO())
    assert person(digest).is_erased
    assert not AuditedPerson.objects.filter(account=str(gone.pk)).exists()
    assert not AuditedPerson.objects.filter(name__contains="Canary").exists()
    link_records()
    assert list(faults_of_log()) == []
    assert digest in said("auditlog.erase")["people"]


def test_a_person_at_work_is_not_erased():
    with pytest.raises(CommandError, match="in use"):
        call_command("erase_from_log", "editor")
    with pytest.raises(CommandError, match="knows nobody"):
        call_command("erase_from_log", "nobody")


# The report


def test_the_report_tells_who_published_which_language_of_what(admin, english_translator, some):
    page = some(NewsArticle)
    translated_and_published(page, english_translator)
    html = admin.get(reverse("audit_report"), {"language": "en"}).content.decode()
    assert page.title_zh_hans in html
    assert "English" in html
    assert "周明" in html
    assert "Anna Smith" in html


def test_the_report_is_narrowed_by_language_person_and_words(admin):
    def numbers(**chosen):
        return len(admin.get(reverse("audit_report"), chosen).context_data["object_list"])

    assert numbers(language="ru") < numbers()
    assert numbers(content="no such word") == 0
    assert numbers(person="no such person") == 0


def test_what_is_exported_holds_each_record_word_for_word(admin):
    response = admin.get(reverse("audit_report"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    record = AuditRecord.objects.order_by("pk").first()
    assert record.content.replace('"', '""') in text
    assert record.link.digest in text


def test_an_erased_person_has_no_name_in_the_report(admin, gone):
    record_event(actions.SIGNED_OUT, gone)
    call_command("erase_from_log", "russian", stdout=StringIO())
    html = admin.get(reverse("audit_report"), {"action": actions.SIGNED_OUT}).content.decode()
    assert "Canary" not in html


@pytest.mark.parametrize("address", ["audit_report", "audit_report_results"])
def test_nobody_sees_the_log_without_the_permission(
    address, visitor, editor, english_translator, publisher
):
    for who in (visitor, editor, english_translator, publisher):
        assert who.get(reverse(address)).status_code == 302
    Group.objects.get(name="中文编辑").permissions.add(
        Permission.objects.get(codename="view_auditrecord")
    )
    assert editor.get(reverse(address)).status_code == 200
