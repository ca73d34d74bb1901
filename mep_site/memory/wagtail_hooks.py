"""Registers the memory in the admin."""

from wagtail import hooks

from .admin.viewsets import ImportViewSet, MemoryViewSet


@hooks.register("register_admin_viewset")
def register_memory() -> list[MemoryViewSet | ImportViewSet]:
    return [MemoryViewSet(), ImportViewSet()]
