"""Where an administrator decides what follows from each check."""

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from ..models import CheckDecision
from ..registry import CHECKS

PERMISSION = "textchecks.change_checkdecision"


class EffectsForm(forms.Form):
    """A choice for each check."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for check in CHECKS:
            self.fields[check.name] = forms.ChoiceField(
                label=check.label,
                choices=[("", self._as_delivered(check.severity)), *CheckDecision.Effect.choices],
                required=False,
                initial=self.initial.get(check.name, ""),
                widget=forms.Select(attrs={"aria-describedby": f"check-{check.name}"}),
                # What a person has not changed is not written, whatever it says by now.
                show_hidden_initial=True,
            )

    @staticmethod
    def _as_delivered(severity: str) -> str:
        return _("as delivered: %(effect)s") % {"effect": CheckDecision.Effect(severity).label}

    def clean(self) -> None:
        """Ask before a decision goes over one that was made since the form was loaded."""
        self.data = self.data.copy()
        for name in self.changed_data:
            loaded, stored = self[name].html_initial_name, self.initial.get(name, "")
            if stored not in {self.data.get(loaded, ""), self.cleaned_data.get(name)}:
                effect = dict(self.fields[name].choices)[stored]
                reason = _("Somebody chose “%(effect)s” meanwhile. Save again to replace that.")
                self.add_error(name, reason % {"effect": effect})
                self.data[loaded] = stored

    def save(self) -> None:
        """Keep what was decided; what is as delivered needs no decision."""
        with transaction.atomic():
            for name in self.changed_data:
                effect = self.cleaned_data[name]
                decision, _created = CheckDecision.objects.update_or_create(
                    check_name=name, defaults={"effect": effect or CheckDecision.Effect.WARNING}
                )
                log(decision, "wagtail.edit", data={"effect": effect})
                if not effect:
                    decision.delete()


class ChecksView(WagtailAdminTemplateMixin, FormView):
    """All checks with their explanation and source, each with what follows from it."""

    template_name = "textchecks/settings.html"
    page_title = gettext_lazy("Checks of texts")
    header_icon = "tasks"
    form_class = EffectsForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse whoever may not decide."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let those who decide at once take turns; what is decided first has no row to lock."""
        model = ContentType.objects.get_for_model(CheckDecision)
        ContentType.objects.select_for_update(no_key=True).get(pk=model.pk)
        return super().post(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The page itself ends them, and so names it."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_initial(self) -> dict[str, str]:
        """What was decided."""
        return dict(CheckDecision.objects.values_list("check_name", "effect"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {"rows": [(check, form[check.name]) for check in CHECKS]}

    def form_valid(self, form: EffectsForm) -> HttpResponse:
        form.save()
        messages.success(self.request, _("What follows from the checks is saved."))
        return redirect(self.request.path)
