"""Registers the libraries with the admin's API."""

from typing import Any

from wagtail import hooks


# After Wagtail's own: the one that is registered last answers.
@hooks.register("construct_admin_api", order=1)
def register_libraries(router: Any) -> None:
    """What the user may choose of pictures and documents."""
    from .api import SeenDocumentsAPIViewSet, SeenPicturesAPIViewSet

    router.register_endpoint("images", SeenPicturesAPIViewSet)
    router.register_endpoint("documents", SeenDocumentsAPIViewSet)
