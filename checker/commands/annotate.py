"""``govcheck check --annotate``: the draft written back with a comment at each finding."""

from pathlib import Path

from govcheck.commands.own_results import is_annotated_copy
from govcheck.commands.saving import save
from govcheck.drafting.annotation.annotated import annotated_docx
from govcheck.drafting.annotation.notes import notes
from govcheck.files import content_of
from govcheck.judging.assessment import Assessment
from govcheck.rulebook.rule import Rulebook


def annotate(name: str, target: Path, assessment: Assessment, rulebook: Rulebook) -> None:
    """Write the annotated copy of a Word file."""
    source = content_of(Path(name))
    save(target, annotated_docx(source, tuple(notes(assessment, rulebook))), is_annotated_copy)
