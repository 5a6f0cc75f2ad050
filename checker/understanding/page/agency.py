"""The body that publishes: its name and its kind."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from govcheck.document.report import AgencyKind, Found, Origin
from govcheck.document.text import Passage
from govcheck.understanding.page.publication import Locate

_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (AgencyKind.OTHER, r"驻.{1,8}办事处\Z|(?:管理委员会|管委会)\Z"),
        (
            AgencyKind.TOWNSHIP,
            r"(?:乡|镇|街道|苏木)(?:党政办|人民政府|政府|办事处|办)?(?:[（(].{0,60})?\Z|办事处\Z|街道办\Z",
        ),
        (AgencyKind.GOVERNMENT, r"(?:人民政府|[省市州盟县区旗]政府)\Z"),
        (
            AgencyKind.OTHER,
            r"(?:[新园景社]区|开发区|示范区|度假区|实验区|保税区|高新区|农高区)\Z",
        ),
        (AgencyKind.GOVERNMENT, r"[省市州盟县区旗]\Z"),
        (
            AgencyKind.DEPARTMENT,
            r"(?:局|厅|委员会|委|部|署|办公室|政府办|办|队|科学院|法院|检察院)(?:[（(][^（）()]{1,30}[）)])?\Z",
        ),
        (AgencyKind.OTHER, r"(?:中心|院|校|学校|会|公司|集团|站|所|馆|园|社|处)\Z"),
    )
)

_HAN = "[一-鿿·（）()]"
_BODY_END = (
    "(?:政府(?:办公厅|办公室)|政府(?!办公|各)|办事处|街道办|委员会|管委会|局|厅|署|部|中心|办公室|委"
    "|镇|乡|街道|处)"
)
_PRESENTED = (
    re.compile(rf"由({_HAN}{{4,40}}?)(?:根据|依据|按照|编制|负责|组织)"),
    re.compile(
        rf"(?:现将|现公布|现发布|现就|公布|发布|编制)({_HAN}{{2,40}}?)(?:关于)?(?:20[0-9]{{2}}年?(?:度|本级)?)?"
        "(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)"
    ),
    re.compile(
        rf"20[0-9]{{2}}年(?:度|以来)?[，,]?({_HAN}{{2,30}}?{_BODY_END})"
        "(?=[，,在坚认严以按持深贯全切紧高主积根依围共对])"
    ),
)
"""Sentences in which a body presents itself, the surest first."""
_ASKED = re.compile(
    rf"(?:与|和|向|至|联系[：:])({_HAN}{{4,40}}?{_BODY_END})"
    "(?:综合|信息|政务|党政)?[^，。；]{0,10}?(?:联系|反映|咨询|，|,)"
)
"""A sentence that names whom to ask: of a government it is the office, not the government."""
_NOT_A_NAME = re.compile(
    "^(?:我|本|全|各|该|市委|县委|区委|省委|国务院|根据|依据|按照|《)|的|及|、|以|年"
)
_OWN_WORDS = re.compile("我(局|厅|镇|乡|街道)")
_OFFICE = re.compile("(?:人民政府|政府)(?:办公厅|办公室)\\Z")
_OPENING = 1500
_MOST_MORE = 24
"""By so many characters at most is a full name longer than a short one."""


def kind_of(name: str) -> AgencyKind | None:
    """Return the kind of body that a name tells of, or None."""
    return next((kind for kind, words in _KINDS if words.search(name)), None)


def kind_by_own_words(text: str) -> AgencyKind | None:
    """Return the kind that a body without a name lets on: 我局, 我镇; in a zone, none."""
    words = _OWN_WORDS.search(text)
    if words is None or "管委会" in text:
        return None
    return AgencyKind.DEPARTMENT if words[1] in "局厅" else AgencyKind.TOWNSHIP


def find_agency(
    *,
    titled: Found[str] | None,
    issuer: Found[str] | None,
    signed: Found[str] | None,
    sites: Iterable[Found[str]],
    openings: Sequence[Passage],
    locate: Locate,
) -> tuple[Found[str] | None, AgencyKind | None]:
    """Return the body's name and kind: the title's, in full where the page spells it out.

    ``titled`` is the title without its year and its own name; ``openings`` the texts in
    which a body presents itself.  Where only a government's office is named, as the one to ask,
    the report may be either's and the kind stays unknown.
    """
    presented = list(_named(_PRESENTED, openings, locate))
    asked = list(_named((_ASKED,), openings, locate))
    others = [found for found in (signed, issuer, *presented, *asked, *sites) if found]
    known = [found for found in (signed, *presented, issuer) if found and kind_of(found.value)]
    if titled and len(titled.value) > 1:
        known = [titled]
    if known:
        name = _in_full(known[0], others)
        return name, kind_of(name.value)
    if asked:
        office = _OFFICE.search(asked[0].value)
        return asked[0], None if office else kind_of(asked[0].value)
    return None, None


def _named(
    patterns: Sequence[re.Pattern[str]], openings: Sequence[Passage], locate: Locate
) -> Iterator[Found[str]]:
    for opening in openings:
        for words in patterns:
            for match in words.finditer(opening.text, 0, _OPENING):
                name = match[1]
                if not _NOT_A_NAME.search(name) and kind_of(name):
                    place = locate(opening, *match.span(1))
                    yield Found(value=name, origin=Origin.BODY, quote=name, place=place)


def _in_full(name: Found[str], others: Sequence[Found[str]]) -> Found[str]:
    """Return the longest of the other names that says the same with more words."""
    kind = kind_of(name.value)
    best = name
    for other in others:
        full = _without_office(other.value) if kind is AgencyKind.GOVERNMENT else other.value
        longer = len(best.value) < len(full) <= len(name.value) + _MOST_MORE
        if longer and _spells_out(name.value, full) and kind in {None, kind_of(full)}:
            best = replace(other, value=full)
    return best


def _without_office(name: str) -> str:
    """Return the government whose office this is."""
    return _OFFICE.sub("人民政府", name)


def _spells_out(short: str, full: str) -> bool:
    """Whether a fuller name ends with a short one, or holds its characters in that order."""
    if full.endswith(short):
        return True
    rest = iter(full)
    return all(character in rest for character in short)
