"""Why a pattern cannot be used, in Chinese, whichever engine says so."""

import re
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.unsound_file import shortened

_CHINESE: Final = late_pattern("[一-鿿]")
_MEANING: Final = (
    (("missing )", "missing -, :"), "括号不成对，缺 )"),
    (("unbalanced parenthesis", "unexpected )"), "括号不成对，多出 )"),
    (("unterminated character set", "missing ]"), "方括号不成对，缺 ]"),
    (("multiple repeat", "bad repetition operator"), "重复符号（* + ? {}）连用"),
    (("nothing to repeat", "no argument for repetition"), "重复符号（* + ? {}）前没有内容"),
    (("invalid repetition", "min repeat greater"), "重复的次数不可用"),
    (("bad character range", "invalid character class range"), "方括号里的范围不可用"),
    (("bad escape", "invalid escape", "trailing \\"), "反斜杠的用法不可用"),
    (("redefinition of group", "duplicate capture group"), "组名重复"),
    (("group name", "group reference", "invalid named capture"), "组名或组号不可用"),
    (("look-behind",), "断言 (?<=……) 里的长度须固定"),
    (("invalid perl operator", "unknown extension"), "不能使用这种 (?……) 写法"),
    (("pattern too large",), "过于复杂，请分成几条"),
)
"""What ``re`` and RE2 begin their own words with, and what it comes to."""


def pattern_error(error: Exception) -> str:
    """Say why a pattern was refused, and where as far as the engine tells.

    Words that are not known are told as they are: better than nothing.
    """
    words = error.args[0] if error.args else error
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    meant = next((it for starts, it in _MEANING if any(map(said.__contains__, starts))), None)
    if meant is None:
        return said if _CHINESE.search(said) else f"写法不可用（{said}）"
    if isinstance(error, re.error):
        return meant if error.pos is None else f"{meant}（第 {error.pos + 1} 个字符处）"
    _, colon, piece = said.partition(": ")
    return f"{meant}（“{shortened(piece)}”处）" if colon else meant
