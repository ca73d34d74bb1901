"""How many jobs that run by the clock have failed last time."""

from mep_site.observability.metrics.asking import looked_up

from .models import JobRun


@looked_up("mep_jobs_failing", "Jobs that run by the clock and have failed the last time.")
def _failing() -> int:
    return JobRun.objects.filter(failures__gt=0).count()
