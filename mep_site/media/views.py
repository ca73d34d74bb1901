"""Hands out the files of pictures: those of a private collection only to who may see them.

Wagtail has such a view for documents; the files of pictures it leaves to the web server, which
knows nothing of collections.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from wagtail.documents.wagtail_hooks import check_view_restrictions
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from .models import SiteImage
from .sending import inert, says_if_away, send_picture

DAY = 24 * 60 * 60


@says_if_away
@inert
def serve_picture(request: HttpRequest, path: str) -> HttpResponse:
    """The file of a picture, or of one of its renditions, at ``path`` below the folder of uploads.

    Where its collection is private, whoever may not see it gets what Wagtail answers for a private
    document: the login, or the question for the password. ``Http404`` if no picture has the file.
    """
    image = _picture_with(path)
    is_private = _is_private(image)
    if is_private and not _may_choose(request.user, image):
        refusal = check_view_restrictions(image, request)
        if refusal:
            return refusal
    response = send_picture(request, path, f"{image.pk}-{image.file_hash}-{path}")
    if is_private:
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=DAY)
    return response


def read_public_picture(path: str) -> bytes:
    """What is in the file of a picture; ``Http404`` if that is not for everybody, or not there."""
    if _is_private(_picture_with(path)):
        raise Http404
    with default_storage.open(path) as file:
        return file.read()


def _picture_with(path: str) -> SiteImage:
    """The picture that has this file, or a rendition of it; else ``Http404``."""
    files = Q(file=path) | Q(renditions__file=path)
    pictures = SiteImage.objects.select_related("collection").filter(files).distinct()
    return get_object_or_404(pictures)


def _is_private(image: SiteImage) -> bool:
    return image.collection.get_view_restrictions().exists()


@says_if_away
@inert
def serve_avatar(request: HttpRequest, path: str) -> HttpResponse:
    """The portrait that a user of the admin has uploaded, for users of the admin."""
    is_colleague = request.user.has_perm("wagtailadmin.access_admin")
    if not (is_colleague and UserProfile.objects.filter(avatar=path).exists()):
        raise Http404
    response = send_picture(request, path, path)
    patch_cache_control(response, private=True, max_age=DAY)
    return response


def _may_choose(user: AbstractBaseUser, image: SiteImage) -> bool:
    """Whether a user of the admin finds the picture in its library."""
    policy = policy_registry.get_by_type(SiteImage)
    return user.is_authenticated and policy.user_has_permission_for_instance(user, "choose", image)
