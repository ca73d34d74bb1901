"""What Wagtail's admin lacks whatever the language: editor, exports, saving, words."""
