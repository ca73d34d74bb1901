"""From the bytes of a capture to numbered lines in a known language, or to a refusal."""
