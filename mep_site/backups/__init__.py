"""Backups of the whole site in one file, restoring them, and trying that out.

Read ``archive`` first: what such a file is, how it is written and how it is checked. ``databases``
has what SQLite and PostgreSQL each do in their own way: a copy at one moment, a second database
beside the one in use, the exchange of the two. ``uploads`` goes over the files that were uploaded,
``making`` fills an archive with this site, ``restoring`` puts one in force. ``beside`` runs a
command of ours on a second site,
``drill`` restores the newest one beside the running site and compares what the two ``answers``.
``retention`` says which archives are kept. What was done is remembered in ``models``.
"""
