"""Where a colleague says which mails they want: on the page of their account."""

from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from .models import DigestPreference


class DigestPreferenceForm(ModelForm):
    """Which mails somebody wants."""

    class Meta:
        model = DigestPreference
        fields = ["daily", "at_once"]


@hooks.register("register_account_settings_panel")
class DigestSettingsPanel(BaseSettingsPanel):
    """What waits for me, by e-mail."""

    name = "digests"
    title = _("What waits for you, by e-mail")
    order = 200
    tab = notifications_tab
    form_class = DigestPreferenceForm

    def get_form(self) -> DigestPreferenceForm:
        """The form of whoever is signed in, and of nobody else."""
        data = self.request.POST if self.request.method == "POST" else None
        preference = DigestPreference.of(self.user)
        return DigestPreferenceForm(data, instance=preference, prefix=self.name)
