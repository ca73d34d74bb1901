"""Offers the urgent notices in the menu of the admin."""

from wagtail.snippets.models import register_snippet

from .admin import UrgentNoticeViewSet

register_snippet(UrgentNoticeViewSet)
