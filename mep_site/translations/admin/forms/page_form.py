"""The edit form of every page."""

from typing import Any

from .forms import LeadingForm


class PageForm(LeadingForm):
    """Makes the slug where none is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # The page makes one from its titles before it is validated.
            self.fields["slug"].required = False
