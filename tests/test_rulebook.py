"""An unsound rule is refused with its file, its line and a way out."""

import json
import shutil
from pathlib import Path

import pytest

from govcheck.errors import Unusable
from govcheck.judging.engine import judge
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook, Status
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.rule_schema import as_json, rule_schema
from govcheck.rulebook.safe_pattern import SafePattern
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.trials.documents import example_case

SENTENCE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"
SOUND = """\
id: demo/balance
title: 收与办平衡
dimension: accuracy
severity: major
basis:
  - {instrument: form-2021, clause: 表三左上角, quote: SENTENCE}
  - {instrument: fee-measures, clause: 年度报告}
applies_to:
  years: {from: 2021}
  agencies: [department]
checks:
  - kind: table-sums
    table: applications
    sum: balance
    message: “{line}”列不平衡，相差 {difference}。
remedy: 逐件核对。
examples:
  - name: 相等
    outcome: pass
    document: {tables: {applications: {r1_new: {total: 1}}}}
  - name: 不等
    outcome: fail
    document: {tables: {applications: {r1_new: {total: 1}}}}
failure_title: 收与办不平衡
""".replace("SENTENCE", SENTENCE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Rule sets with what rules refer to, and one rule."""
    top = tmp_path / "rules"
    shutil.copytree(shipped_rules() / "instruments", top / "instruments")
    shutil.copytree(shipped_rules() / "forms", top / "forms")
    shutil.copytree(shipped_rules() / "vocabulary", top / "vocabulary")
    for path in [*shipped_rules().glob("*.json"), shipped_rules() / "scoring.yaml"]:
        shutil.copy(path, top)
    (top / "demo").mkdir()
    (top / "demo" / "balance.yaml").write_text(SOUND, "utf-8")
    return top


def _refusals(root: Path, *extra: Path) -> list[UnsoundFile]:
    with pytest.raises(ExceptionGroup) as caught:
        load_rulebook(root, extra)
    errors = [error for error in caught.value.exceptions if isinstance(error, UnsoundFile)]
    assert len(errors) == len(caught.value.exceptions)
    return errors


def test_sound(root: Path) -> None:
    (rule,) = load_rulebook(root, examples=True).rules
    assert rule.id == "demo/balance"
    assert rule.points.each == 4
    assert [example.line for example in rule.examples] == [18, 21]
    assert rule.basis[0].citation.endswith("（国办公开办函〔2021〕30号）表三左上角")
    assert [basis.status for basis in rule.basis] == [Status.VERBATIM, Status.MEMORY]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("kind: table-sums", "kind: [table-sums]", 12, "没有“"),
        ("sum: balance", "sum: balanse", 14, "没有“balanse”；是否应为“balance”？"),
        ("table: applications\n", "table: aplications\n", 13, "是否应为“applications”？"),
        ("{difference}", "{diference}", 15, "没有“diference”；是否应为“difference”？"),
        ("加第二项", "与第二项", 6, "引文不是条文中完整的一句或几句"),
        ("本列数据的勾稽关系为：", "", 6, "引文不是条文中完整的一句或几句"),
        (
            "第三项加第四项之和}",
            "第三项加第四项之和, relied: 第五项}",
            6,
            "须是引文（quote）中的原文",
        ),
        ("clause: 年度报告}", "clause: 年度报告, relied: 收取}", 7, "quote"),
        ("clause: 年度报告}", "clause: 年度报告, checks: [2]}", 7, "本规则只有 1 项检查"),
        (
            "clause: 年度报告}",
            "clause: 年度报告, applies_to: {agencies: [institution]}}",
            7,
            "永远不会引用",
        ),
        (
            "clause: 年度报告}",
            "clause: 年度报告, applies_to: {years: {to: 2020}}}",
            7,
            "永远不会引用",
        ),
        ("年度报告}", "年度报告, quote: 收取信息处理费}", 7, "没有逐字见过"),
        ("表三左上角", "表三右上角", 6, "是否应为“表三左上角”？"),
        ("form-2021", "form-2012", 6, "是否应为“form-2021”？"),
        ("id: demo/balance", "id: demo/other", 1, "id 应为“目录/文件名”：demo/balance"),
        ("dimension: accuracy", "dimension: acuracy", 3, "是否应为“accuracy”？"),
        ("severity: major", "severity: fatal", 4, "没有“fatal”；可用："),
        ("severity: major", "severity: major\nseverity: minor", 5, "键“severity”重复"),
        ("sum: balance", "sum: balance\n    round: up", 15, "不认识的键：没有“round”"),
        ("remedy: 逐件核对。\n", "", 1, "缺少 remedy"),
        ("failure_title: 收与办不平衡\n", "", 1, "缺少 failure_title"),
        ("failure_title: 收与办不平衡", "failure_title: 收与办平衡", 24, "与 title 相同"),
        ("title: 收与办不平衡", "title: 收与办不平衡。", 24, "的写法不对"),
        ("kind: table-sums", "kind: table-sum", 12, "是否应为“table-sums”？"),
        ("{from: 2021}", "{from: 二〇二一}", 9, "应为整数"),
        ("agencies: [department]", "agencies: [departments]", 10, "是否应为“department”？"),
        ("outcome: fail", "outcome: pass", 17, "缺少 outcome: fail 的示例"),
        ("remedy: 逐件", "never: [fail]\nremedy: 逐件", 23, "never 说不会有 fail"),
        ("{r1_new: {total", "{r1_new: {totals", 20, "没有“totals”；是否应为“total”？"),
        ("title: 收", "title: [收", 3, "YAML 语法错误"),
        ("title: 收与办平衡", "title: &x 收", 2, "太短，至少 2 字"),
        ("{from: 2021}", "{from: 2025, to: 2024}", 9, "to 早于 from"),
        ("severity: major", "severity: major\npoints: {each: 5, cap: 4}", 5, "cap 小于 each"),
        ("remedy: 逐件", "points: {each: -1, cap: 4}\nremedy: 逐件", 16, "应不小于 0"),
        ("remedy: 逐件核对", "remedy: 核对{line}", 16, "“核对{line}。”的写法不对"),
        ("name: 不等", "name: 相等", 21, "“相等”重复"),
        (
            "clause: 年度报告}",
            "form: in-force, clause: 年度报告}",
            7,
            "只能写其中一个：instrument、form",
        ),
        ("agencies: [department]", "agencies: []", 10, "太短，至少 1 项"),
    ],
)
def test_refused(root: Path, old: str, new: str, line: int, reason: str) -> None:
    assert old in SOUND
    (root / "demo" / "balance.yaml").write_text(SOUND.replace(old, new, 1), "utf-8")
    error = _refusals(root)[0]
    assert error.file == "rules/demo/balance.yaml"
    assert reason in error.reason
    assert error.line == line


def test_everything_wrong_is_said_at_once(root: Path) -> None:
    broken = SOUND.replace("sum: balance", "sum: balanse").replace("accuracy", "acuracy")
    (root / "demo" / "balance.yaml").write_text(broken, "utf-8")
    (root / "demo" / "empty.yaml").write_text("", "utf-8")
    (root / "instruments" / "practice.yaml").write_text("id: practice\n", "utf-8")
    files = [error.file for error in _refusals(root)]
    assert sorted(set(files)) == [
        "rules/demo/balance.yaml",
        "rules/demo/empty.yaml",
        "rules/instruments/practice.yaml",
    ]
    assert files.count("rules/demo/balance.yaml") == 2


# ---------------------------------------------------------------- sets from elsewhere


def _elsewhere(tmp_path: Path, content: str, name: str = "kunming/balance.yaml") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize("given", ["kunming/balance.yaml", "kunming", "."])
def test_override_replaces_the_keys_that_it_names(
    root: Path, tmp_path: Path, given: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    _elsewhere(
        elsewhere, "overrides: demo/balance\nseverity: minor\nremedy: 报市政府办公室。\n"
    )
    (rule,) = load_rulebook(root, [elsewhere / given]).rules
    assert (rule.id, rule.severity, rule.remedy) == (
        "demo/balance",
        "minor",
        "报市政府办公室。",
    )
    assert rule.points.each == 1
    assert (rule.title, rule.failure_title) == ("收与办平衡", "收与办不平衡")


def test_later_sets_lie_over_earlier_ones(root: Path, tmp_path: Path) -> None:
    first = _elsewhere(tmp_path / "a", "overrides: demo/balance\nremedy: 省里的办法。\n")
    second = _elsewhere(tmp_path / "b", "overrides: demo/balance\nremedy: 市里的办法。\n")
    assert load_rulebook(root, [first, second]).rules[0].remedy == "市里的办法。"
    assert load_rulebook(root, [second, first]).rules[0].remedy == "省里的办法。"


def test_prefecture_sets_an_earlier_deadline(tmp_path: Path) -> None:
    path = _elsewhere(
        tmp_path,
        "overrides: decree-711/deadline\n"
        "checks:\n"
        "  - kind: deadline\n"
        "    limits: [{agencies: [department], month: 1, day: 25}]\n"
        "    message: 晚于本市规定的{deadline}，逾期 {days_late} 天。\n",
        "city/deadline.yaml",
    )
    described = {"agency_kind": "department", "year": 2024, "published": "2025-01-28"}
    outcomes = []
    for book in (load_rulebook(), load_rulebook(extra=[path])):
        rule = book.rule("decree-711/deadline")
        assert rule is not None
        judgement, findings = judge(example_case(described, book.knowledge), rule)
        outcomes.append((judgement.outcome, [finding.message for finding in findings]))
    late = "晚于本市规定的2025年1月25日，逾期 3 天。"
    assert outcomes == [("pass", []), ("fail", [late])]


def test_new_rule_may_rest_on_an_instrument_of_its_own(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    _elsewhere(
        elsewhere,
        "id: notice\ntitle: 通知\ncitation: 《通知》{clause}\nsource: 原件\nstatus: verbatim\n"
        "clauses: {第一条: 每年1月25日前公布。}\n",
        "instruments/notice.yaml",
    )
    rule = SOUND.replace("demo/", "kunming/").replace(
        "{instrument: fee-measures, clause: 年度报告}",
        "{instrument: notice, clause: 第一条, quote: 每年1月25日前公布。, relied: 1月25日前}",
    )
    _elsewhere(elsewhere, rule)
    book = load_rulebook(root, [elsewhere])
    assert [rule.id for rule in book.rules] == ["demo/balance", "kunming/balance"]
    assert book.rules[1].basis[1].citation == "《通知》第一条"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("overrides: demo/balanse\nremedy: 改。\n", "是否应为“demo/balance”？"),
        ("overrides: demo/balance\nremedies: 改。\n", "是否应为“remedy”？"),
        ("overrides: demo/balance\nseverity: fatal\n", "没有“fatal”"),
        ("overrides: demo/balance\nbasis: [{instrument: x, clause: y}]\n", "没有“x”"),
    ],
)
def test_unsound_override_is_refused(
    root: Path, tmp_path: Path, content: str, reason: str
) -> None:
    path = _elsewhere(tmp_path, content)
    (error,) = _refusals(root, path)
    assert error.file == str(path)
    assert reason in error.reason


def test_rule_that_is_there_already_is_refused(root: Path, tmp_path: Path) -> None:
    (error,) = _refusals(root, _elsewhere(tmp_path, SOUND, "demo/balance.yaml"))
    assert "换成 overrides: demo/balance" in error.reason


@pytest.mark.parametrize("name", ["nothing", "nothing.yaml"])
def test_set_that_is_not_there_is_unusable(root: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Unusable, match="目录不存在"):
        load_rulebook(root, [tmp_path / name])


# ---------------------------------------------------------------- patterns


_STATEMENT = """\
overrides: demo/balance
checks:
  - kind: statement
    subject: {pattern}
    message: 没有写明。
"""


def test_patterns_from_elsewhere_cannot_hang(root: Path, tmp_path: Path) -> None:
    path = _elsewhere(tmp_path, _STATEMENT.format(pattern="(a+)+$"))
    (use,) = load_rulebook(root, [path]).rules[0].checks
    subject = use.check.subject  # type: ignore[attr-defined] # of the kind named above
    assert subject.search("a" * 100_000 + "b") is None
    assert type(subject) is SafePattern


@pytest.mark.parametrize("pattern", ["(?<=年)报", "(报", r"报\u3000", "报{2000}"])
def test_pattern_that_is_not_safe_is_refused(root: Path, tmp_path: Path, pattern: str) -> None:
    path = _elsewhere(tmp_path, _STATEMENT.format(pattern=pattern))
    (error,) = _refusals(root, path)
    assert (error.file, error.line) == (str(path), 4)
    assert "正则表达式不可用" in error.reason


# ---------------------------------------------------------------- digest, schema


def test_digest_is_of_contents_and_not_of_paths(root: Path, tmp_path: Path) -> None:
    def loaded(top: Path, *extra: Path) -> Rulebook:
        return load_rulebook(top, extra)

    moved = tmp_path / "elsewhere" / "rules"
    shutil.copytree(root, moved)
    assert loaded(root).digest == loaded(moved).digest
    change = _elsewhere(tmp_path, "overrides: demo/balance\nremedy: 改。\n")
    assert loaded(root).digest != loaded(root, change).digest
    scoring = moved / "scoring.yaml"
    scoring.write_text(scoring.read_text("utf-8").replace("59", "58"), "utf-8")
    assert loaded(root).digest != loaded(moved).digest


def test_schema_in_the_project_is_up_to_date() -> None:
    kept = (shipped_rules() / "rule.schema.json").read_text("utf-8")
    assert kept == as_json(rule_schema(shipped_rules())), (
        "run: python -m govcheck.rulebook.rule_schema > new && mv new rules/rule.schema.json"
    )


def test_what_was_accepted_is_accepted_only_as_it_was(root: Path) -> None:
    path, schema = root / "demo" / "balance.yaml", root / "rule.schema.json"
    assert load_rulebook(root) == load_rulebook(root)
    path.write_text(SOUND.replace("逐件核对", "逐列核对"), "utf-8")
    assert load_rulebook(root).rules[0].remedy == "逐列核对。"
    path.write_text(SOUND.replace("major", "grave"), "utf-8")
    assert _refusals(root)
    path.write_text(SOUND, "utf-8")
    asked = json.loads(schema.read_text("utf-8"))
    asked["required"] = ["agreed"]
    schema.write_text(json.dumps(asked), "utf-8")
    assert "agreed" in _refusals(root)[0].reason


def test_so_many_mistakes_are_counted(root: Path) -> None:
    path = root / "demo" / "balance.yaml"
    path.write_text(SOUND + "".join(f"key{i}: 1\n" for i in range(20_000)), "utf-8")
    refusals = _refusals(root)
    assert len(refusals) == 11
    assert refusals[-1].reason.startswith("另有 19990 处")
    assert all("不认识的键" in one.reason for one in refusals[:10])


def test_so_many_unknown_names_are_counted(root: Path) -> None:
    path = root / "demo" / "balance.yaml"
    names = ", ".join(f"x{i}: {{}}" for i in range(5000))
    path.write_text(SOUND.replace("r1_new: {total: 1}", names, 1), "utf-8")
    refusals = _refusals(root)
    assert len(refusals) == 11
    assert "另有" in refusals[-1].reason
