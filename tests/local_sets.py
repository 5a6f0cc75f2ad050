"""Rule sets of places, written for a test: what they change, and where."""

from pathlib import Path

import pytest
from small_library import small_library

from govcheck.errors import ManyUnusable
from govcheck.rulebook.loading import load_rulebook

LIBRARY = small_library()
PLACES = """\
id: places
title: 云岭省地名
words: {provinces: [云岭]}
places:
  云岭: {prefectures: {青禾市: {counties: [松茂县, 白石区]}, 大河市: {counties: [河源县]}}}
"""
LIMITS = """\
checks:
  - kind: deadline
    limits: [{agencies: [department], month: MONTH, day: DAY}]
    message: 发布日期为{published}，晚于{deadline}，逾期 {days_late} 天。
"""
DOWNLOAD = "publication/download"
DEADLINE = "decree-711/deadline"


def override(region: str, more: str, rule: str = DEADLINE) -> str:
    return f"overrides: {rule}\napplies_to: {{regions: [{region}]}}\n{more}"


def refused(folder: Path) -> str:
    with pytest.raises(ManyUnusable) as caught:
        load_rulebook(LIBRARY, extra=[folder])
    return str(caught.value)


def by(month: int, day: int) -> str:
    return LIMITS.replace("MONTH", str(month)).replace("DAY", str(day))


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return folder


def set_in(folder: Path) -> Path:
    """Return the folder of a set that knows the places."""
    (folder / "set" / "vocabulary").mkdir(parents=True)
    (folder / "set" / "vocabulary" / "places.yaml").write_text(PLACES, "utf-8")
    return folder / "set"
