"""What was found in a report, as the server's page shows it: findings beside the document."""

from govcheck.judging.assessment import Assessment
from govcheck.judging.brevity import SHORT
from govcheck.reports.listing import listed
from govcheck.reports.to_html import views
from govcheck.review.matter import keyed
from govcheck.rulebook.rule import Rulebook
from govcheck.web.views import page


def result_page(assessment: Assessment, rulebook: Rulebook) -> bytes:
    """Render the sections; what frames them is the server's (``report.html``)."""
    brief = listed(keyed(assessment), SHORT)
    return page("sections.html", **views(brief, rulebook)).encode("utf-8", "backslashreplace")
