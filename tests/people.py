"""People at work in the admin, in a real browser: they type key by key and wait for autosave."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import BrowserContext, Locator, Page, Response

from mep_site.accounts.obligation import needs_second_factor
from mep_site.accounts.sessions import begin

from .signing_in import PASSWORDS, new_code, show_second_factor

# Milliseconds between two keys, and how long a person rests after an autosave.
KEY, REST = 25, 300


def log_in(tab: Page, site: str, username: str) -> None:
    """Sign in by the form, as a person does, and show a second factor where it is asked for."""
    user = User.objects.get(username=username)
    code = new_code(user) if needs_second_factor(user) else ""
    tab.goto(f"{site}/admin/login/")
    tab.fill("#id_login", username)
    tab.fill("#id_password", PASSWORDS[username])
    tab.press("#id_password", "Enter")
    if code:
        tab.fill("#id_code", code)
        tab.press("#id_code", "Enter")
    tab.wait_for_url(f"{site}/admin/")


def let_in(context: BrowserContext, site: str, username: str) -> None:
    """Give a browser the cookie of somebody who has signed in before."""
    session = SessionStore()
    user = User.objects.get(username=username)
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    begin(session)
    show_second_factor(session, user)
    session.create()
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": session.session_key, "url": site}])


class Person:
    """Somebody signed in, with a tab of the admin; ``another_tab`` shares the session."""

    def __init__(self, tab: Page, site: str) -> None:
        self.tab, self.site = tab, site

    @classmethod
    def is_signed_in(cls, context: BrowserContext, site: str, username: str) -> "Person":
        """A person who has signed in before, in a browser of their own."""
        let_in(context, site, username)
        return cls(context.new_page(), site)

    def another_tab(self) -> "Person":
        """The same person in a second tab."""
        return Person(self.tab.context.new_page(), self.site)

    def opens(self, path: str) -> None:
        """Go to an address of the site and look at it."""
        self.tab.goto(f"{self.site}{path}")
        self.looks()

    def looks(self) -> None:
        """Wait until the scripts of a page run."""
        self.tab.wait_for_load_state("networkidle")

    def types(self, field: str | Locator, text: str) -> None:
        """Type at the end of a field, key by key."""
        target = self.tab.locator(field) if isinstance(field, str) else field
        target.click()
        self.tab.keyboard.press("Control+End")
        self.tab.keyboard.type(text, delay=KEY)

    def retypes(self, field: str | Locator, text: str) -> None:
        """Clear a field and type something else, key by key."""
        target = self.tab.locator(field) if isinstance(field, str) else field
        target.click()
        self.tab.keyboard.press("Control+A")
        self.tab.keyboard.press("Delete")
        self.tab.keyboard.type(text, delay=KEY)

    def types_and_rests(self, field: str | Locator, text: str) -> Response:
        """Type, then wait until autosave has run; the server's answer to it."""
        return self.rests(lambda: self.types(field, text))

    def rests(self, act: Callable[[], object]) -> Response:
        """Do something to a form, then wait until autosave has run; the server's answer to it."""
        with self.tab.expect_response(is_autosave) as answer:
            act()
        self.tab.wait_for_timeout(REST)
        return answer.value

    def presses(self, name: str) -> None:
        """Press one of the buttons at the foot of the form, and wait for the next page.

        ``name`` is that of the button: ``action-publish``; empty for "Save draft".
        """
        selector = f"button[name='{name}']" if name else "button.action-save"
        button = self.tab.locator(selector).first
        if not button.is_visible():
            self.tab.locator(".footer__container .w-dropdown__toggle").click()
        with self.tab.expect_navigation():
            button.click()
        self.looks()

    def chooses(self, name: str) -> None:
        """Press a button of a page that asks something, by the value that it sends."""
        with self.tab.expect_navigation():
            self.tab.locator(f"button[value='{name}']").click()
        self.looks()

    def messages(self) -> str:
        """What the admin says at the head of the page."""
        return " ".join(self.tab.locator(".messages, .w-messages").all_inner_texts())


def is_autosave(response: Response) -> bool:
    """Whether a form has saved itself."""
    request = response.request
    return request.method == "POST" and "application/json" in request.headers.get("accept", "")
