"""What Wagtail's admin lacks whatever the language.

``sending`` keeps a form from losing what is typed, ``rich_text`` is its editor of formatted text,
``spreadsheets`` makes exports safe, ``wagtail_words`` translates what stands in Wagtail's code.
"""
