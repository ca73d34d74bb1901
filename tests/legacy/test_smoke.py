import pytest
from django.core.management import call_command
from .seeds import SEEDS
from mep_site.legacy.models import *
pytestmark = pytest.mark.django_db
def test_it(tmp_path):
    call_command("import_legacy", str(SEEDS), str(SEEDS.parent/"legacy_samples"), "--report", str(tmp_path/"r.json"))
    print((tmp_path/"r.json").read_text())
    for p in LegacyPage.objects.select_related("page"):
        print(p.reading.capture.file_name[:30], p.number, p.page.url_path)
    assert LegacyReading.objects.filter(state="imported").count()==30
    call_command("import_legacy", str(SEEDS), verbosity=0)
