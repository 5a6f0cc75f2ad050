"""Lists whose items leave words to others: 予以公开、部分公开分别为541件、101件; or their verb.

答复来信61件、政府信息公开申请24件 says once what was done.
"""

import re
from typing import Final

from msgspec import Struct, field

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.joints import Joints

_LONGEST: Final = 120
"""Characters that the numbers of such a list take at most."""
_ANY_DEED: Final = "办理"
"""All that was in hand, or what was done of it."""
_TOPICS: Final = frozenset({"applications", "review", "litigation"})


class Apart(Struct, kw_only=True):
    """Tells the words of a number alone, where a list has named all before the first."""

    joints: Joints
    vocabulary: Vocabulary
    names: list[str] = field(default_factory=list[str])
    """What the next numbers count, one by one."""
    verb: str = ""
    """What the first item of a list says was done: 答复来信61件、政府信息公开申请24件."""
    within: bool = False
    """Whether the number that was asked of last goes on with a list."""

    def own_words(self, before: str, behind: str, topic: str) -> str:
        """Return what stands before a number that ``behind`` begins with, or what names it."""
        self.within = (
            bool(self.names) and self._words("apart_next").fullmatch(before) is not None
        )
        if self.within:
            return "、" + self.names.pop(0)
        self.names = []
        before = self._with_verb(before)
        found = self._words("apart").search(before) if topic in _TOPICS else None
        names = self._named(found["names"], behind, topic) if found else []
        if not found or not names:
            return before
        self.names = names[1:]
        return before[: found.start()] + names[0]

    def _with_verb(self, before: str) -> str:
        """Return an item with the verb that it leaves to the first; a comma may leave less."""
        item = self._words("item_without_verb").fullmatch(before)
        if item and self.verb:
            return item["joint"] + (_ANY_DEED if item["apart"] else self.verb) + item["noun"]
        if not self._words("list_goes_on").match(before):
            found = self._words("verb_of_list").search(before)
            taken = found and self._words("taken_too").search(before)
            self.verb = _ANY_DEED if taken else found["verb"] if found else ""
        return before

    def _named(self, listed: str, behind: str, topic: str) -> list[str]:
        """Return the names of a list of as many numbers, if each says what it counts.

        复议、诉讼案件中被纠正的分别为3件、1件 leaves its noun to the last.
        """
        run, joint = (
            self._words("apart_run").match(behind[:_LONGEST]),
            self._words("apart_next"),
        )
        names = joint.split(listed)
        if run is None or len(names) != len(joint.split(run[0])):
            return []
        told = [self.joints.member(topic, name) for name in names]
        sure = all(told) and not any((one or "").endswith(".total") for one in told)
        return names if sure else []

    def _words(self, name: str) -> re.Pattern[str]:
        return self.vocabulary.pattern(f"quantities.{name}")
