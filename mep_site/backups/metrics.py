"""How old the data of the last backup and of the last drill are."""

from mep_site.observability.metrics.asking import looked_up

from .models import BackupRun


def _age(kind: str) -> float | None:
    run = BackupRun.objects.latest_of(kind)
    return run and run.age.total_seconds()


@looked_up("mep_backup_age_seconds", "Age of the data in the last backup that went well.")
def _backup() -> float | None:
    return _age(BackupRun.Kind.BACKUP)


@looked_up("mep_drill_age_seconds", "Age of the data in the last drill that went well.")
def _drill() -> float | None:
    return _age(BackupRun.Kind.DRILL)
