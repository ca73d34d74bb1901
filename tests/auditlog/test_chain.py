"""The database links each record to the one before and keeps it; what is changed is named."""

import json
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from wagtail.models import ModelLogEntry, PageLogEntry

from mep_site.auditlog.chain.triggers import install_guards, missing_triggers
from mep_site.auditlog.chain.verifying import faults_of_log, head_of_chain
from mep_site.auditlog.checks import check_guards
from mep_site.auditlog.models import AuditedPerson, AuditRecord, ChainLink
from mep_site.auditlog.recording import record_event

from .linking import link_records

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def chain():
    """Three more records at the end of the chain."""
    records = [record_event("auditlog.sign_out", details={"n": n}) for n in range(3)]
    link_records()
    return records


def past_the_triggers(sql, *params):
    """What somebody does who may change the database itself, and puts the triggers back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(sql, params)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        for name in _stored_triggers(cursor):
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute(sql, params)
    install_guards()


def _stored_triggers(cursor):
    cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'auditlog%' AND type='trigger'")
    return [name for (name,) in cursor.fetchall()]


def verified(*arguments):
    out = StringIO()
    call_command("verify_log", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments):
    out = StringIO()
    with pytest.raises(CommandError, match="not as it was written"):
        call_command("verify_log", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.asvs("11.4.3")
def test_each_link_is_the_digest_of_the_one_before_and_of_its_record(chain):
    before, after = (ChainLink.objects.get(record=record) for record in chain[:2])
    assert after.number == before.number + 1
    linked = sha256(f"{before.digest}\n{chain[1].content}".encode()).hexdigest()
    assert after.digest == linked


def test_the_log_of_the_demo_is_as_it_was_written():
    assert "as it was written. Its head:" in verified()
    assert ChainLink.objects.get(number=1).record.action == "auditlog.begin"


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("model", [AuditRecord, ChainLink, AuditedPerson])
def test_the_database_lets_nobody_change_or_delete_a_row(model, chain, django_user_model):
    record_event("auditlog.sign_in", django_user_model.objects.first())
    link_records()
    column = {AuditRecord: "content", ChainLink: "digest", AuditedPerson: "name"}[model]
    table = model._meta.db_table
    statements = [f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"]
    if connection.vendor == "postgresql":
        statements.append(f"TRUNCATE {table} CASCADE")
    for statement in statements:
        with (
            pytest.raises(DatabaseError, match="can only be added to"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


@pytest.mark.asvs("16.4.2")
def test_one_changed_byte_is_named(chain):
    link = ChainLink.objects.get(record=chain[1])
    changed = chain[1].content.replace('"n":1', '"n":7')
    past_the_triggers(
        "UPDATE auditlog_auditrecord SET content = %s WHERE id = %s", changed, chain[1].pk
    )
    [fault] = refused()
    assert fault.startswith(f"Record {link.number} (auditlog.sign_out ")


@pytest.mark.parametrize(
    ("column", "value"), [("action", "wagtail.publish"), ("language", "en"), ("at", "2020-01-01")]
)
def test_a_changed_column_beside_the_content_is_named(column, value, chain):
    link = ChainLink.objects.get(record=chain[2])
    past_the_triggers(
        f"UPDATE auditlog_auditrecord SET {column} = %s WHERE id = %s", value, chain[2].pk
    )
    sentence = f"Record {link.number}: its column {column} does not say what the record says."
    assert refused() == [sentence]


def test_a_missing_row_is_named(chain):
    link = ChainLink.objects.get(record=chain[1])
    past_the_triggers("DELETE FROM auditlog_chainlink WHERE number = %s", link.number)
    past_the_triggers("DELETE FROM auditlog_auditrecord WHERE id = %s", chain[1].pk)
    assert refused() == [f"Record {link.number} is missing."]


def test_a_missing_last_row_is_found_by_a_head_that_was_kept(chain, tmp_path):
    anchors = tmp_path / "heads"
    verified("--anchors", str(anchors))
    head = head_of_chain()
    assert anchors.read_text() == f"{head}\n"
    past_the_triggers("DELETE FROM auditlog_chainlink WHERE number = %s", head.number)
    past_the_triggers("DELETE FROM auditlog_auditrecord WHERE id = %s", chain[2].pk)
    assert "as it was written" in verified()
    sentence = f"The end is missing: there were {head.number} records, now there are "
    assert refused("--anchors", str(anchors))[0].startswith(sentence)
    assert refused("--anchor", str(head))[0].startswith(sentence)
    record_event("auditlog.sign_out")
    link_records()
    assert "is not the one that it was" in refused("--anchor", str(head))[0]
    assert anchors.read_text() == f"{head}\n"


def test_what_is_no_head_is_refused():
    with pytest.raises(CommandError, match="no head"):
        verified("--anchor", "yesterday")


def test_a_record_past_the_chain_is_named():
    before = head_of_chain()
    past_the_triggers(
        "INSERT INTO auditlog_auditrecord (content, at, action, language) VALUES (%s, %s, %s, '')",
        json.dumps({"at": "2020-01-01T00:00:00+00:00", "action": "x"}),
        "2020-01-01 00:00:00+00:00",
        "x",
    )
    assert head_of_chain() == before
    assert refused()[0].startswith("A record is not in the chain: x 2020-01-01")


def test_a_log_entry_without_a_record_is_named_and_can_be_recorded_late(home):
    entry = PageLogEntry.objects.log_action(home, "wagtail.publish", data={})
    link_records()
    past_the_triggers("DELETE FROM auditlog_chainlink")
    past_the_triggers("DELETE FROM auditlog_auditrecord WHERE entry = %s", f"page:{entry.pk}")
    assert any(f"page:{entry.pk}, wagtail.publish" in fault for fault in faults_of_log())
    call_command("verify_log", "--head", stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("verify_log", "--mend", stdout=StringIO())
    late = AuditRecord.objects.get(entry=f"page:{entry.pk}")
    assert json.loads(late.content)["late"] is True


def test_every_log_entry_of_the_demo_has_its_record_or_is_older_than_the_chain():
    entries = PageLogEntry.objects.count() + ModelLogEntry.objects.count()
    assert entries
    assert not list(faults_of_log())


def test_a_missing_trigger_is_an_error_of_the_checks():
    assert check_guards(["default"]) == []
    name = missing_name()
    [error] = check_guards(["default"])
    assert name in error.msg
    assert f"The trigger {name} is missing or switched off." in refused()
    install_guards()
    assert missing_triggers() == []


def missing_name():
    """Take a trigger away; its name."""
    if connection.vendor == "postgresql":
        name, table = "auditlog_keep_records", "ON auditlog_auditrecord"
    else:
        name, table = "auditlog_update_records", ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name} {table}")
    return name
