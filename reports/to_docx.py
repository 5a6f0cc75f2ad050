"""The rectification notice (整改意见书) as a Word file that a person completes and signs."""

from collections.abc import Iterable
from io import BytesIO
from itertools import count

from govcheck.document.evidence import Evidence
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.reports.clauses import clauses, relied_words
from govcheck.reports.last_year import last_year_words
from govcheck.reports.letter import Letter
from govcheck.reports.listing import unlisted_words
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.tally import tally
from govcheck.reports.visible import visible
from govcheck.reports.wording import ROLES, day_words, numeral, points_words
from govcheck.rulebook.rule import Basis, Role, Rulebook, ScoringPolicy, Status


def to_docx(assessment: Assessment, rulebook: Rulebook) -> bytes:
    """Render the notice: basis, findings with clause and correction, deadline, signature."""
    counts = tally(assessment)
    failed = [assessment.findings[index] for index in counts.of(Outcome.FAIL)]
    doubtful = [assessment.findings[index] for index in counts.of(Outcome.OPEN)]
    letter = Letter(_title(assessment))
    _opening(letter, assessment, rulebook.policy)
    numbers = map(numeral, count(1))
    letter.heading(f"{next(numbers)}、检查依据")
    _bases(letter, [*failed, *doubtful], assessment, rulebook)
    letter.heading(f"{next(numbers)}、存在问题和整改意见")
    _findings(letter, failed, assessment, rulebook)
    if doubtful or counts.silent:
        letter.heading(f"{next(numbers)}、需要核实的事项")
        _doubts(letter, doubtful, assessment)
        for one in counts.silent:
            rule = rulebook.rule(one.rule)
            letter.plain(visible(f"{rule.title if rule else one.rule}：{one.reason}"))
    for words in unlisted_words(assessment, rulebook):
        letter.plain(visible(words))
    letter.heading(f"{next(numbers)}、整改要求")
    _demand(letter)
    letter.signature(_signature(assessment))
    buffer = BytesIO()
    letter.save(buffer)
    return with_constant_times(buffer.getvalue())


def _signature(assessment: Assessment) -> tuple[str, ...]:
    """Return who signs and when, blank where that was not said."""
    said = assessment.inspection
    day = said.inspected_on if said else None
    inspector = visible(said.inspector) if said and said.inspector else ""
    return (
        *((f"检查人：{inspector}",) if inspector else ()),
        "检查单位（盖章）",
        day_words(day) if day else "　　年　　月　　日",
    )


def _agency(assessment: Assessment) -> str:
    agency = assessment.document.agency
    return visible(agency.value) if agency else "＿＿＿＿＿＿＿＿"


def _title(assessment: Assessment) -> str:
    year = assessment.document.year
    report = f"{year}年" if year else ""
    return f"关于{_agency(assessment)}{report}政府信息公开工作年度报告的整改意见书"


def _opening(letter: Letter, assessment: Assessment, policy: ScoringPolicy) -> None:
    score = assessment.score
    letter.plain(f"{_agency(assessment)}：", indent=False)
    told = (
        "部分内容有待核实，尚未作出结论"
        if score.verdict == policy.undecided
        else f"结论为{score.verdict}（{'，'.join(points_words(score))}）"
    )
    letter.plain(
        "根据《中华人民共和国政府信息公开条例》和政府信息公开工作年度报告格式等规定，"
        f"对你单位报送的政府信息公开工作年度报告进行了检查，{told}。现将有关问题和整改意见通知如下。"
    )
    if words := last_year_words(assessment):
        letter.plain(visible(words))


def _bases(
    letter: Letter, findings: Iterable[Finding], assessment: Assessment, rulebook: Rulebook
) -> None:
    """List each clause once, in the order in which the findings need it."""
    bases = {
        basis.citation: basis
        for finding in findings
        for basis in clauses(finding, assessment.document, rulebook)
    }
    for number, basis in enumerate(bases.values(), 1):
        letter.plain(f"{number}. {_clause(basis)}")
    if not bases:
        letter.plain("本次检查未发现需要引用条文的问题。")


def _clause(basis: Basis) -> str:
    words = relied_words(basis, "【", "】")
    quote = f"：“{words}”" if words else ""
    proof = "（引用前须核对原件）" if basis.status == Status.MEMORY else ""
    role = f"（{ROLES[basis.role]}）" if basis.role is Role.CONSEQUENCE else ""
    return visible(f"{basis.citation}{role}{quote}{proof}")


def _findings(
    letter: Letter, findings: list[Finding], assessment: Assessment, rulebook: Rulebook
) -> None:
    for number, finding in enumerate(findings, 1):
        bases = clauses(finding, assessment.document, rulebook)
        letter.subheading(f"（{numeral(number)}）{visible(finding.message)}")
        for evidence in finding.evidence:
            letter.labelled("位置", visible(_evidence(evidence, assessment)))
        letter.labelled("位置", f"另有 {finding.more} 处" if finding.more else "")
        for role, name in ROLES.items():
            cited = "；".join(one.citation for one in bases if one.role is role)
            letter.labelled(name, visible(cited))
        letter.labelled("整改意见", visible(finding.remedy))
        letter.labelled("整改期限", "　　　　年　　月　　日前")
    if not findings:
        letter.plain("检查未发现不符合规定的问题。")


def _evidence(evidence: Evidence, assessment: Assessment) -> str:
    words = [place_words(evidence.place, assessment.document)]
    found = evidence.actual if evidence.actual is not None else evidence.quote
    words += [f"现为“{found}”"] if found else []
    words += [f"应为“{evidence.expected}”"] if evidence.expected is not None else []
    return "，".join(words)


def _doubts(letter: Letter, findings: list[Finding], assessment: Assessment) -> None:
    letter.plain("下列事项从报告本身无法判断，请核实后一并书面说明：")
    for number, finding in enumerate(findings, 1):
        places = "；".join(
            place_words(one.place, assessment.document) for one in finding.evidence[:1]
        )
        where = f"（{places}）" if places else ""
        letter.plain(f"{number}. {visible(finding.message)}{visible(where)}")


def _demand(letter: Letter) -> None:
    letter.plain(
        "请你单位于　　　　年　　月　　日前完成整改，更正后的年度报告按原渠道重新公布，"
        "并将整改情况书面反馈我单位。"
    )
    letter.plain("联系人：　　　　　　　　联系电话：")
