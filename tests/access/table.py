"""Who may open which address of the admin, and who may send something to it.

A rule is about the requests whose name fits its pattern (``fnmatch``: ``*`` is anything, ``[ab]``
one of the two): the name of the address, and what else tells apart what is asked of it. Each
request fits one rule and no other. A new address gets a rule of its own, or is covered by that of
its whole family.

``get`` are those to whom something is shown, ``post`` those who may do something. What only leads
on to another address shows nothing. A rule of a family may name those who could send something
where some of its addresses take nothing: what is answered with 405 is not asked for.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from .cast import (
    ADMINISTRATOR,
    AT_HOME,
    EDITOR,
    ELSEWHERE,
    FOREIGN,
    GUEST,
    PUBLISHER,
    STRANGER,
    TRANSLATOR,
)

Roles = frozenset[str]
NOBODY: Roles = frozenset()
ADMINISTRATORS = frozenset({ADMINISTRATOR})
PUBLISHING = ADMINISTRATORS | {PUBLISHER}
# Whoever may edit the Chinese of the pages that they ask for.
CHINESE = PUBLISHING | {EDITOR, AT_HOME}
# Whoever may edit the language that they ask for, of these pages.
WRITING = CHINESE | {TRANSLATOR}
# Whoever may edit these pages in some language: drafts are read by all who work on a page.
READING = WRITING | {FOREIGN}
# Whoever works on the texts of some page.
WORKING = READING | {ELSEWHERE}
# Whoever looks after what belongs to no page, by a permission of their group.
TENDING = PUBLISHING | {EDITOR}
TRANSLATING = frozenset({TRANSLATOR, FOREIGN})
# The people of the demo; the others of the cast sign in without one.
WITH_PASSWORD = TENDING | TRANSLATING
INSIDE = WORKING | {GUEST}
EVERYBODY = INSIDE | {STRANGER}


@dataclass(frozen=True)
class Rule:
    """Who is shown something by the addresses that fit a pattern, and who may do something."""

    pattern: str
    get: Roles = NOBODY
    post: Roles = NOBODY

    def fits(self, name: str) -> bool:
        return fnmatchcase(name, self.pattern)


# What visitors read: no right is asked for. What is hidden there says `test_hidden_words.py`.
PUBLIC = [
    Rule(pattern)
    for pattern in (
        *("/", "/media/*", "/favicon.ico", "/robots.txt"),
        *("display", "display_stylesheet", "dictionary", "manifest", "speculation_rules"),
        *("data", "data_file", "data_catalogue", "sitemap-index", "sitemap-part"),
        *("search", "search_suggestions", "changes", "cite", "citation_file"),
        *("address_code", "pdf", "topic", "topics", "report", "report/1", "report_thanks"),
        *("follow", "follow_*", "calendar", "feed", "feed/1"),
        *("wagtail_serve", "wagtailcore_login*", "wagtailcore_authenticate_with_password"),
    )
]

ENTRANCE = [
    Rule("wagtailadmin_home", INSIDE),
    Rule("wagtailadmin_login", frozenset({STRANGER}), EVERYBODY),
    Rule("wagtailadmin_logout"),
    # Ours stands before Wagtail's at the same address; so does the sign-in.
    Rule("wagtailadmin_password_reset", EVERYBODY, EVERYBODY),
    Rule("wagtailadmin_password_reset/0", EVERYBODY, EVERYBODY),
    Rule("account_login", frozenset({STRANGER}), EVERYBODY),
    # For whoever has begun to sign in.
    Rule("mfa_authenticate"),
    Rule("mfa_login_webauthn"),
    Rule("account_logout"),
    # Whoever has a password confirms who they are.
    Rule("account_reauthenticate", WITH_PASSWORD, WITH_PASSWORD),
    Rule("mfa_reauthenticate*", post=WITH_PASSWORD),
    # One's own second factors and sessions; nobody of these has any yet.
    Rule("mfa_index", INSIDE),
    Rule("mfa_activate_totp", INSIDE, INSIDE),
    Rule("mfa_deactivate_totp"),
    Rule("mfa_add_webauthn", INSIDE, INSIDE),
    Rule("mfa_edit_webauthn"),
    Rule("mfa_remove_webauthn"),
    Rule("mfa_view_recovery_codes"),
    Rule("mfa_generate_recovery_codes", INSIDE, INSIDE),
    Rule("usersessions_list", INSIDE, INSIDE),
    Rule("wagtailadmin_password_reset_confirm", EVERYBODY, EVERYBODY),
    Rule("wagtailadmin_password_reset_done", EVERYBODY),
    Rule("wagtailadmin_password_reset_complete", EVERYBODY),
    Rule("wagtailadmin_javascript_catalog", EVERYBODY),
    Rule("wagtailadmin_sprite", EVERYBODY, EVERYBODY),
    # Answers that nothing is there.
    Rule("/admin//"),
    Rule("/admin/test404/", INSIDE),
    # Lets the server fail.
    Rule("wagtailadmin_error_test", ADMINISTRATORS, ADMINISTRATORS),
    # One's own account, and what one has closed.
    Rule("account", INSIDE, INSIDE),
    Rule("wagtailadmin_account", INSIDE, INSIDE),
    Rule("wagtailadmin_dismissibles", INSIDE),
    # What the scripts of forms ask.
    Rule("form_session", INSIDE),
    Rule("signed_in", INSIDE),
    Rule("paste", post=WORKING),
    Rule("wagtailadmin_block_preview"),
]

PAGES = [
    Rule("wagtailadmin_explore_root", WORKING - {AT_HOME, ELSEWHERE}),
    Rule("wagtailadmin_explore", READING),
    Rule("wagtailadmin_explore_results", READING),
    Rule("wagtailadmin_pages:search*", WORKING),
    Rule("wagtailadmin_pages:type_use*", WORKING),
    Rule("wagtailadmin_pages:add", CHINESE, CHINESE),
    Rule("wagtailadmin_pages:add_subpage", post=CHINESE),
    Rule("wagtailadmin_pages:preview_on_add", CHINESE, CHINESE),
    # Offers the pages below which its user may add one; none is left to a guest.
    Rule("wagtailadmin_pages:choose_parent", INSIDE - {AT_HOME, ELSEWHERE}, INSIDE),
    Rule("wagtailadmin_pages:edit", WRITING, WRITING),
    Rule("wagtailadmin_pages:preview_on_edit", WRITING, WRITING),
    Rule("wagtailadmin_pages:view_draft", post=READING),
    # By the language that was saved last, which is Chinese.
    Rule("wagtailadmin_pages:usage", CHINESE),
    Rule("wagtailadmin_pages:copy", CHINESE, CHINESE),
    Rule("wagtailadmin_pages:convert_alias", CHINESE, CHINESE),
    # Of a page that is public.
    Rule("wagtailadmin_pages:delete", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:move", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:move_confirm", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:unpublish", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:set_page_position", post=PUBLISHING),
    Rule("wagtailadmin_pages:set_privacy", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:lock", post=PUBLISHING),
    Rule("wagtailadmin_pages:unlock", post=PUBLISHING),
    Rule("wagtailadmin_pages:history", WRITING),
    Rule("wagtailadmin_pages:history_results", WRITING),
    # Leads to the history.
    Rule("wagtailadmin_pages:revisions_index", post=INSIDE),
    Rule("wagtailadmin_pages:revisions_view", READING),
    Rule("wagtailadmin_pages:revisions_compare", WRITING),
    Rule("wagtailadmin_pages:revisions_revert", WRITING, WRITING),
    Rule("wagtailadmin_pages:revisions_unschedule", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:workflow_action", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:collect_workflow_action_data", PUBLISHING, PUBLISHING),
    Rule("wagtailadmin_pages:confirm_workflow_cancellation", READING, READING),
    Rule("wagtailadmin_pages:workflow_preview", PUBLISHING),
    Rule("wagtailadmin_pages:workflow_history", READING),
    Rule("wagtailadmin_pages:workflow_history_detail", READING),
    Rule("wagtailadmin_editing_sessions:ping", post=READING),
    # Ends a session of one's own.
    Rule("wagtailadmin_editing_sessions:release", post=WRITING),
    Rule("wagtail_bulk_action core.basepage delete", PUBLISHING, PUBLISHING),
    Rule("wagtail_bulk_action core.basepage move", PUBLISHING),
    Rule("wagtail_bulk_action core.basepage publish", PUBLISHING),
    Rule("wagtail_bulk_action core.basepage unpublish", PUBLISHING, PUBLISHING),
    Rule("wagtail_bulk_action core.basepage export_texts"),
]

# Choosers show what anybody in the admin may link to; of drafts, what they explore.
CHOOSERS = [
    Rule("wagtailadmin_choose_page", INSIDE),
    Rule("wagtailadmin_choose_page_search", INSIDE),
    Rule("wagtailadmin_choose_page_child", READING),
    Rule("wagtailadmin_choose_page_chosen_multiple", READING),
    Rule("wagtailadmin_choose_page_*_link", INSIDE, INSIDE),
    Rule("wagtailadmin_tag_*autocomplete", INSIDE, INSIDE),
    Rule("wagtailsnippetchoosers_*:cho*", INSIDE),
    # Countries and topics are made elsewhere.
    Rule("wagtailsnippetchoosers_*:create"),
    Rule("wagtail[di]*_chooser:choose*", INSIDE),
    Rule("wagtail[di]*_chooser:chosen", READING),
    Rule("wagtail[di]*_chooser:chosen_multiple", INSIDE),
    Rule("wagtail[di]*_chooser:create", WORKING, WORKING),
    Rule("wagtailimages_chooser:select_format", READING, READING),
]

API = [
    Rule("wagtailadmin_api:*:listing", INSIDE),
    Rule("wagtailadmin_api:*:detail", READING),
    # Leads to the detail of what is found.
    Rule("wagtailadmin_api:*:find"),
    Rule("wagtailadmin_api:pages:action copy", post=PUBLISHING),
    Rule("wagtailadmin_api:pages:action create_alias", post=PUBLISHING),
    Rule("wagtailadmin_api:pages:action delete", post=PUBLISHING),
    Rule("wagtailadmin_api:pages:action publish", post=PUBLISHING),
    Rule("wagtailadmin_api:pages:action unpublish", post=PUBLISHING),
    Rule("wagtailadmin_api:pages:action revert_to_page_revision", post=WRITING),
    # To where the page stands already, which nobody may.
    Rule("wagtailadmin_api:pages:action move"),
]

TRANSLATION = [
    Rule("editions:ping", post=WRITING),
    Rule("editions:make_source", post=PUBLISHING),
    # Of a translation only, as all that is checked.
    Rule("editions:open_units", post=frozenset({TRANSLATOR, PUBLISHER})),
    Rule("textchecks:findings", *2 * [frozenset({TRANSLATOR, PUBLISHER})]),
    Rule("textchecks:settings", ADMINISTRATORS, ADMINISTRATORS),
    Rule("/admin/editions/report/", post=INSIDE),
    Rule("/admin/editions/report/results/", post=INSIDE),
    Rule("desk:queue*", WORKING),
    # Leads to the next text.
    Rule("desk:next"),
    Rule("desk:coverage", WORKING),
    Rule("desk:save_filter", post=WORKING),
    Rule("desk:delete_filter", post=WRITING),
    Rule("workspace:aids", post=WRITING),
    Rule("workspace:comments", post=WRITING),
    Rule("wagtail_bulk_action translations.edition assign", WRITING, WRITING),
    Rule("wagtail_bulk_action translations.edition take", WRITING, WRITING),
    # None is theirs.
    Rule("wagtail_bulk_action translations.edition give_back"),
    Rule("exchange:index*", WORKING, WORKING),
    Rule("exchange:export", WORKING, WORKING),
    # Of a language; what it does to pages says `tests/exchange`. A file that is none leads back.
    Rule("exchange:import", post=WRITING | {ELSEWHERE}),
    Rule("proposals:ask", post=WRITING),
    Rule("proposals:fill", WRITING, WRITING),
    Rule("terms:index*", TENDING | TRANSLATING),
    Rule("terms:inspect", TENDING | TRANSLATING),
    Rule("terms:export", TENDING | TRANSLATING),
    Rule("terms:add", PUBLISHING, PUBLISHING),
    Rule("terms:edit", PUBLISHING, PUBLISHING),
    Rule("terms:delete", PUBLISHING, PUBLISHING),
    Rule("terms:import", PUBLISHING, PUBLISHING),
    Rule("terms:history*", PUBLISHING),
    Rule("memory:index*", PUBLISHING | TRANSLATING),
    Rule("memory:export", PUBLISHING | TRANSLATING),
    Rule("memory:delete", PUBLISHING, PUBLISHING),
    # A file in English, or for those who ask for the Chinese one that there can't be.
    Rule("memory_imports:index*", PUBLISHING | TRANSLATING),
    Rule("memory_imports:add", PUBLISHING, PUBLISHING),
    Rule("memory_imports:look", frozenset({TRANSLATOR, PUBLISHER})),
    Rule("memory_imports:add_pairs", post=frozenset({PUBLISHER})),
    Rule("memory_imports:delete", *2 * [frozenset({PUBLISHER})]),
]

LIBRARIES = [
    *(
        rule
        for library in ("wagtaildocs", "wagtailimages")
        for rule in (
            Rule(f"{library}:index*", WORKING),
            Rule(f"{library}:add", WORKING, WORKING),
            Rule(f"{library}:add_multiple", WORKING, WORKING),
            Rule(f"{library}:edit", CHINESE, CHINESE),
            Rule(f"{library}:delete", CHINESE, CHINESE),
            Rule(f"{library}:*_usage", CHINESE),
            Rule(f"{library}:edit_multiple", post=CHINESE),
            Rule(f"{library}:delete_multiple", post=CHINESE),
            # Of a file that they have uploaded themselves.
            Rule(f"{library}:create_multiple_*", post=WRITING),
            Rule(f"{library}:delete_upload_multiple", post=WRITING),
        )
    ),
    # Off: pictures have no address that says how they are to be made.
    Rule("wagtailimages:url_generator*"),
    Rule("wagtailimages:preview"),
    # Of a collection that is not private.
    Rule("wagtaildocs_serve", EVERYBODY, EVERYBODY),
    Rule("wagtaildocs_authenticate_with_password"),
    Rule("wagtail_bulk_action media.* delete", CHINESE, CHINESE),
    Rule("wagtail_bulk_action media.* add_*", CHINESE, CHINESE),
    Rule("wagtailadmin_collections:[!d]*", ADMINISTRATORS, ADMINISTRATORS),
    # One that holds something stays.
    Rule("wagtailadmin_collections:delete", ADMINISTRATORS),
]

REPORTS = [
    Rule("wagtailadmin_reports:locked_pages*", PUBLISHING),
    Rule("wagtailadmin_reports:workflow*", WORKING),
    Rule("wagtailadmin_reports:aging_pages*", WORKING),
    Rule("wagtailadmin_reports:page_types_usage*", WORKING),
    # Of what its user may change.
    Rule("wagtailadmin_reports:site_history*", INSIDE),
    Rule("proposal_report*", ADMINISTRATORS),
    Rule("audit_report*", ADMINISTRATORS),
    Rule("inventory", ADMINISTRATORS),
    Rule("search_report*", TENDING),
    Rule("subscription_report*", TENDING),
    Rule("error_reports:index*", WORKING),
    # Of a language, whatever the page.
    Rule("error_reports:edit", WRITING | {ELSEWHERE}, WRITING | {ELSEWHERE}),
    Rule("error_reports:inspect", WRITING | {ELSEWHERE}),
    Rule("error_reports:history*", WRITING | {ELSEWHERE}),
]

ROWS = [
    Rule("legacy_*", TENDING, TENDING),
    Rule("wagtailredirects:*", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtailsnippets:index"),
    Rule("wagtailsnippets_topics_*", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtailsnippets_countries_country:[!d]*", ADMINISTRATORS, ADMINISTRATORS),
    # One that is named on a page stays.
    Rule("wagtailsnippets_countries_country:delete", ADMINISTRATORS),
    Rule("wagtailsnippets_search_*", TENDING, TENDING),
    Rule("wagtailsnippets_siteconfig_hotkeyword:*", TENDING, TENDING),
    # Translators write the words of a notice, and decide about nothing else.
    *(
        Rule(f"wagtailsnippets_siteconfig_urgentnotice:{name}", roles, roles)
        for roles, names in {
            TENDING: ("add", "copy", "delete", "reorder"),
            TENDING | TRANSLATING: ("edit", "list*", "usage", "history*"),
        }.items()
        for name in names
    ),
    Rule("wagtail_bulk_action topics.topic delete", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtail_bulk_action countries.country delete", ADMINISTRATORS),
    Rule("wagtail_bulk_action search.* delete", TENDING, TENDING),
    Rule("wagtail_bulk_action siteconfig.* delete", TENDING, TENDING),
]

SETTINGS = [
    Rule("wagtailsettings:edit *", post=ADMINISTRATORS),
    Rule("wagtailsettings:edit/3 *", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtailsettings:preview_on_edit *"),
    Rule("wagtailsites:*", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtailusers_*", ADMINISTRATORS, ADMINISTRATORS),
    Rule("wagtail_bulk_action auth.user [ad]*", ADMINISTRATORS, ADMINISTRATORS),
    # Told no state, it sets none.
    Rule("wagtail_bulk_action auth.user set_active_state", ADMINISTRATORS),
    Rule("wagtailadmin_workflows:[!s]*", ADMINISTRATORS, ADMINISTRATORS),
    # Leads to the only type of tasks there is.
    Rule("wagtailadmin_workflows:select_task_type", post=ADMINISTRATORS),
]

TABLE = [
    *PUBLIC,
    *ENTRANCE,
    *PAGES,
    *CHOOSERS,
    *API,
    *TRANSLATION,
    *LIBRARIES,
    *REPORTS,
    *ROWS,
    *SETTINGS,
]


def rules_for(name: str) -> list[Rule]:
    """The rules that a request fits: one, if the table is as it should be."""
    return [rule for rule in TABLE if rule.fits(name)]
