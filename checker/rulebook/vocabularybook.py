"""Load word lists, named patterns and places from ``vocabulary/*.yaml``.

A set from elsewhere may bring files of its own, and may add to a shipped one by a file of the
same name: words to a list, names that are not taken, another province's places.  It cannot
change a shipped pattern, for those run on an engine that a pattern can hang.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from json import loads
from pathlib import Path
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.placebook import Tree, laid_over, places_of
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors
from govcheck.rulebook.valid_yaml import read_valid
from govcheck.rulebook.vocabulary_patterns import PatternSource, VocabularyPatterns

_PROVINCES: Final = "places.provinces"


def load_vocabulary(
    root: Path, files: Iterable[RuleFile]
) -> tuple[Vocabulary, list[UnsoundFile]]:
    """Return what the files say together, and what is wrong with them."""
    listed = list(files)
    if not listed:
        return Vocabulary(), []
    schema = loads((root / "vocabulary.schema.json").read_text("utf-8"))
    valid, unsound = read_valid(listed, schema)
    gathered = _Gathered()
    for file, source in valid:
        found = gathered.add(file, source)
        unsound += first_errors(partial(source.unsound, *one) for one in found)
    named = VocabularyPatterns(gathered.patterns, gathered.words)
    unsound += named.errors
    vocabulary = Vocabulary(
        named=named.written_out,
        words=gathered.words,
        labels=gathered.labels,
        places=places_of(gathered.places),
    )
    return vocabulary, unsound


class _Gathered:
    """What the files say, laid over each other."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self.patterns: dict[str, PatternSource] = {}
        self.labels: dict[str, str] = {}
        self.places: Tree = {}

    def add(self, file: RuleFile, source: LocatedYaml) -> Iterator[tuple[Keys, str]]:
        """Take in a file; yield what it cannot say, and where."""
        data, own = source.data, file.name
        if data["id"] != own:
            yield ("id",), f"id 应与文件名相同：{own}"
            return
        yield from self._add_words(own, data.get("words", {}))
        yield from self._add_patterns(file, source)
        self.labels |= {f"{own}.{key}": label for key, label in data.get("labels", {}).items()}
        provinces = self.words.get(_PROVINCES, ())
        for name in data.get("places", {}):
            if name not in provinces:
                yield ("places", name), f"请把“{name}”也写入 words 的 provinces"
        self.places = laid_over(self.places, data.get("places", {}))

    def _add_words(
        self, own: str, said: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[Keys, str]]:
        for name, words in said.items():
            full = f"{own}.{name}"
            if full in self.patterns:
                yield ("words", name), f"{full} 是正则表达式的名称；请另起名称"
            else:
                known = self.words.get(full, ())
                self.words[full] = tuple(dict.fromkeys((*known, *words)))

    def _add_patterns(self, file: RuleFile, source: LocatedYaml) -> Iterator[tuple[Keys, str]]:
        for name, pattern in source.data.get("patterns", {}).items():
            full, at = f"{file.name}.{name}", ("patterns", name)
            if full in self.patterns or full in self.words:
                yield at, f"已有 {full}，不能替换；请另起名称"
                continue
            self.patterns[full] = PatternSource(
                pattern=pattern,
                file=file.name,
                safely=not file.shipped,
                fault=partial(source.unsound, at),
            )
