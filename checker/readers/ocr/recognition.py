"""Lines of text in pictures to words, by the models that come with rapidocr."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import rapidocr

from govcheck.readers.ocr.picture import Pixels

_NARROWEST: Final = 96
"""Pixels to which a line is filled up, at the models' height of 48: most are one digit."""
_LONGEST: Final = 80
"""Times its height that a line of text may be long."""


class RecognisedLine(NamedTuple):
    """What a line of text says, and how sure that is, from 0 to 1."""

    text: str
    sure: float


_UNREAD: Final = RecognisedLine("", 0.0)


def recognise(lines: Sequence[Pixels]) -> list[RecognisedLine]:
    """Read lines of text; one that is too long to be one is not read.

    Most cells of a table hold the same 0, pixel by pixel: each picture is read once.
    """
    keys = [(line.shape, line.tobytes()) for line in lines]
    sound = {
        key: line
        for key, line in zip(keys, lines, strict=True)
        if line.shape[1] <= _LONGEST * line.shape[0]
    }
    if not sound:
        return [_UNREAD] * len(lines)
    found = _engine().recognize_txt(list(sound.values()))
    read = dict(zip(sound, map(RecognisedLine, found.txts, found.scores), strict=True))
    return [read.get(key, _UNREAD) for key in keys]


@cache
def _engine() -> Any:  # noqa: ANN401 - the library gives no types
    """Load the model from its package; given by its path, it is never looked for elsewhere."""
    folder = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Rec.model_path": str(next(folder.glob("*_rec_*.onnx"))),
            "Rec.rec_img_shape": [3, 48, _NARROWEST],
        }
    )
