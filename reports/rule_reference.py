"""The reference of all rules as Markdown: ``docs/rules.md``, which CI holds up to date."""

from collections.abc import Iterator

from govcheck.kinds.remark import SEVERITIES
from govcheck.reports.clauses import relied_words
from govcheck.reports.scope_words import force_words, scope_words
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES, number
from govcheck.rulebook.rule import Basis, Rule, Rulebook

_HEAD = """\
# 规则手册

本页由 `govcheck rules reference` 依规则文件生成，不要手改。{note}

每条规则的结果只有四种：符合、不符合、需人工核验、不适用。依据之后的方括号说明该条款如何得知：
{statuses}。
"""


def rule_reference(rulebook: Rulebook) -> str:
    """Return the reference; the rule book must be loaded with its examples."""
    statuses = "；".join(f"〔{word}〕{meaning}" for word, meaning in STATUSES.values())
    lines = [_HEAD.format(note=rulebook.policy.note, statuses=statuses)]
    for dimension in rulebook.policy.dimensions:
        rules = [rule for rule in rulebook.every_rule if rule.dimension == dimension.id]
        lines.append(f"## {dimension.title}（{number(dimension.points)} 分）\n")
        for rule in rules:
            lines.extend(_rule(rule))
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"{rule.title}；不符合时称“{rule.failure_title}”。\n"
    yield f"* 等级：{SEVERITIES[rule.severity]}；{_points(rule)}"
    if applies := scope_words(rule.scope):
        yield f"* 适用：{applies}"
    for basis in rule.basis:
        yield f"* {ROLES[basis.role]}：{_basis(basis)}"
    yield f"* 改正：{rule.remedy}"
    yield f"* 检查：{'、'.join(dict.fromkeys(f'`{use.check.KIND}`' for use in rule.checks))}"
    if own := "、".join(
        dict.fromkeys(filter(None, (one.failure_title for one in rule.checks)))
    ):
        yield f"* 有的问题另称：{own}"
    for outcome, word in OUTCOMES.items():
        alike = (e.name.partition("：")[0] for e in rule.examples if e.outcome == outcome)
        if names := "；".join(dict.fromkeys(alike)):
            yield f"* {word}的示例：{names}"
    yield ""


def _points(rule: Rule) -> str:
    if not rule.points.cap:
        return "不扣分"
    return f"每处扣 {number(rule.points.each)} 分，至多 {number(rule.points.cap)} 分"


def _basis(basis: Basis) -> str:
    words = relied_words(basis, "【", "】")
    quote = f"：“{words}”" if words else ""
    applies = force_words(basis.force)
    limits = f"（{applies}）" if applies else ""
    return f"{basis.citation}{quote}〔{STATUSES[basis.status][0]}〕{limits}"
