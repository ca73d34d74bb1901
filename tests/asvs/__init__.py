"""Which requirements of ASVS 5.0, levels 1 and 2, tests of this project prove.

A test names those that it proves by the marker ``asvs``. ``requirements.txt`` has the number, the
level and in a few words of ours the content of each: https://github.com/OWASP/ASVS/tree/master/5.0.
Some ask that something is written down: ``documented.txt`` has the file and the heading.

    python -m tests.asvs

writes docs/asvs.md from all three.
"""
