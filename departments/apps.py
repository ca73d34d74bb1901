"""App configuration of departments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    """Who the ministry is: departments, leaders, subordinate institutions."""

    name = "departments"
    verbose_name = _("Departments, leaders and institutions")
