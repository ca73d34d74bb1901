"""Mails of the site that must not go out twice.

``letters`` puts words and headers together. ``outgoing`` is the row of a mail that is to be sent,
``handing_over`` gives one to the mail server, and ``delivering`` does so with all that wait; a
process that is killed leaves rows from which the next one goes on.
"""
