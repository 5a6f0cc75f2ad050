"""Whether a figure speaks of the whole of what the document reports on."""

from govcheck.document.report import AgencyKind, Document


def is_whole(document: Document, scope: str) -> bool:
    """Tell whether the words that limit a figure name no less than what the tables count.

    全市 of any body but a government may be more than its own; 市政府 may be the government
    or its office.
    """
    if not scope:
        return True
    vocabulary = document.vocabulary
    every = vocabulary.pattern("statements.every").match(scope)
    if every:
        kind = document.agency_kind
        wide = vocabulary.pattern("statements.wide").match(scope) is not None
        return (kind is AgencyKind.GOVERNMENT or not wide) and not scope[every.end() :]
    return _is_own_name(document, scope)


def _is_own_name(document: Document, scope: str) -> bool:
    vocabulary = document.vocabulary
    shortened = vocabulary.pattern("statements.of_people")
    name = shortened.sub("", document.agency.value) if document.agency else ""
    acting_for = vocabulary.pattern("statements.acting_for")
    subject = acting_for.split(shortened.sub("", scope))[0]
    both = all(map(vocabulary.pattern("statements.government").search, (subject, name)))
    return len(subject) > 1 and subject in name and not both
