"""Texts of varied wording: no two bodies say the same unless one is made to."""

from pathlib import Path
from random import Random
from typing import Final

import yaml

_WORDS: Final[dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "words.yaml").read_text("utf-8")
)
_MOST: Final = 900
_PLACED: Final = 0.5


class Wording:
    """Sentences drawn by one body's own dice."""

    def __init__(self, seed: str) -> None:
        """Draw the same for the same seed."""
        self._dice = Random(seed)
        names = (f"{self._syllables()}{unit}" for unit in _WORDS["units"])
        self.local = tuple(names)
        """Names that stand in this body's text alone, in the order of their kinds."""

    def sizes(self) -> tuple[int, ...]:
        """Return how many sentences stand under each of the five heads."""
        return tuple(self._dice.randint(low, 2 * low) for low in (16, 6, 10, 10, 8))

    def matter(self) -> str:
        """Return what a sentence is about, of some place as often as not."""
        where = self._dice.choice(self.local) if self._dice.random() < _PLACED else ""
        return (
            where + self._dice.choice(_WORDS["fields"]) + self._dice.choice(_WORDS["matters"])
        )

    def sentence(self) -> str:
        """Return one sentence that nothing in the tables can contradict."""
        pieces = [self._dice.choice(_WORDS[one]) for one in ("leads", "acts", "ends")]
        return self._filled("，".join(pieces)) + "。"

    def paragraph(self, sentences: int) -> str:
        """Return several."""
        return "".join(self.sentence() for _ in range(sentences))

    def lacks(self, number: int) -> list[str]:
        """Return so many problems, each with its measure."""
        chosen = self._dice.sample(range(len(_WORDS["lacks"])), number)
        return [self._lack(at, self.matter()) for at in chosen]

    def _lack(self, at: int, matter: str) -> str:
        lack, cure = (_WORDS[one][at] for one in ("lacks", "cures"))
        return f"{lack}|{cure}".format(m=matter, n=self._dice.randint(2, 6))

    def _syllables(self) -> str:
        return "".join(self._dice.choice(_WORDS[one]) for one in ("first", "second"))

    def _filled(self, words: str) -> str:
        return words.format(m=self.matter(), n=self._dice.randint(2, _MOST))


def with_words_changed(text: str, share: float, dice: Random) -> str:
    """Return a text in which such a share of its pairs of characters are other words."""
    pieces = [text[at : at + 2] for at in range(0, len(text), 2)]
    return "".join(
        dice.choice(dice.choice((_WORDS["fields"], _WORDS["matters"])))[:2]
        if len(piece) == 2 and _is_words(piece) and dice.random() < share
        else piece
        for piece in pieces
    )


def _is_words(piece: str) -> bool:
    return all("一" <= one <= "龥" and one not in "一二三四五六七八九十" for one in piece)
