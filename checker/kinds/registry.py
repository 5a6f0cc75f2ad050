"""The kinds of check that a rule may name; one kind, one module."""

from collections.abc import Mapping
from typing import Final

from govcheck.kinds.check import Check
from govcheck.kinds.figures.account_sum import AccountSum
from govcheck.kinds.figures.amount_in_cell import AmountInCell
from govcheck.kinds.figures.amounts import Amounts
from govcheck.kinds.figures.breakdown_sum import BreakdownSum
from govcheck.kinds.figures.cell_magnitude import CellMagnitude
from govcheck.kinds.figures.cell_statement import CellStatement
from govcheck.kinds.figures.cells_above import CellsAbove
from govcheck.kinds.figures.cells_implied import CellsImplied
from govcheck.kinds.figures.change_in_number import ChangeInNumber
from govcheck.kinds.figures.denial import Denial
from govcheck.kinds.figures.exact_count import ExactCount
from govcheck.kinds.figures.line_order import LineOrder
from govcheck.kinds.figures.named_rows import NamedRows
from govcheck.kinds.figures.narrative import Narrative
from govcheck.kinds.figures.percentage import Percentage
from govcheck.kinds.figures.quantified import Quantified
from govcheck.kinds.figures.stated_minimum import StatedMinimum
from govcheck.kinds.figures.stock_change import StockChange
from govcheck.kinds.figures.table_sums import TableSums
from govcheck.kinds.figures.told_twice import ToldTwice
from govcheck.kinds.form.attachment_only import AttachmentOnly
from govcheck.kinds.form.cells import Cells
from govcheck.kinds.form.declared_parts import DeclaredParts
from govcheck.kinds.form.full_year import FullYear
from govcheck.kinds.form.overview_length import OverviewLength
from govcheck.kinds.form.part_content import PartContent
from govcheck.kinds.form.part_titles import PartTitles
from govcheck.kinds.form.parts_sequence import PartsSequence
from govcheck.kinds.form.table_structure import TableStructure
from govcheck.kinds.form.title_agreement import TitleAgreement
from govcheck.kinds.form.title_form import TitleForm
from govcheck.kinds.form.title_words import TitleWords
from govcheck.kinds.history.comparable import Comparable
from govcheck.kinds.history.copied_sentences import CopiedSentences
from govcheck.kinds.history.unchanged_figures import UnchangedFigures
from govcheck.kinds.history.year_relation import YearRelation
from govcheck.kinds.identity.deadline import Deadline
from govcheck.kinds.identity.earlier_deadline import EarlierDeadline
from govcheck.kinds.identity.later_dates import LaterDates
from govcheck.kinds.identity.named_body import NamedBody
from govcheck.kinds.identity.outside import Outside
from govcheck.kinds.identity.report_years import ReportYears
from govcheck.kinds.identity.self_name import SelfName
from govcheck.kinds.identity.year_mention import YearMention
from govcheck.kinds.page.editing_traces import EditingTraces
from govcheck.kinds.page.illicit_content import IllicitContent
from govcheck.kinds.page.image_texts import ImageTexts
from govcheck.kinds.page.personal_numbers import PersonalNumbers
from govcheck.kinds.page.pictured_tables import PicturedTables
from govcheck.kinds.peers.absent_report import AbsentReport
from govcheck.kinds.peers.aggregated import Aggregated
from govcheck.kinds.peers.near_copies import NearCopies
from govcheck.kinds.says.cover_letter import CoverLetter
from govcheck.kinds.says.labelled_value import LabelledValue
from govcheck.kinds.says.problem_measures import ProblemMeasures
from govcheck.kinds.says.problems_taken_up import ProblemsTakenUp
from govcheck.kinds.says.question import Question
from govcheck.kinds.says.stated_fact import StatedFact
from govcheck.kinds.says.statement import Statement
from govcheck.kinds.says.topics import Topics
from govcheck.kinds.wording.broken_paragraphs import BrokenParagraphs
from govcheck.kinds.wording.dates import Dates
from govcheck.kinds.wording.item_numbers import ItemNumbers
from govcheck.kinds.wording.listed_words import ListedWords
from govcheck.kinds.wording.mixed_marks import MixedMarks
from govcheck.kinds.wording.nested_numbers import NestedNumbers
from govcheck.kinds.wording.paired_marks import PairedMarks
from govcheck.kinds.wording.script import Script
from govcheck.kinds.wording.written_words import WrittenWords
from govcheck.kinds.wording.wrong_words import WrongWords

_ALL: Final[tuple[type[Check], ...]] = (
    AccountSum,
    AmountInCell,
    Amounts,
    AttachmentOnly,
    BreakdownSum,
    BrokenParagraphs,
    CellMagnitude,
    CellStatement,
    Cells,
    CellsAbove,
    CellsImplied,
    ChangeInNumber,
    Comparable,
    CopiedSentences,
    CoverLetter,
    Dates,
    Deadline,
    DeclaredParts,
    Denial,
    EarlierDeadline,
    EditingTraces,
    ExactCount,
    FullYear,
    IllicitContent,
    ImageTexts,
    ItemNumbers,
    LabelledValue,
    LaterDates,
    LineOrder,
    ListedWords,
    MixedMarks,
    NestedNumbers,
    NamedBody,
    NamedRows,
    Narrative,
    Outside,
    OverviewLength,
    PairedMarks,
    PartContent,
    PartTitles,
    PartsSequence,
    Percentage,
    PersonalNumbers,
    PicturedTables,
    ProblemMeasures,
    ProblemsTakenUp,
    Quantified,
    Question,
    ReportYears,
    Script,
    SelfName,
    StatedFact,
    StatedMinimum,
    Statement,
    TableStructure,
    StockChange,
    TableSums,
    TitleAgreement,
    TitleForm,
    TitleWords,
    ToldTwice,
    Topics,
    UnchangedFigures,
    WrittenWords,
    WrongWords,
    YearMention,
    YearRelation,
)

_PEERS: Final[tuple[type[Check], ...]] = (AbsentReport, Aggregated, NearCopies)

KINDS: Final[Mapping[str, type[Check]]] = {kind.KIND: kind for kind in (*_ALL, *_PEERS)}
PEER_KINDS: Final = frozenset(kind.KIND for kind in _PEERS)
"""They ask what other reports tell of one; their rules are rules of a batch."""
