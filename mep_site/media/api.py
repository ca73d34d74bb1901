"""The admin's own API of the libraries: what its user may choose.

Wagtail leaves out what is private, and lists the rest for everybody in the admin.
"""

from django.db.models import QuerySet
from rest_framework.authentication import SessionAuthentication
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry

# Whoever may do any of that sees a file in the library or in a chooser.
SEEING = ("add", "change", "choose", "delete")


class SeenOnly:
    """An endpoint of what the user may do something with."""

    authentication_classes = [SessionAuthentication]

    def get_queryset(self) -> QuerySet:
        """Of Wagtail's, what is in a collection of the user's."""
        policy = policy_registry.get_by_type(self.model)
        seen = policy.instances_user_has_any_permission_for(self.request.user, SEEING)
        return super().get_queryset().filter(pk__in=seen.order_by().values("pk"))


class SeenPicturesAPIViewSet(SeenOnly, ImagesAdminAPIViewSet):
    pass


class SeenDocumentsAPIViewSet(SeenOnly, DocumentsAdminAPIViewSet):
    pass
