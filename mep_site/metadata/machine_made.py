"""What machines are told of texts that a machine has proposed, where the site labels these.

- The implicit label of GB 45438-2025, ``AIGC``, as a tag of the page: the standard describes it for
  the metadata of a file, and has no form for HTML.
- ``digitalSourceType`` of https://schema.org, by the terms of the IPTC: people together
  with a model.
"""

import json

from wagtail.models import Site

from mep_site.proposals.labels import MachineLabel, machine_label

from .metadata_page import MetadataPage

PARTLY_BY_A_MODEL = "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"


def machine_label_of(subject: MetadataPage) -> MachineLabel | None:
    """The label of a page in its language, if it has one."""
    site = Site.find_for_request(subject.request)
    return machine_label(subject.page, subject.language, site.pk) if site else None


def aigc_tags(subject: MetadataPage) -> list[tuple[str, str]]:
    """The implicit label of a page; none where there is nothing to label."""
    label = machine_label_of(subject)
    if not label:
        return []
    number = f"{subject.page.pk}-{subject.language.code}"
    values = label.as_aigc(number, subject.site_name, subject.url)
    return [("AIGC", json.dumps(values, ensure_ascii=False))]


def digital_source_type(subject: MetadataPage) -> str:
    """Where the text comes from; empty where people wrote all of it."""
    return PARTLY_BY_A_MODEL if machine_label_of(subject) else ""
