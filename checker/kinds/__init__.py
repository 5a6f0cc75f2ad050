"""The kinds of check that a rule may name; one kind, one module."""

from collections.abc import Mapping
from typing import Final

from govcheck.kinds.account_sum import AccountSum
from govcheck.kinds.amounts import Amounts
from govcheck.kinds.attachment import Attachment
from govcheck.kinds.attachment_only import AttachmentOnly
from govcheck.kinds.breakdown_sum import BreakdownSum
from govcheck.kinds.broken_paragraphs import BrokenParagraphs
from govcheck.kinds.calendar_dates import CalendarDates
from govcheck.kinds.cell_statement import CellStatement
from govcheck.kinds.cells_above import CellsAbove
from govcheck.kinds.cells_filled import CellsFilled
from govcheck.kinds.cells_valid import CellsValid
from govcheck.kinds.deadline import Deadline
from govcheck.kinds.declared_parts import DeclaredParts
from govcheck.kinds.denial import Denial
from govcheck.kinds.editing_traces import EditingTraces
from govcheck.kinds.exact_total import ExactTotal
from govcheck.kinds.full_year import FullYear
from govcheck.kinds.identity import TableIdentity
from govcheck.kinds.illicit_content import IllicitContent
from govcheck.kinds.image_texts import ImageTexts
from govcheck.kinds.item_numbers import ItemNumbers
from govcheck.kinds.labelled_value import LabelledValue
from govcheck.kinds.listed_words import ListedWords
from govcheck.kinds.mixed_marks import MixedMarks
from govcheck.kinds.named_body import NamedBody
from govcheck.kinds.narrative import Narrative
from govcheck.kinds.near_terms import NearTerms
from govcheck.kinds.ordered_dates import OrderedDates
from govcheck.kinds.other_body import OtherBody
from govcheck.kinds.page_fact import PageFact
from govcheck.kinds.paired_marks import PairedMarks
from govcheck.kinds.part_content import PartContent
from govcheck.kinds.part_titles import PartTitles
from govcheck.kinds.parts_sequence import PartsSequence
from govcheck.kinds.percentage import Percentage
from govcheck.kinds.personal_numbers import PersonalNumbers
from govcheck.kinds.pictured_tables import PicturedTables
from govcheck.kinds.problem_measures import ProblemMeasures
from govcheck.kinds.problems_taken_up import ProblemsTakenUp
from govcheck.kinds.quantified import Quantified
from govcheck.kinds.question import Question
from govcheck.kinds.report_years import ReportYears
from govcheck.kinds.script import Script
from govcheck.kinds.self_name import SelfName
from govcheck.kinds.stated_fact import StatedFact
from govcheck.kinds.stated_minimum import StatedMinimum
from govcheck.kinds.statement import Statement
from govcheck.kinds.table_structure import TableStructure
from govcheck.kinds.title_agreement import TitleAgreement
from govcheck.kinds.title_form import TitleForm
from govcheck.kinds.title_words import TitleWords
from govcheck.kinds.topics import Topics
from govcheck.kinds.written_words import WrittenWords
from govcheck.kinds.wrong_words import WrongWords
from govcheck.kinds.year_mention import YearMention
from govcheck.rule import Check

_ALL: Final[tuple[type[Check], ...]] = (
    AccountSum,
    Amounts,
    Attachment,
    AttachmentOnly,
    BreakdownSum,
    BrokenParagraphs,
    CalendarDates,
    CellStatement,
    CellsAbove,
    CellsFilled,
    CellsValid,
    Deadline,
    DeclaredParts,
    Denial,
    EditingTraces,
    ExactTotal,
    FullYear,
    IllicitContent,
    ImageTexts,
    ItemNumbers,
    LabelledValue,
    ListedWords,
    NamedBody,
    Narrative,
    MixedMarks,
    NearTerms,
    OrderedDates,
    OtherBody,
    PageFact,
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
    TableIdentity,
    TableStructure,
    TitleAgreement,
    TitleForm,
    TitleWords,
    Topics,
    WrittenWords,
    WrongWords,
    YearMention,
)

KINDS: Final[Mapping[str, type[Check]]] = {kind.KIND: kind for kind in _ALL}
