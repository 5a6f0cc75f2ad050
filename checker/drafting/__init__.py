"""For editors before publication: empty reports, and comments in drafts."""
