"""What the storage of uploads has, and what rows say that it has."""

from collections.abc import Iterator

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField


def stored_names(folder: str = "") -> Iterator[str]:
    """All that the storage has, in order, as names that it understands."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}{name}"
    for name in sorted(folders):
        yield from stored_names(f"{folder}{name}/")


def names_in_rows() -> dict[str, str]:
    """The files that rows name, each with the model and the number of the row."""
    found = {}
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, FileField):
                rows = model._default_manager.exclude(**{field.name: ""}).exclude(
                    **{field.name: None}
                )
                for key, name in rows.values_list("pk", field.name).iterator():
                    found[name] = f"{model._meta.label} {key}"
    return found
