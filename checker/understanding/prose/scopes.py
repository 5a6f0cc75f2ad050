"""What limits the figures of a paragraph, carried from clause to clause."""

from decimal import Decimal
from typing import Final

from govcheck.document.figure import AMONG, UNSAID
from govcheck.understanding.prose.by_receipt import ByReceipt
from govcheck.understanding.prose.counted import Counted, limit_of_part
from govcheck.understanding.prose.heads_of_cases import HeadsOfCases
from govcheck.understanding.prose.limits import Limits
from govcheck.understanding.prose.results_of_some import ResultsOfSome

OPENING: Final = (".new", ".received", ".by_request", ".handled", ".dealt", ".total")
"""Concepts that an account begins with: what limits them limits what follows."""
LEAD_IN: Final = 24
"""A sentence of so few characters without a figure tells what the next ones are about."""


class Scopes:
    """Follows a paragraph and says of each figure what limits it."""

    def __init__(self, limits: Limits, title: str) -> None:
        """Begin a paragraph under a title."""
        self._limits = limits
        self._title = title
        self._of_level = False
        self._forget()

    def _forget(self) -> None:
        self._account = ""
        self._outer = ""
        self._unit = ""
        self._head = ""
        self._receipt = ByReceipt(limits=self._limits)
        self._within = False
        self._of_carried = False
        self._of_dealt = False
        self._whole = Decimal(0)
        self._part: Counted | None = None
        self._results = ResultsOfSome(limits=self._limits)
        self._heads = HeadsOfCases(limits=self._limits)
        self._units: set[str] = set()
        self._others = ""

    def end_sentence(self, without_figures: str) -> None:
        """Forget the account, but for whose it was: 市本级收到35件。予以公开12件.

        A short sentence without figures is the lead-in of the next.
        """
        if self._unit:
            self._of_level = self._limits.says("figures.level", self._account)
        if 0 < len(without_figures) <= LEAD_IN:
            self._title = without_figures
        self._forget()

    def of_headed(self, before: str) -> str:
        """Return what limits cases that are known by their heading alone, or "" for others."""
        return UNSAID if self._limits.is_of_cases(self._title, before) else ""

    def of(self, before: str, after: str, counted: Counted) -> str:
        """Return the words that limit a figure, or ""."""
        concept, topic, unit = counted.concept, counted.topic, counted.unit
        self._go_on(before)
        part = limit_of_part(self._part, self._whole, counted)
        own = self._narrowed(self._own(before, after, counted))
        self._results.tell(before, concept, own)
        divided = self._heads.limit(before, topic, counted.value)
        own = own or divided or self._results.limit(before, concept) or part
        opens = concept.endswith(OPENING)
        if not (opens or own or self._unit or self._limits.says("figures.all_again", before)):
            self._account = self._account or (unit if self._of_level else "")
        some = opens and own and counted.value < self._whole and not before.startswith("、")
        self._heads.leave()
        self._part = counted if some else self._part if part else None
        self._whole = counted.value if opens and not own else self._whole
        if self._receipt.divides(concept, within=self._within):
            self._account = own or self._account
            return own or AMONG
        of_others = topic == "applications" and unit in self._units - {self._unit}
        others, named = self._others, self._limits.says("figures.named_in_full", before)
        doers = self._limits.says("figures.doers", others)
        if of_others and (doers if opens else others or not named):
            return own or others or unit
        if opens or concept.endswith(".answered"):
            self._receipt.tell(before, concept)
        self._account = self._carried(own, before, counted, opens=opens)
        self._unit = self._unit or unit
        self._of_carried = concept.endswith(".carried_in")
        if concept.endswith(".answered") and own != AMONG and not self._limits.is_kind(own):
            self._of_dealt = self._limits.is_some(own)
        return own or self._account or self._limits.of_title(self._title, topic)

    def _narrowed(self, own: str) -> str:
        """Return a limit; of a kind among some that were dealt with, that it counts among them.

        网上办结20件，自然人申请15件 are no more of all than the 20 are.
        """
        return AMONG if self._of_dealt and self._limits.is_kind(own) else own

    def _carried(self, own: str, before: str, counted: Counted, *, opens: bool) -> str:
        """Return what limits the account from a figure on that ``own`` limits.

        Behind 对企业的申请予以公开10件 what was done is some of it; not where all came first.
        What stands behind 当场答复3件 may be of all again: 予以公开11件.  Behind words that
        are not understood, 会商后答复5件, it may be of these.
        """
        answered = counted.concept.endswith(".answered")
        if answered and (own == AMONG or self._limits.opens_account(own)):
            return AMONG if self._limits.says("figures.ways", own) else own
        if own and self._limits.is_of_some(before, opens=opens):
            given = self._limits.says("figures.result_last", before)
            return self._account if opens and self._unit and not given else AMONG
        if own and self._limits.is_kind(own):
            return AMONG if self._within or self._account not in {"", own} else own
        if opens or self._limits.leaves_open(own, before, answered=answered):
            turned = not own and self._limits.sums_up(before, self._account)
            return own or ("" if turned else self._account)
        told = self._limits.clauses(before)[:-1]
        if self._of_carried and self._limits.says("figures.results_of_it", before):
            return AMONG
        return self._limits.of_clauses(told, counted.topic) or self._account

    def elided(self, before: str, last: str, *, sums: bool) -> str:
        """Return what limits a figure that leaves its noun to one that ``last`` limits.

        One that ``sums`` the same up may turn to all: 网上20件，当面11件，共31件.  With what
        last year left over it goes on: 网上20件，上年结转3件，共23件.
        """
        return "" if sums and self._limits.sums_up(before, last) else last

    def _own(self, before: str, after: str, counted: Counted) -> str:
        """Return what limits a figure by itself, by its list, or by the clauses before it."""
        concept, topic = counted.concept, counted.topic
        own = self._limits.of_figure(before, after, concept, topic)
        if before.startswith("、") and not own:
            own = self._limits.of_list(self._head, topic)
        own = own or self._limits.of_clauses(self._limits.clauses(before)[:-1], topic)
        return own or self._limits.of_lead(before, topic)

    def narrow(self, limit: str = AMONG) -> None:
        """Let the account be of some of a number, or of others."""
        self._account = limit

    def go_into(self, counted: Counted, *, dealt: bool) -> None:
        """Let what follows be of some of a number: 上年结转的34件中, 经复议的27件中.

        Of all that was ``dealt`` with, what came in is told in parts: 办结的88件中，新收83件.
        """
        if dealt:
            self._within = True
        else:
            self._account = AMONG if counted.concept else counted.unit

    def note(self, before: str, counted: Counted, said: str, after: str) -> None:
        """Take note of a figure that counts nothing of ours; the next may count the same.

        What bodies are ``said`` to have received is theirs: 有6个收到申请，共57件.
        """
        self._go_on(before)
        self._units.add(counted.unit)
        self._others = self._others or self._limits.of_list(self._head, "applications")
        self._heads.note(before, counted.value)
        named = self._limits.names_some(before, counted.topic)
        self._part = counted if named and not before.startswith("、") else None
        if named:
            self._results.tell_given(before, AMONG)
        way = self._limits.way_told(before)
        if way or self._limits.counts_receivers(counted.unit, after):
            self.narrow(way or said)

    def _go_on(self, before: str) -> None:
        """Take note of where a list begins and ends, and the account with it.

        What a bracket tells behind what came from last year is of it: 上年结转5件（办结4件）.
        """
        self._receipt.go_on(before)
        if not before.startswith("、"):
            self._head = before
        if "；" in before and not self._limits.says("figures.goes_on_with", before):
            self._account, self._within = "", False
        elif "）" in before:
            self._account, self._within = self._outer, False
        if "（" in before:
            self._outer = self._account
            self._account = AMONG if self._of_carried else self._account
        if self._limits.says("figures.turns_within", before):
            self._within = True
