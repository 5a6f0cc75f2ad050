"""Golden tables of what is read and found in our own documents."""

import own_documents
import pytest
from own_documents import BOOK, FOLDER, NAMES, judged

from govcheck.kinds.remark import Outcome
from govcheck.reports.clauses import clauses
from govcheck.rulebook.rule import Role


def test_every_folder_holds_one_document() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_facts(name: str) -> None:
    golden = (FOLDER / name / "facts.tsv").read_text("utf-8").splitlines()
    assert list(own_documents.facts(name)) == golden


@pytest.mark.parametrize("name", NAMES)
def test_findings(name: str) -> None:
    golden = (FOLDER / name / "findings.tsv").read_text("utf-8").splitlines()
    assert list(own_documents.findings(name)) == golden


@pytest.mark.parametrize("name", NAMES)
def test_what_is_open_is_neither_to_be_corrected_nor_followed_by_anything(name: str) -> None:
    assessment = judged(name)
    opened = [one for one in assessment.findings if one.outcome is Outcome.OPEN]
    assert not [one.rule for one in opened if one.remedy]
    cited = [basis for one in opened for basis in clauses(one, assessment.document, BOOK)]
    assert not [basis.citation for basis in cited if basis.role is Role.CONSEQUENCE]
