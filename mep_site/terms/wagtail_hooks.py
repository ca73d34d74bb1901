"""Registers the base of terms in the admin."""

from wagtail import hooks

from .admin.viewset import ApprovedTermViewSet


@hooks.register("register_admin_viewset")
def register_terms() -> ApprovedTermViewSet:
    return ApprovedTermViewSet()
