"""The interface for programs: the command's JSON, else a reason; closed to other sites."""

import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hostile_files import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from served import EXAMPLES, FLAWED, SOUND, Served, serving

import govcheck
from govcheck.readers.limits import MEGABYTE
from govcheck.web.access import Locks
from govcheck.web.openapi import description
from govcheck.web.secrets import digest

CHECK = "/api/v1/check"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("store")) as server:
        yield server


def test_answer_is_what_the_command_writes(served: Served) -> None:
    with served.client() as client:
        answer = client.post(CHECK, files={"file": ("flawed.html", FLAWED)})
    result = govcheck.check(EXAMPLES / "flawed.html")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == govcheck.write(result, "json")


def test_what_is_said_of_a_report_counts(served: Served) -> None:
    said = {"year": "2023", "region": "云南/昆明", "agency_kind": "department", "draft": "true"}
    with served.client() as client:
        answer = client.post(CHECK, files={"file": ("a.html", SOUND)}, data=said)
    report = answer.json()["report"]
    assert report["fiscal_year"] == 2023
    assert (report["region"], report["agency_kind"]) == ("云南/昆明", "department")


def test_last_year_is_compared(served: Served) -> None:
    files = {"file": ("a.html", SOUND), "last_year": ("b.html", SOUND)}
    with served.client() as client:
        answer = client.post(CHECK, files=files)
    assert answer.json()["last_year"]["compared"] is False


def test_rules_are_listed_with_their_ground(served: Served) -> None:
    with served.client() as client:
        rules = client.get("/api/v1/rules").json()["rules"]
    assert [one["id"] for one in rules] == [one.id for one in govcheck.rules().rules]
    assert all(one["basis"] for one in rules)


def test_description_holds_of_the_answers(served: Served) -> None:
    with served.client() as client:
        described = client.get("/api/v1/openapi.json").json()
        answer = client.post(CHECK, files={"file": ("flawed.html", FLAWED)}).json()
        rules = client.get("/api/v1/rules").json()
    assert described == json.loads(json.dumps(description()))
    _validate(described, CHECK, "post", answer)
    _validate(described, "/api/v1/rules", "get", rules)


def _validate(described: Any, path: str, method: str, answer: Any) -> None:  # noqa: ANN401
    content = described["paths"][path][method]["responses"]["200"]["content"]
    schema = {**described, **content["application/json"]["schema"]}
    jsonschema.Draft202012Validator(schema).validate(answer)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({}, 415, "multipart/form-data"),
        ({"data": {"file": "x"}}, 400, "应为文件"),
        ({"files": {"fil": b"x"}}, 400, "没有“fil”这一项"),
        ({"files": {"last_year": b"x"}}, 400, "缺少报告"),
        ({"files": {"file": FLAWED}, "data": {"year": "24"}}, 400, "年份"),
        ({"files": {"file": FLAWED}, "data": {"year": "2２24"}}, 400, "年份"),
        ({"files": {"file": FLAWED}, "data": {"draft": "也许"}}, 400, "true 或 false"),
        ({"files": {"file": FLAWED}, "data": {"today": "2026-02-30"}}, 400, "2026-01-10"),
        ({"files": {"file": FLAWED}, "data": {"region": "无此地"}}, 422, "没有地区"),
        ({"files": {"file": FLAWED}, "data": {"agency_kind": "x"}}, 422, "没有这一机关类别"),
        ({"files": {"file": FLAWED}, "data": {"year": ["2024", "2023"]}}, 400, "只能有一个"),
        ({"files": {"file": b""}}, 422, "空"),
        ({"files": {"file": b"\x00\x01\x02\xff" * 99}}, 422, "不是"),
        ({"files": {"file": FLAWED, "last_year": b"\x00\xff" * 99}}, 422, "上年度报告："),
        (
            {"content": b"--x--", "headers": {"content-type": "multipart/form-data"}},
            400,
            "无法读取",
        ),
    ],
)
def test_bad_input_is_told_why(
    served: Served, fields: dict[str, Any], status: int, words: str
) -> None:
    with served.client() as client:
        answer = client.post(CHECK, **fields)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert words in answer.json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", CHECK, 405), ("POST", "/api/v1/rules", 405), ("GET", "/api/v2/check", 404)],
)
def test_other_requests_are_told_why(
    served: Served, method: str, path: str, status: int
) -> None:
    with served.client() as client:
        answer = client.request(method, path)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_and_the_server_stays_up(served: Served, name: str) -> None:
    with served.client() as client:
        answer = client.post(CHECK, files={"file": (name, HOSTILE[name]())})
        assert answer.status_code == 422, answer.text[:300]
        assert client.get("/api/v1/openapi.json").status_code == 200


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=400), name=st.text(max_size=40), field=st.text(max_size=9))
def test_any_bytes_under_any_name_are_answered(
    served: Served, content: bytes, name: str, field: str
) -> None:
    with served.client() as client:
        answer = client.post(
            CHECK, files={"file": (name or "x", content)}, data={"region": field}
        )
    assert answer.status_code in (200, 400, 422), answer.text
    assert answer.json()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "192.0.2.1"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Host": "["}, 421),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "[::1]:8711"}, 200),
    ],
)
def test_other_sites_are_refused(served: Served, headers: dict[str, str], status: int) -> None:
    with served.client() as client:
        assert client.get("/api/v1/openapi.json", headers=headers).status_code == status


def test_too_much_is_refused_before_it_is_read(served: Served) -> None:
    with closing(HTTPConnection(served.url.removeprefix("http://"))) as line:
        line.putrequest("POST", CHECK)
        line.putheader("Content-Length", str(10**12))
        line.endheaders()
        answer = line.getresponse()
        assert answer.status == 413
        assert "内容超过 129 MB" in answer.read().decode()


def test_other_machines_need_a_token(tmp_path: Path) -> None:
    locks = Locks(password="0:0", token=digest("wort"))  # noqa: S106 - opens nothing
    anywhere = "0.0.0.0"  # noqa: S104 - said, not listened on
    with serving(tmp_path, locks=locks, listening=anywhere) as served, served.client() as one:
        files = {"file": ("a.html", SOUND)}
        assert one.post(CHECK, files=files).status_code == 401
        wrong = {"Authorization": "Bearer falsch"}
        assert one.get("/api/v1/rules", headers=wrong).status_code == 401
        right = {"Authorization": "Bearer wort"}
        assert one.post(CHECK, files=files, headers=right).status_code == 200


def test_what_needs_too_much_memory_is_told_so(tmp_path: Path) -> None:
    with serving(tmp_path, memory=200 * MEGABYTE) as served, served.client() as client:
        files = {"file": ("a.html", SOUND)}
        assert client.post(CHECK, files=files).status_code == 200
        large = b"<p>" * (20 * MEGABYTE)
        answer = client.post(CHECK, files={"file": ("b.html", large), "last_year": large})
        assert answer.json() == {"error": "检查所需内存超过限度，已中止"}
        assert client.post(CHECK, files=files).status_code == 200
