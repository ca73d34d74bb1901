"""Tags for templates of the admin that change where pages are found."""

from django import template

from ..publishing.redirects import notice_on_addresses

register = template.Library()

register.simple_tag(notice_on_addresses)
