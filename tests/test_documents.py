"""Golden tables of what is read and found in our own documents."""

import own_documents
import pytest
from own_documents import FOLDER, NAMES


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
