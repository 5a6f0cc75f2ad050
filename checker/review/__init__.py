"""The review ledger: what people decided on findings, in a YAML file that belongs to them.

An entry is known by the finding's fingerprint.  govcheck adds, at the end, entries that wait
for a decision, and changes none that is there.  What cannot be read is one of three things:

* **Half-written**: the last entry breaks off as a killed writer leaves it (``remains``).  It is
  left out and said; the next writer sets it aside in a new file and goes on.  All decisions
  before it stay in force, and nobody is blocked.
* **A decision with a fault** (no person, a date in the future) in sound YAML: ``check`` is
  refused with file and line, since the person holds it to be in force.  A writer needs no
  decision to see what is missing: it adds its entries and says the fault.
* **Unsound YAML** anywhere else is the slip of a person's pen: ``check`` and the writer are
  refused with file and line, and the file stays as it is.  To set it aside would take the
  decisions in it out of force for want of a quotation mark.
"""
