"""What is wrong with a file that was taken apart."""


class DamagedPictureError(ValueError):
    """The file does not keep to its format; the message is for the log."""
