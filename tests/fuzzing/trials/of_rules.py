"""A rule file read, and its rule put to some reports and to its own examples."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from fuzzing.book import book, require_refusal
from fuzzing.inputs import Input, Kind
from fuzzing.specimens.files import named_for_re2
from fuzzing.specimens.reports import reports
from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Severity
from govcheck.reports import render
from govcheck.rulebook.building import make_rule
from govcheck.rulebook.draft import Draft, Library, references
from govcheck.rulebook.lawbook import load_instruments
from govcheck.rulebook.lexiconbook import load_lexicons
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Points, Rule
from govcheck.rulebook.rule_files import SUPPORTING, RuleFile, rule_files, shipped_rules
from govcheck.rulebook.rule_schema import rule_schema
from govcheck.rulebook.schema import Schema
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.rulebook.valid_yaml import read_valid
from govcheck.trials.trial import try_example

_REPORTS = 3


def try_rule(given: Input, *, whole: bool) -> bytes | None:
    """Return what the rule makes of reports, or None when it is refused.

    ``whole`` loads it over the shipped sets as the command line does, which takes longer.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo" / "rule.yaml"
        path.parent.mkdir()
        path.write_bytes(given.content)
        if whole:
            _load_all(path)
        rule = _rule(path, given.content)
    return None if rule is None else _judged(rule)


def _load_all(path: Path) -> None:
    try:
        load_rulebook(extra=[path])
    except Unusable:
        return
    except ExceptionGroup as group:
        require_refusal(group)


def _rule(path: Path, content: bytes) -> Rule | None:
    """Return the rule of a file alone; its id need not be the file's name."""
    file = RuleFile(
        folder="demo", name="rule", shown=path.name, path=path, content=content, shipped=False
    )
    valid, _ = read_valid([file], _schema())
    if not valid:
        return None
    source = valid[0][1]
    data = dict(source.data)
    if "overrides" in data:
        return None
    unsound: list[UnsoundFile] = []
    origin = dict.fromkeys(data, (source, file))
    draft = Draft(id=data["id"], data=data, origin=origin, file=file)
    return make_rule(draft, _library(), unsound)


def _judged(rule: Rule) -> bytes:
    alone = replace(book(), rules=(rule,))
    results = []
    for document in _documents():
        assessment = assess(Case(document=document), alone)
        results += [render(name, assessment, alone) for name in ("json", "html")]
    for example in rule.examples:
        try:
            results.append(
                try_example(rule, example, alone.knowledge).failure.encode("utf-8", "replace")
            )
        except Unusable:
            continue
    return b"\n".join(results)


@cache
def _schema() -> Schema:
    return rule_schema(shipped_rules())


@cache
def _library() -> Library:
    root, shipped = shipped_rules(), book()
    files = rule_files(root)
    own: Mapping[str, list[RuleFile]] = {
        name: [file for file in files if file.folder == name] for name in SUPPORTING
    }
    instruments, _ = load_instruments(root, own["instruments"])
    lexicons, _ = load_lexicons(root, own["lexicons"])
    points = {
        one: Points(each=shipped.policy.veto_cap, cap=shipped.policy.veto_cap)
        for one in Severity
    }
    return Library(
        instruments=instruments,
        forms=shipped.forms,
        vocabulary=shipped.vocabulary,
        references=references(
            shipped.forms.values(), lexicons, named_for_re2(shipped.vocabulary.named)
        ),
        policy=shipped.policy,
        points=points,
    )


@cache
def _documents() -> tuple[Document, ...]:
    known = book().knowledge
    pages = (*reports(Kind.HTML)[:2], *reports(Kind.HTML)[-_REPORTS:])
    return tuple(read(one.content, name=one.name, knowledge=known) for one in pages)
