"""Who may do what with the texts of a language.

``per_language`` has the permissions and asks for them; ``groups`` gives them to the people who work
on the texts; ``page_permissions`` puts them on top of Wagtail's own rules for a page in the tree.
"""

from .per_language import APP_LABEL, PermissionType, codename, languages_for, may, permission

__all__ = ["APP_LABEL", "PermissionType", "codename", "languages_for", "may", "permission"]
