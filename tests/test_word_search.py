"""Words without regular expressions: one meaning, on both engines, that a clerk can follow."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.json import decode, encode
from own_rules import own_rule, refusals

from govcheck.document.case import Case
from govcheck.judging.engine import judge
from govcheck.rulebook import cache as rule_cache
from govcheck.rulebook.cache import restored
from govcheck.rulebook.conversion import Conversion
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.pattern_names import HAN, expanded, known_as
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.references import References
from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.rulebook.word_search import WordSearch
from govcheck.trials.documents import example_document

NAMED = {"bodies.offices": "厅|局|办公室", "bodies.any": f"[省市][{HAN}]{{1,2}}局"}
ENGINES: list[Callable[[str], re.Pattern[str]]] = [re.compile, safe_pattern]


def _search(engine: Callable[[str], re.Pattern[str]], **form: object) -> WordSearch:
    def compiled(pattern: str) -> re.Pattern[str]:
        return engine(expanded(pattern, known_as(NAMED)))

    conversion = Conversion(References(pattern=compiled))
    search: WordSearch = conversion.build(re.Pattern[str], form)
    assert conversion.misfits == []
    return search


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ({"any_of": ["彩票", "博彩"]}, "打击博彩，管理彩票", ["博彩", "彩票"]),
        ({"any_of": ["公开", "公开指南"]}, "公开指南公开", ["公开指南", "公开"]),
        ({"any_of": ["{bodies.offices}"]}, "财政厅和办公室", ["厅", "办公室"]),
        ({"any_of": [{"bodies.offices": None}]}, "财政厅", ["厅"]),
        ({"any_of": ["省{bodies.offices}"]}, "省局、市局、省厅", ["省局", "省厅"]),
        ({"any_of": ["a.b", "3%"]}, "acb 3% a.b", ["3%", "a.b"]),
        ({"any_of": ["彩票"], "unless_near": ["管理"]}, "彩票管理。彩票开奖", ["彩票"]),
        ({"any_of": ["彩票"], "unless_near": ["彩票公益金"]}, "彩票公益金", []),
        ({"any_of": ["彩票"], "unless_near": ["管理"]}, "管理。彩票；管理", ["彩票"]),
        ({"any_of": ["彩票"], "unless_near": ["管理"]}, "管理，彩票", []),
        (
            {"any_of": ["彩票"], "unless_near": ["管理"], "within": "clause"},
            "管理，彩票：管理",
            ["彩票"],
        ),
        ({"any_of": ["彩票"], "unless_near": ["管理"], "within": 3}, "管理好彩票", []),
        ({"any_of": ["彩票"], "unless_near": ["管理"], "within": 2}, "管理好彩票", ["彩票"]),
        ({"any_of": ["彩票"], "unless_near": ["管理"], "within": 9}, "管理。彩票", ["彩票"]),
        ({"any_of": ["未"], "followed_by": ["公开"]}, "公开未报；未能公开", ["未"]),
        ({"any_of": ["未"], "not_followed_by": ["公开"]}, "公开未报；未能公开", ["未"]),
        ({"all_of": ["考核", "得分"]}, "考核办法。考核得分，考核", ["考核", "考核"]),
        ({"any_of": ["考"], "all_of": ["考核", "得分"]}, "得分；考核。得分考核", ["考"]),
        ({"any_of": ["{bodies.any}"]}, "省财政局、市工信局", ["省财政局", "市工信局"]),
    ],
)
def test_what_is_found(
    engine: Callable[[str], re.Pattern[str]],
    form: dict[str, Any],
    text: str,
    found: Sequence[str],
) -> None:
    assert [match[0] for match in _search(engine, **form).finditer(text)] == found


def test_it_is_asked_like_a_pattern() -> None:
    words = _search(re.compile, any_of=["公开", "公开指南"], unless_near=["未"], within=1)
    text = "公开，未公开，公开指南"
    assert words.findall(text) == ["公开", "公开指南"]
    assert words.sub("A", text) == "A，未公开，A"
    assert words.sub(lambda match: "x" * len(match[0]), text) == "xx，未公开，xxxx"
    assert words.split(text) == ["", "，未公开，", ""]
    assert words.match("公开指南等") is not None
    assert words.match("等公开") is None
    assert words.fullmatch("公开指南") is not None
    assert words.fullmatch("公开指") is None
    assert words.search(text, 2, 6) is None
    assert words.search(text, 4, 6) is not None
    assert words.groups == 0


# ---------------------------------------------------------------- against a plain reading

LETTERS = "甲乙丙。，"
WORDS = st.lists(st.text("甲乙丙", min_size=1, max_size=3), min_size=1, max_size=3)
FORMS = st.fixed_dictionaries(
    {"any_of": WORDS},
    optional={
        "unless_near": WORDS,
        "all_of": WORDS,
        "followed_by": WORDS,
        "not_followed_by": WORDS,
        "within": st.one_of(st.sampled_from(["clause", "sentence"]), st.integers(1, 5)),
    },
)


def _found(words: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        here = [word for word in words if text.startswith(word, at)]
        if not here:
            at += 1
            continue
        yield at, at + len(max(here, key=len))
        at += len(max(here, key=len))


def _expected(form: dict[str, Any], text: str) -> Iterator[tuple[int, int]]:
    within = form.get("within", "sentence")
    marks = "。；！？\n，：" if within == "clause" else "。；！？\n"
    for start, end in _found(form["any_of"], text):
        low, high = start, end
        reach = within if isinstance(within, int) else len(text)
        while low > max(0, start - reach) and text[low - 1] not in marks:
            low -= 1
        while high < min(len(text), end + reach) and text[high] not in marks:
            high += 1
        near, behind = text[low:high], text[end:high]
        wanted = (
            all(word in near for word in form.get("all_of", ())),
            not any(word in near for word in form.get("unless_near", ())),
            "followed_by" not in form or any(word in behind for word in form["followed_by"]),
            not any(word in behind for word in form.get("not_followed_by", ())),
        )
        if all(wanted):
            yield start, end


@pytest.mark.parametrize("engine", ENGINES)
@given(form=FORMS, text=st.text(LETTERS, max_size=40))
def test_both_engines_find_what_a_plain_reading_finds(
    engine: Callable[[str], re.Pattern[str]], form: dict[str, Any], text: str
) -> None:
    against = form.get("unless_near", ())
    for key in {"any_of", "all_of"} & set(form):
        form[key] = [word for word in form[key] if not any(bad in word for bad in against)] or [
            "丁"
        ]
    found = [match.span() for match in _search(engine, **form).finditer(text)]
    assert found == list(_expected(form, text))


def test_long_text_without_an_end_is_searched_near_by_only() -> None:
    words = _search(re.compile, any_of=["彩票"], unless_near=["管理"])
    assert words.search("管理" + "，" * 998 + "彩票") is None
    assert words.search("管理" + "，" * 999 + "彩票") is not None


# ---------------------------------------------------------------- as rules have it


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("{any: [彩票]}", "没有“any”；是否应为“any_of”？"),
        ("{any_of: 彩票}", "应为列表"),
        ("{any_of: []}", "太短"),
        ("{any_of: [彩票], within: sentense}", "是否应为“sentence”？"),
        ("{any_of: [彩票], within: 0}", "超出范围"),
        ("{unless_near: [彩票]}", "缺少 any_of 或 all_of"),
        ("{any_of: [彩票管理], unless_near: [管理]}", "“彩票管理”永远不算"),
        ("{all_of: [彩票管理], unless_near: [管理]}", "“彩票管理”永远不算"),
        ("{any_of: ['{hna}']}", "没有“hna”；是否应为“han”？"),
        ("{any_of: [{hna}]}", "没有“hna”；是否应为“han”？"),
        ("{any_of: [彩票], unless_near: ['{nothing.such}']}", "没有“nothing.such”"),
        ("{}", "太短"),
        ("报{hna}", "没有“hna”；是否应为“han”？"),
        ("报[a{nothing.such}]", "方括号里"),
        ("报{文件", "不成对"),
        ("报(?!告)", "not_followed_by"),
        ("'{bodies.office}{date}'", "自带的规则不能使用 {bodies.office}；请另写"),
        ("{any_of: ['{date}']}", "自带的规则不能使用 {date}；请另写"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, form: str, reason: str
) -> None:
    ((line, said),) = refusals(own_rule(tmp_path, "statement", f"subject: {form}"))
    assert reason in said
    assert line == 9


def test_words_are_no_pattern_with_groups(tmp_path: Path) -> None:
    path = own_rule(tmp_path, "statement", "subject: x")
    other = "kind: stated-minimum\n    minimum: 1\n    find: {any_of: [占比]}"
    text = path.read_text("utf-8")
    path.write_text(text.replace("kind: statement\n    subject: x", other), "utf-8")
    assert "应为文字" in refusals(path)[0][1]


@pytest.mark.parametrize("kept", [False, True])
def test_a_rule_with_words_judges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    monkeypatch.delenv("GOVCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = "{any_of: ['省{han}厅'], unless_near: [转发], within: clause}"
    path = own_rule(tmp_path, "statement", f"subject: {words}")
    book = load_rulebook(extra=[path])
    if kept:
        monkeypatch.setattr(rule_cache, "store", None)
        book = load_rulebook(extra=[path])
    rule = book.rule("mine/rule")
    assert rule
    for text, outcome in (
        ("由省水厅发布，转发市局", "pass"),
        ("转发省水厅，发布市局", "fail"),
    ):
        document = example_document({"parts": {"overview": text}}, book.knowledge)
        judged, _ = judge(Case(document=document), rule)
        assert judged.outcome == outcome, text


@given(form=FORMS)
def test_what_is_kept_is_what_was_read(form: dict[str, Any]) -> None:
    form.pop("unless_near", None)
    for engine in ENGINES:
        search = _search(engine, **form)
        kept: Any = decode(encode(plain(search)), type=re.Pattern[str], dec_hook=restored)
        assert plain(kept) == plain(search)
        assert type(kept.found.search("甲")) is type(search.found.search("甲"))
