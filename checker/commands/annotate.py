"""``govcheck check --annotate``: the draft written back with a comment at each finding."""

from pathlib import Path

from govcheck.annotation.annotated import annotated_docx
from govcheck.annotation.notes import notes
from govcheck.assessment import Assessment
from govcheck.commands.files import content_of, save
from govcheck.errors import Unusable
from govcheck.rule import Rulebook


def annotate(name: str, target: Path, assessment: Assessment, rulebook: Rulebook) -> None:
    """Write the annotated copy of a Word file.  Raises Unusable for any other."""
    source = Path(name)
    if name == "-" or assessment.document.source.format != "docx":
        raise Unusable("只能给 Word 文件（.docx）加批注")
    if target.exists() and target.samefile(source):
        raise Unusable("带批注的文件不能覆盖原稿，请另取文件名")
    content = annotated_docx(content_of(source), tuple(notes(assessment, rulebook)))
    save(target, content)
