"""Ways to write a page otherwise that change nothing of the report in it."""

import re
from collections.abc import Callable, Sequence
from typing import Final

Page = str
Change = Callable[[Page], Page]

_TAG: Final = re.compile(r"<(\w+)((?:\s+[\w-]+=\"[^\"]*\")+)>")
_ATTRIBUTE: Final = re.compile(r"([\w-]+)=\"([^\"]*)\"")
_BETWEEN: Final = re.compile(
    r"(</(?:p|h1|h2|tr|td|table|div|strong)>)\n?(?=<(?:p|h2|tr|td|div))"
)
_HAN: Final = re.compile(r"[一-鿿]")


def _attributes_reversed(page: Page) -> Page:
    return _TAG.sub(lambda tag: f"<{tag[1]} {_reversed(tag[2])}>", page)


def _reversed(attributes: str) -> str:
    return " ".join(f'{name}="{value}"' for name, value in _ATTRIBUTE.findall(attributes)[::-1])


def _single_quotes(page: Page) -> Page:
    def quoted(tag: re.Match[str]) -> str:
        attributes = _ATTRIBUTE.sub(r"\1='\2'", tag[2])
        return f"<{tag[1]} {attributes.strip()}>"

    return _TAG.sub(quoted, page)


def _spread(page: Page) -> Page:
    return _BETWEEN.sub("\\1\n      ", page)


def _squeezed(page: Page) -> Page:
    return _BETWEEN.sub("\\1", page)


def _windows_lines(page: Page) -> Page:
    return page.replace("\n", "\r\n")


def _upper_tags(page: Page) -> Page:
    return re.sub(r"</?(?:p|tr|td|h2|div)\b", lambda tag: tag[0].upper(), page)


def _numbered(page: Page) -> Page:
    """Write every third Chinese character of the text by its number."""
    head, body, rest = page.partition("<body>")
    count = iter(range(len(rest)))
    text = _HAN.sub(lambda one: one[0] if next(count) % 3 else f"&#{ord(one[0])};", rest)
    return head + body + text


def _comments(page: Page) -> Page:
    return page.replace("</tr>", "</tr><!-- 行末 -->").replace("<h1>", "<!-- 标题 --><h1>")


def _scripts(page: Page) -> Page:
    own = "<style>td{border:1px solid}</style><script>var a='公开信息99条';</script>"
    return page.replace("</head>", f"{own}</head>")


def _classes(page: Page) -> Page:
    return page.replace("<td", '<td style="width:60px" align="center"')


def _menu(page: Page) -> Page:
    links = '<a href="/gk/">政府信息公开</a> <a href="/zc/">政策文件</a>'
    return page.replace("<body>", f'<body><div class="topbar">{links}</div>')


def _foot(page: Page) -> Page:
    return page.replace(
        "</body>", '<div class="footer">版权所有　网站标识码：0000000000</div></body>'
    )


HARMLESS: Final[Sequence[Change]] = (
    _attributes_reversed,
    _single_quotes,
    _spread,
    _squeezed,
    _windows_lines,
    _upper_tags,
    _numbered,
    _comments,
    _scripts,
    _classes,
    _menu,
    _foot,
)
