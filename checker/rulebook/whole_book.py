"""Read a whole rule book from YAML, and refuse it unless every file is sound.

A file of another rule set that says ``overrides: format/sections`` replaces the keys that it
names of that rule and keeps the rest; sets apply in the order given, so that a nation's,
a province's and a prefecture's can be laid over each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from json import loads
from pathlib import Path
from typing import Any

from govcheck.errors import ManyUnusable
from govcheck.kinds.registry import PEER_KINDS
from govcheck.kinds.remark import Severity
from govcheck.rulebook.building import make_rule
from govcheck.rulebook.draft import Draft, Library, references
from govcheck.rulebook.formbook import load_forms
from govcheck.rulebook.lawbook import load_instruments
from govcheck.rulebook.lexiconbook import load_lexicons
from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile
from govcheck.rulebook.regionbook import load_regions
from govcheck.rulebook.rule import Dimension, Points, Rule, Rulebook, ScoringPolicy
from govcheck.rulebook.rule_bytes import rule_bytes
from govcheck.rulebook.rule_files import SUPPORTING, RuleFile
from govcheck.rulebook.rule_schema import rule_schema
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.valid_yaml import read_valid
from govcheck.rulebook.vocabularybook import load_vocabulary


def read_rulebook(root: Path, files: Sequence[RuleFile], digest: str) -> Rulebook:
    """Read every file.  Raises ManyUnusable: every UnsoundFile, not the first."""
    unsound: list[UnsoundFile] = []
    library = _library(root, files, unsound)
    demands, errors = load_regions(root, _of(files, "regions"))
    unsound += errors
    drafts = _drafts(root, files, unsound)
    made = [make_rule(draft, library, unsound) for draft in drafts]
    if unsound:
        raise ManyUnusable("规则库有误", unsound)
    rules = [rule for rule in made if rule is not None]
    return Rulebook(
        rules=tuple(rule for rule in rules if not _asks_peers(rule)),
        peer_rules=tuple(rule for rule in rules if _asks_peers(rule)),
        forms=library.forms,
        vocabulary=library.vocabulary,
        policy=library.policy,
        digest=digest,
        demands=demands,
    )


def _asks_peers(rule: Rule) -> bool:
    return any(use.check.KIND in PEER_KINDS for use in rule.checks)


def _library(root: Path, files: Sequence[RuleFile], unsound: list[UnsoundFile]) -> Library:
    """Read what rules refer to."""
    instruments, errors = load_instruments(root, _of(files, "instruments"))
    unsound += errors
    lexicons, errors = load_lexicons(root, _of(files, "lexicons"))
    unsound += errors
    vocabulary, errors = load_vocabulary(root, _of(files, "vocabulary"))
    unsound += errors
    policy, points = _policy(root)
    forms, errors = load_forms(root, _of(files, "forms"))
    unsound += errors
    return Library(
        instruments=instruments,
        forms=forms,
        vocabulary=vocabulary,
        references=references(forms.values(), lexicons, vocabulary.named),
        policy=policy,
        points=points,
    )


def _of(files: Iterable[RuleFile], folder: str) -> list[RuleFile]:
    return [file for file in files if file.folder == folder]


def _policy(root: Path) -> tuple[ScoringPolicy, Mapping[Severity, Points]]:
    """Return the scoring policy, and the points of a rule that says none."""
    file = RuleFile(
        folder="",
        name="scoring",
        shown="scoring.yaml",
        path=root / "scoring.yaml",
        content=rule_bytes(root / "scoring.yaml"),
        shipped=True,
    )
    valid, unsound = read_valid(
        [file], loads((root / "scoring.schema.json").read_text("utf-8"))
    )
    if unsound:
        raise ManyUnusable("评分标准有误", unsound)
    data = valid[0][1].data
    policy = ScoringPolicy(
        dimensions=tuple(
            Dimension(id=item["id"], title=item["title"], points=Decimal(item["points"]))
            for item in data["dimensions"]
        ),
        grades=tuple((item["grade"], Decimal(item["from"])) for item in data["grades"]),
        passing=data["passing"],
        failing=data["failing"],
        undecided=data["undecided"],
        veto_cap=Decimal(data["veto_cap"]),
        note=data["note"],
    )
    points = {
        Severity(name): Points(each=Decimal(item["each"]), cap=Decimal(item["cap"]))
        for name, item in data["points"].items()
    }
    return policy, points


def _drafts(
    root: Path, files: Sequence[RuleFile], unsound: list[UnsoundFile]
) -> Iterable[Draft]:
    """Return the rules as their files lay them over each other."""
    own = [file for file in files if file.folder not in ("", *SUPPORTING)]
    valid, errors = read_valid(own, rule_schema(root))
    unsound += errors
    drafts: dict[str, Draft] = {}
    for file, source in valid:
        try:
            draft = _laid_over(drafts, file, source)
        except UnsoundFile as error:
            unsound.append(error)
        else:
            drafts[draft.id] = draft
    return drafts.values()


def _laid_over(drafts: Mapping[str, Draft], file: RuleFile, source: LocatedYaml) -> Draft:
    data: dict[str, Any] = dict(source.data)
    overridden = data.pop("overrides", None)
    origin = dict.fromkeys(data, (source, file))
    if overridden is not None:
        base = drafts.get(overridden)
        if base is None:
            raise source.unsound(("overrides",), f"要替换的规则：{unknown(overridden, drafts)}")
        return Draft(id=base.id, data=base.data | data, origin=base.origin | origin)
    if data["id"] != file.id:
        raise source.unsound(("id",), f"id 应为“目录/文件名”：{file.id}")
    if file.id in drafts:
        raise source.unsound(
            ("id",), f"已有规则 {file.id}；要修改它，请把 id 一行换成 overrides: {file.id}"
        )
    return Draft(id=file.id, data=data, origin=origin)
