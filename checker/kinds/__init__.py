"""The kinds of check that a rule may name; one kind, one module."""

from collections.abc import Mapping
from typing import Final

from govcheck.kinds.amounts import Amounts
from govcheck.kinds.attachment_only import AttachmentOnly
from govcheck.kinds.cell_statement import CellStatement
from govcheck.kinds.cells_above import CellsAbove
from govcheck.kinds.cells_filled import CellsFilled
from govcheck.kinds.cells_valid import CellsValid
from govcheck.kinds.deadline import Deadline
from govcheck.kinds.full_year import FullYear
from govcheck.kinds.identity import TableIdentity
from govcheck.kinds.labelled_value import LabelledValue
from govcheck.kinds.part_content import PartContent
from govcheck.kinds.part_titles import PartTitles
from govcheck.kinds.parts_sequence import PartsSequence
from govcheck.kinds.question import Question
from govcheck.kinds.report_years import ReportYears
from govcheck.kinds.stated_fact import StatedFact
from govcheck.kinds.stated_minimum import StatedMinimum
from govcheck.kinds.statement import Statement
from govcheck.kinds.table_structure import TableStructure
from govcheck.kinds.title_agreement import TitleAgreement
from govcheck.kinds.title_form import TitleForm
from govcheck.kinds.title_words import TitleWords
from govcheck.kinds.topics import Topics
from govcheck.kinds.wrong_words import WrongWords
from govcheck.rule import Check

_ALL: Final[tuple[type[Check], ...]] = (
    Amounts,
    AttachmentOnly,
    CellStatement,
    CellsAbove,
    CellsFilled,
    CellsValid,
    Deadline,
    FullYear,
    LabelledValue,
    PartContent,
    PartTitles,
    PartsSequence,
    Question,
    ReportYears,
    StatedFact,
    StatedMinimum,
    Statement,
    TableIdentity,
    TableStructure,
    TitleAgreement,
    TitleForm,
    TitleWords,
    Topics,
    WrongWords,
)

KINDS: Final[Mapping[str, type[Check]]] = {kind.KIND: kind for kind in _ALL}
