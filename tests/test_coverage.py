"""Coverage is computed from the rules."""

import re

from govcheck.reports.coverage_text import coverage_text
from govcheck.rulebook.lawbook import load_lawbook
from govcheck.rulebook.loading import load_rulebook

INSTRUMENTS = load_lawbook()


def test_no_remark_on_a_clause_says_what_a_program_judges() -> None:
    """Which clauses rules judge is computed from the rules."""
    for instrument in INSTRUMENTS.values():
        for clause in instrument.clauses.values():
            assert "程序" not in clause.why, (instrument.id, clause.name)


def test_the_totals_of_coverage_add_up() -> None:
    parts = coverage_text(load_rulebook(), INSTRUMENTS).split("合计：")[1:]
    assert len(parts) == len(INSTRUMENTS)
    for part in parts:
        listed, *counts = map(
            int, re.findall(r"(\d+) *条", "".join(part.split("。")[0].split()))
        )
        assert listed == sum(counts)


def test_coverage_names_the_rules_that_rest_on_a_clause_and_no_others() -> None:
    text = coverage_text(load_rulebook(), INSTRUMENTS)
    article = text.partition("第四十七条第一款")[2].partition("第四十七条第二款")[0]
    assert "规则：" not in article
    assert "处理依据：" in article
    first = text.partition("第（四）项前段")[2].partition("第（四）项后段")[0]
    assert "decree-711/problems-and-improvements" in first
    assert "decree-711/assessment-results" not in first


def test_a_clause_has_rules_when_they_are_listed_under_it() -> None:
    for part in coverage_text(load_rulebook(), INSTRUMENTS).split("\n\n"):
        *lines, total = part.strip().split("  合计：")
        listed = "".join(lines).count("\n    规则：") - part.count("    规则：尚无")
        (ruled,) = re.findall(r"有规则的 (\d+)", total) or ["0"]
        assert listed == int(ruled)
