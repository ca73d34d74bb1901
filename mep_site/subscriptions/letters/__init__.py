"""The mails that are sent, in the language in which the subscriber reads.

``news`` tells what is new, ``asking`` what is to be
confirmed. The words stand in ``templates/subscriptions/mail``, as plain text and as HTML.
"""
