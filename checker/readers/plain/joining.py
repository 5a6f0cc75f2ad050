"""Lines that are one text, broken only for want of width."""

from collections.abc import Sequence


def joined(lines: Sequence[str]) -> str:
    """Return lines, none of them empty, as one text.

    Nothing stands between two of them (本年新, 制作数量), but a space where letters or
    figures would run together; after a hyphen they shall (0871-, 65550123).
    """
    pieces: list[str] = []
    for line in lines:
        if pieces and pieces[-1][-1].isascii() and line[0].isascii() and pieces[-1][-1] != "-":
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)
