"""What may stop a backup, a restore or a drill. Each message says to an operator what to do."""


class BackupError(Exception):
    """The work was not done, and nothing of the site has changed."""


class DamagedArchiveError(BackupError):
    """The file is no archive of ours, or is not as it was written; the message says in what."""


class RefusedArchiveError(BackupError):
    """The archive is whole, but not for this site."""


class UnfitDatabaseError(BackupError):
    """The database cannot be copied, or no second one be made."""


class NotEmptyError(BackupError):
    """There is a site already, and nobody said that it may be replaced."""


class SecondSiteError(BackupError):
    """A command failed on the second site: what it said last, and the lines that it wrote."""

    def __init__(self, said: str, written: list[str]) -> None:
        super().__init__(said)
        self.written = written
