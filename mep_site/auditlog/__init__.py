"""What was done, by whom and when, in a form that nobody can change unnoticed.

``models`` has the records, the links of the chain, and the names of people, which are kept apart so
that they can be erased. ``recording`` writes a record: of each entry of Wagtail's log
(``log_entries``), and of what ``security_events`` hears of accounts, permissions and exports.
``chain`` has the triggers by which the database links each record to the one before and refuses to
change any, and what verifies that. ``report`` shows the records in the admin.
"""
