"""Small reports by the dozen, and batches of them as processes of their own."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"
BODY = "云岭市水务局"
_TITLE = f"{BODY}2024年政府信息公开工作年度报告"
_SHORT = f"""<!DOCTYPE html><meta charset="utf-8"><title>{_TITLE}</title><h1>{_TITLE}</h1>
<p>发布日期：2025-01-20</p>
<h2>一、总体情况</h2><p>2024年，我局主动公开政府信息%d条，收到政府信息公开申请5件。</p>
<h2>六、其他需要报告的事项</h2><p>无其他需要报告的事项。</p>"""
OUTPUTS = ("results.jsonl", "across.csv", "league.csv", "figures.csv", "index.html")
_TENS, _ONES = "甲乙丙丁戊", "一二三四五六七八九十"


def body(number: int) -> str:
    """Return the name of one body of many."""
    return f"云岭市{_TENS[number // 10 % 5]}{_ONES[number % 10]}局"


def short_reports(folder: Path, count: int) -> Path:
    """Write so many short reports of different bodies, and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = (_SHORT % number).replace(BODY, body(number))
        (folder / f"{number:03}.html").write_text(text, "utf-8")
    return folder


def batch_process(
    *words: str, before: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a batch as a process, with other code before it."""
    code = f"import sys\n{before}\nfrom govcheck.__main__ import run\nrun()"
    command = [sys.executable, "-P", "-c", code, "batch", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603


def results(folder: Path) -> Mapping[str, bytes]:
    """Return what a batch came to, by the names of its files."""
    pages = sorted((folder / "pages").iterdir())
    outputs = [folder / name for name in OUTPUTS if (folder / name).exists()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in (*pages, *outputs)
    }
