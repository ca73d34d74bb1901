"""Lines of the log: ``lines`` writes them, ``redaction`` and ``errors`` say what they may tell."""
