"""Terms in files: CSV for people with a spreadsheet, TBX for the tools of the trade.

``listed`` is a term as files have it. ``tables`` reads and writes CSV, ``tbx`` TBX-Basic;
``opening`` tells the two apart and refuses what is neither, ``formats`` are what is written.
``listing`` says what the base has, ``comparing`` what a file would change in it, and
``taking_over`` changes it;
``packing`` keeps in a form what was read until that is confirmed.
"""
