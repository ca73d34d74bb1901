"""Whose site this is: what a Chinese government site says of itself on every page.

《政府网站发展指引》 (General Office of the State Council, 国办发〔2017〕47号) asks for the full
name of the body at the top, and at the bottom for the responsible body, how it is reached, the
identification code, the ICP and public-security filing numbers and the mark of Party and government
bodies. Nothing is shown that is not filled in.
"""

import re

from django.core.validators import DomainNameValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel, Panel

from mep_site.translations.admin.forms.edit_handlers import fact, translated

# Where anybody can look a filing number up: the ministries of industry and of public security.
ICP_REGISTER = "https://beian.miit.gov.cn/"
SECURITY_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code={code}"


def security_register(number: str) -> str:
    """Where a filing number such as 京公网安备11010502000001号 is looked up: by its digits."""
    return SECURITY_REGISTER.format(code="".join(re.findall(r"\d", number)))


class SiteIdentity(models.Model):
    """The names and numbers by which a government site is known."""

    state = models.ForeignKey(
        "countries.Country",
        verbose_name=_("country"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Whose government the body belongs to. Its official name stands above the name of the "
            "site on every page; it comes from the table of country names."
        ),
    )
    full_name = models.CharField(
        _("full name of the body"),
        max_length=255,
        blank=True,
        help_text=_(
            "With the name of the state, such as “Ministry of … of the People’s Republic of "
            "China”. Stands in the footer and in the title of every page."
        ),
    )
    responsible_body = models.CharField(
        _("responsible body"),
        max_length=255,
        blank=True,
        help_text=_("Who answers for the site (主办单位)."),
    )
    contact_address = models.CharField(
        _("postal address"),
        max_length=255,
        blank=True,
        help_text=_("Of those who look after the site; stands in the footer."),
    )
    contact_telephone = models.CharField(
        _("telephone"),
        max_length=100,
        blank=True,
        help_text=_("With country and area code, such as +86-10-82268232."),
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    icp_number = models.CharField(
        _("ICP filing number"),
        max_length=100,
        blank=True,
        help_text=_(
            "The number (ICP备案号) under which the site is filed with the ministry of industry, "
            "exactly as it was assigned. Leads to its register."
        ),
    )
    security_number = models.CharField(
        _("public-security filing number"),
        max_length=100,
        blank=True,
        validators=[
            RegexValidator(
                r"^\D*\d{14}\D*$",
                _("The number has 14 digits, such as 京公网安备11010502000001号."),
            )
        ],
        help_text=_(
            "The number (公安机关备案号) under which the site is filed with the police, exactly as "
            "it was assigned. Leads to its entry in their register."
        ),
    )
    site_id_code = models.CharField(
        _("identification code of the government site"),
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9]{10}$", _("The code has ten letters and digits, such as bm01000001.")
            )
        ],
        help_text=_(
            "The code (政府网站标识码) that the national register of government sites assigned to "
            "this site. It stands in the footer, and machines read it on every page. Leave it "
            "empty until it is assigned."
        ),
    )
    site_domain = models.CharField(
        _("registered domain"),
        max_length=255,
        blank=True,
        validators=[DomainNameValidator()],
        help_text=_(
            "The domain under which the site is registered in the national register of government "
            "sites, without https://, such as www.example.gov.cn."
        ),
    )
    organ_mark_url = models.URLField(
        _("address of the mark of Party and government bodies"),
        blank=True,
        help_text=_(
            "Where the mark (党政机关网站标识) is verified, as the authority that assigns it has "
            "given it. With it the mark stands in the footer."
        ),
    )
    organ_mark_picture = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("picture of the mark"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture that was assigned. Without it the mark is shown as words."),
    )

    identity_names = ("full_name", "responsible_body", "contact_address")
    identity_panels: tuple[Panel, ...] = (
        MultiFieldPanel(
            [
                fact("state"),
                *translated(*identity_names),
                FieldRowPanel([fact("contact_telephone"), fact("contact_email")]),
            ],
            heading=_("Whose site this is"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([fact("icp_number"), fact("security_number")]),
                FieldRowPanel([fact("site_id_code"), fact("site_domain")]),
                fact("organ_mark_url"),
                fact("organ_mark_picture"),
            ],
            heading=_("Registration"),
        ),
    )

    class Meta:
        abstract = True
