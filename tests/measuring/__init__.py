"""What the public pages are measured with, and where; the tests and two commands use it."""
