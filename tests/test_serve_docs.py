"""What ``docs/serve.md`` tells programs to do does what it says."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import EXAMPLES, Served, serving

import govcheck

PAGE = (EXAMPLES.parent / "docs" / "serve.md").read_text("utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "store") as server:
        yield server


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl")
def test_curl_gets_the_answer(served: Served) -> None:
    command = next(one for one in PAGE.splitlines() if one.startswith("    curl "))
    report = EXAMPLES / "flawed.html"
    asked = command.replace("http://127.0.0.1:8711", served.url).replace(
        "年报.html", str(report)
    )
    done = subprocess.run(shlex.split(asked), capture_output=True, check=True)  # noqa: S603 - ours
    assert json.loads(done.stdout)["verdict"] == "不合格"


@pytest.mark.skipif(not shutil.which("java"), reason="no Java")
@pytest.mark.parametrize(("name", "status"), [("sound.html", 0), ("flawed.html", 1)])
def test_java_gets_the_answer(served: Served, tmp_path: Path, name: str, status: int) -> None:
    found = re.search(r"```java\n(.*?)```", PAGE, re.DOTALL)
    assert found
    program = tmp_path / "Check.java"
    program.write_text(found[1].replace("http://127.0.0.1:8711", served.url), "utf-8")
    done = subprocess.run(  # noqa: S603 - ours
        ["java", "-Dfile.encoding=UTF-8", program, EXAMPLES / name],  # noqa: S607 - the user's
        capture_output=True,
        check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": str(Path(shutil.which("java") or "").parent)},
    )
    assert done.returncode == status, done.stderr
    verdict = govcheck.check(EXAMPLES / name).verdict
    assert f'"verdict": "{verdict}"'.encode() in done.stdout


def test_every_option_is_described() -> None:
    from govcheck.commands.serve import serve  # noqa: PLC0415 - after what it needs

    told = {one for option in serve.params for one in option.opts if one.startswith("-")}
    described = set(re.findall(r"`(--[a-z-]+)[` ]", PAGE))
    assert told == described - {"--review"}
