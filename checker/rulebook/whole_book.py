"""Read a whole rule book from YAML, and refuse it unless every file is sound.

Sets apply in the order given, so that a nation's, a province's and a prefecture's can be laid
over each other (:mod:`govcheck.rulebook.overriding`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from govcheck.errors import ManyUnusable
from govcheck.kinds.registry import PEER_KINDS
from govcheck.rulebook.building import make_rule
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.draft import Draft, Library, references
from govcheck.rulebook.formbook import load_forms
from govcheck.rulebook.law_days import law_days, put_off_by_rules
from govcheck.rulebook.lawbook import load_instruments
from govcheck.rulebook.lexiconbook import load_lexicons
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.overriding import laid_over
from govcheck.rulebook.regionbook import Known, load_regions
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.rulebook.rule_files import SUPPORTING, RuleFile
from govcheck.rulebook.rule_schema import rule_schema
from govcheck.rulebook.scoringbook import Scoring, is_scoring, load_scoring
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.rulebook.valid_yaml import read_valid
from govcheck.rulebook.vocabularybook import load_vocabulary


def read_rulebook(root: Path, files: Sequence[RuleFile], digest: str) -> Rulebook:
    """Read every file.  Raises ManyUnusable: every UnsoundFile, not the first."""
    unsound: list[UnsoundFile] = []
    scoring, errors = load_scoring(root, filter(is_scoring, files))
    unsound += errors
    library = _library(root, files, scoring, unsound)
    if library is None:
        raise ManyUnusable("规则库有误", unsound)
    apart = ("", *SUPPORTING)
    own = [file for file in files if file.folder not in apart and not is_scoring(file)]
    valid, strange = read_valid(own, rule_schema(root))
    known = Known(
        vocabulary=library.vocabulary,
        rules=[file.id for file in own],
        law_days=law_days(valid),
    )
    demands, errors = load_regions(root, _of(files, "regions"), known)
    unsound += errors
    made = list(_made(valid, library, known, strange))
    unsound += _own_faults(strange, unsound, files)
    if unsound:
        raise ManyUnusable("规则库有误", unsound)
    rules = [rule for local, rule in made if rule is not None and not local]
    return Rulebook(
        rules=tuple(rule for rule in rules if not _asks_peers(rule)),
        peer_rules=tuple(rule for rule in rules if _asks_peers(rule)),
        local=tuple(rule for local, rule in made if rule is not None and local),
        forms=library.forms,
        vocabulary=library.vocabulary,
        policy=library.policy,
        digest=digest,
        demands=demands,
    )


def _made(
    files: Iterable[tuple[RuleFile, LocatedYaml]],
    library: Library,
    known: Known,
    strange: list[UnsoundFile],
) -> Iterator[tuple[bool, Rule | None]]:
    """Yield every rule, None for an unsound one, and whether it is for some documents alone."""
    drafts = laid_over(files, library.vocabulary, strange)
    strange += put_off_by_rules(drafts, known.law_days)
    strange += _unknown_causes(drafts, known.rules)
    for draft in drafts:
        yield draft.local, make_rule(draft, library, strange)


def _asks_peers(rule: Rule) -> bool:
    return any(use.check.KIND in PEER_KINDS for use in rule.checks)


def _library(
    root: Path,
    files: Sequence[RuleFile],
    scoring: Scoring | None,
    unsound: list[UnsoundFile],
) -> Library | None:
    """Read what rules refer to; None where the scoring policy is not sound."""
    instruments, errors = load_instruments(root, _of(files, "instruments"))
    unsound += errors
    lexicons, errors = load_lexicons(root, _of(files, "lexicons"))
    unsound += errors
    vocabulary, errors = load_vocabulary(root, _of(files, "vocabulary"))
    unsound += errors
    forms, errors = load_forms(root, _of(files, "forms"))
    unsound += errors
    if scoring is None:
        return None
    return Library(
        instruments=instruments,
        forms=forms,
        vocabulary=vocabulary,
        references=references(forms.values(), lexicons, vocabulary.named),
        policy=scoring[0],
        points=scoring[1],
    )


def _unknown_causes(drafts: Iterable[Draft], ids: Collection[str]) -> Iterator[UnsoundFile]:
    """Yield rules that there are not: nothing would ever stand under what they find."""
    for draft in drafts:
        for index, check in draft.items("checks"):
            for which, rule in enumerate(check.get("follows", ())):
                if rule not in ids:
                    keys: Keys = ("checks", index, "follows", which)
                    yield draft.unsound(keys, f"规则：{unknown(rule, ids)}")


def _own_faults(
    strange: Iterable[UnsoundFile], causes: Sequence[UnsoundFile], files: Iterable[RuleFile]
) -> list[UnsoundFile]:
    """Leave out what shipped rules only miss because a set's form or list cannot be read."""
    shipped = {file.shown for file in files if file.shipped}
    if all(one.file in shipped for one in causes):
        return list(strange)
    return [one for one in strange if one.file not in shipped]


def _of(files: Iterable[RuleFile], folder: str) -> list[RuleFile]:
    return [file for file in files if file.folder == folder]
