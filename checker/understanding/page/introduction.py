"""What introductions state: the period counted over, the legal basis, how to reach the body."""

import re
from collections.abc import Iterable
from datetime import date

from govcheck.document.report import Found, Origin
from govcheck.document.text import Passage
from govcheck.understanding.page.dates import Span, find_spans
from govcheck.understanding.page.publication import Locate

_COUNTED = re.compile("统计|数据|期限|时限|报告期")
_COUNTED_BEFORE = 40
_BASED = re.compile("根据|依据|按照|遵照|依照|[按以](?=《)")
_INTRODUCED = re.compile(f"{_BASED.pattern}|贯彻|落实|执行")
"""What an introduction says of its basis, and a part of many things."""
_SENTENCE = re.compile(r"[^。\n]+。?")
_NUMBER = "[（(][^（）()]{0,40}?号[^（）()]{0,20}[）)]"
_INSTRUMENT = re.compile(
    rf"《(?:[^《》]|《[^《》]{{1,60}}》){{2,90}}》\s?(?:{_NUMBER})?"
    "|(?:国|[一-鿿]{1,4})[一-鿿]{1,8}[〔\\[［(（](?:19|20)[0-9]{2}[〕\\]］)）][0-9]{1,4}号"
)
_ALIAS = re.compile('(?:简称|下称|以下称)[“"]?\\Z')
_NEAR = 8
_SHORTEST_NAME = 6
"""《条例》 and 《规定》 stand for names given elsewhere."""

_REACHED = re.compile("联系|咨询|地址|电话|邮编|邮箱|传真|邮政编码")
_REACHABLE = re.compile(
    r"(?:地址|电话|邮编|邮箱|传真|邮政编码|联系人|联系方式)[）)]?\s?[：:为是]|[0-9]{3,4}[-—－–]{1,2}[0-9]{6,8}|@"
    "|(?:与|向)[^。，]{2,60}(?:联系|反映|咨询)"
)
_MORE = re.compile(
    r"\n[（(]?(?:(?:联系|通[信讯]|办公|单位)?地址|(?:联系|咨询|办公|监督)?电话|联系人|联系方式|邮编|邮政编码|(?:电子)?邮箱|传真|网址"
    r"|电子邮件)\s?[：:][^\n]*"
)


def find_period(body: Passage, locate: Locate) -> Found[tuple[date, date]] | None:
    """Return the period counted over: the first that is said to be."""
    spans = list(find_spans(body.text))
    counted = next((span for span in spans if _is_counted(body.text, span)), None)
    if counted is None:
        return None
    return Found(
        value=(counted.first, counted.last),
        origin=Origin.BODY,
        quote=body.text[counted.start : counted.end],
        place=locate(body, counted.start, counted.end),
    )


def _is_counted(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _COUNTED_BEFORE) : span.start].rpartition("。")[2]
    return _COUNTED.search(before) is not None


def find_contact(passages: Iterable[Passage], locate: Locate) -> Found[str] | None:
    """Return the sentence that says how to reach the body, and the lines that go on with it."""
    for passage in passages:
        span = _reachable(passage.text)
        if span is None:
            continue
        start, end = span
        while more := _MORE.match(passage.text, end):
            end = more.end()
        words = passage.text[start:end].strip()
        return Found(
            value=words,
            origin=Origin.BODY,
            quote=words,
            place=locate(passage, *span),
        )
    return None


def _reachable(text: str) -> tuple[int, int] | None:
    """Return the first sentence that says how to reach someone."""
    end = 0
    while key := _REACHED.search(text, end):
        start = max(text.rfind(sign, end, key.start()) for sign in "。\n") + 1 or end
        end = min(
            i + 1 if i >= 0 else len(text) for i in (text.find(s, key.end()) for s in "。\n")
        )
        if _REACHABLE.search(text, start, end):
            return start, end
    return None


def find_legal_basis(opening: Passage, locate: Locate) -> tuple[Found[str], ...]:
    """Return the instruments that the opening names as the document's basis, each once."""
    based_on = _INTRODUCED if opening.part == "introduction" else _BASED
    found: dict[str, Found[str]] = {}
    for sentence in _SENTENCE.finditer(opening.text):
        based = based_on.search(sentence[0])
        if based is None:
            continue
        start = sentence.start() + based.start()
        for match in _INSTRUMENT.finditer(opening.text, start, sentence.end()):
            name = match[0].strip()
            alias = _ALIAS.search(
                opening.text, max(start, match.start() - _NEAR), match.start()
            )
            if alias or len(name) < _SHORTEST_NAME or name in found:
                continue
            place = locate(opening, match.start(), match.end())
            found[name] = Found(value=name, origin=Origin.BODY, quote=name, place=place)
    return tuple(found.values())
