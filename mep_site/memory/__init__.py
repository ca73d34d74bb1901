"""The translation memory: every pair of texts that was published, found again by its Chinese."""
