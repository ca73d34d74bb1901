"""What no visitor ever sees: a change of it is no change of the public site.

Everything else counts as public, so that a new model is right from the start and can at most be
raised too often. Names are those of ``Model._meta.label``; a system check finds mistyped ones.
"""

PRIVATE_MODELS = frozenset(
    {
        # Who works here, and what they may do. Visitors see the outcome, which is elsewhere.
        "auth.Group_permissions",
        "auth.Permission",
        "auth.User",
        "auth.User_groups",
        "auth.User_user_permissions",
        "contenttypes.ContentType",
        "sessions.Session",
        # How they sign in, and from where.
        "account.EmailAddress",
        "account.EmailConfirmation",
        "accounts.FailedAttempt",
        "accounts.UsedCode",
        "mfa.Authenticator",
        "usersessions.UserSession",
        "wagtailcore.APIToken",
        "wagtailcore.GroupCollectionPermission",
        "wagtailcore.GroupPagePermission",
        "wagtailcore.GroupSitePermission",
        "wagtailusers.UserProfile",
        # What translators keep to.
        "terms.ApprovedTerm",
        "terms.TermBaseVersion",
        "terms.TermRendering",
        # Work that is going on.
        "desk.Assignment",
        "desk.SavedFilter",
        "translations.EditionSession",
        "wagtailadmin.EditingSession",
        "wagtailadmin.FormState",
        "wagtailcore.Comment",
        "wagtailcore.CommentReply",
        "wagtailcore.GroupApprovalTask",
        "wagtailcore.GroupApprovalTask_groups",
        "wagtailcore.PageSubscription",
        "wagtailcore.Revision",
        "wagtailcore.Task",
        "wagtailcore.TaskState",
        "wagtailcore.UploadedFile",
        "wagtailcore.Workflow",
        "wagtailcore.WorkflowContentType",
        "wagtailcore.WorkflowPage",
        "wagtailcore.WorkflowState",
        "wagtailcore.WorkflowTask",
        "digests.DigestMail",
        "digests.DigestPreference",
        # What machines proposed, and who was shown it. Visitors see what people made of it.
        "proposals.Proposal",
        "proposals.ServedProposal",
        "textchecks.CheckDecision",
        "textchecks.FindingSetAside",
        # Records of what happened.
        "auditlog.AuditRecord",
        "auditlog.AuditedPerson",
        "auditlog.ChainLink",
        "scheduling.JobRun",
        "backups.BackupRun",
        "wagtailcore.ModelLogEntry",
        "wagtailcore.PageLogEntry",
        "wagtailcore.ReferenceIndex",
        # Made from public rows, which count themselves. A rendition is made by its first reader.
        "media.SiteRendition",
        "search.Entry",
        "search.IndexRun",
        "search.Word",
        "wagtailsearch.IndexEntry",
        # What translators are offered: made from public rows, or imported.
        "memory.MemoryImport",
        "memory.MemoryPair",
        "memory.MemorySheet",
        # What visitors leave behind.
        "exchange.Transfer",
        "feedback.ErrorReport",
        "feedback.SenderTrace",
        "search.SearchCount",
        "subscriptions.AskingTrace",
        "subscriptions.OutgoingMail",
        "subscriptions.PromisedPublication",
        "subscriptions.Subscriber",
        "subscriptions.Subscription",
        # Pages of the old site, until they are imported.
        "legacy.LegacyAnomaly",
        "legacy.LegacyCapture",
        "legacy.LegacyImport",
        "legacy.LegacyPage",
        "legacy.LegacyReading",
        "legacy.LegacyTail",
    }
)

# Columns of public tables that say how far a draft is.
PRIVATE_COLUMNS = {
    "core.BasePage": frozenset(
        {
            "draft_title",
            "draft_titles",
            "has_unpublished_changes",
            "latest_revision",
            "latest_revision_created_at",
            "live_revision",
            "locked",
            "locked_at",
            "locked_by",
            "owner",
        }
    ),
    "translations.Edition": frozenset(
        {
            "draft_saved_at",
            "go_live_at",
            "has_draft",
            "latest_revision",
            "open_characters",
            "open_units",
            "step",
            "step_at",
            "step_by",
            "step_comment",
        }
    ),
}
