"""The review page and the HTTP interface: a thin rim over checking, comparison and the ledger.

What comes in is judged in processes of their own (``pool``, ``worker``), kept in one SQLite
file (``store``), and shown by the templates of the reports.  Needs the ``web`` part of the
installation.
"""
