"""From what is new to what the mail server has taken, once.

``promising`` writes down, in one transaction for each mail, what a subscriber will be told.
``run`` has the mails delivered, after ``forgetting`` what is not needed any more.
"""
