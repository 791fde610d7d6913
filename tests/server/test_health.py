"""Health, metrics and logs tell the truth about the process and the dataset, and nothing about the readers."""

import json
import logging
import re
from pathlib import Path

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from lib.queries.served import served
from lib.queries.versions import RESTORE
from lib.server.logs import JsonLines
from tests.queries.sample import write_manifest, write_sample
from tests.server.site import site
from tests.server.test_safety import SIGN_IN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "data")


def metrics(client: TestClient) -> dict[str, float]:
    """Read the metrics as a scraper does: each sample by its name and labels."""
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    families = text_string_to_metric_families(answer.text)
    return {f"{one.name}{sorted(one.labels.values())}": one.value for family in families for one in family.samples}


def test_a_sound_dataset_is_ready(folder: Path):
    with site(folder) as client:
        live, ready = client.get("/healthz"), client.get("/readyz")
    assert live.json()["status"] == "ok"
    assert (ready.status_code, ready.json()["status"], ready.json()["dataset_version"]) == (200, "ready", "1.2.3")
    assert live.json()["quotes_verified"] == live.json()["quotes_total"] > 0
    assert ready.json()["problems"] == ready.json()["refused"] == []


def test_a_doubtful_dataset_is_served_but_not_ready(folder: Path):
    with (folder / "fingerprints" / "release-2023-keqiao.txt").open("a") as file:
        file.write("x")
    with site(folder) as client:
        live, ready = client.get("/healthz"), client.get("/readyz")
    assert (live.status_code, live.json()["status"]) == (200, "degraded")
    assert ready.status_code == 503
    assert ready.json()["problems"][0]["file"] == "data/fingerprints/release-2023-keqiao.txt"


def test_where_readers_sign_in_only_counts_of_problems_are_for_everybody(folder: Path):
    with (folder / "fingerprints" / "release-2023-keqiao.txt").open("a") as file:
        file.write("x")
    with site(folder, SIGN_IN) as client:
        ready = client.get("/readyz")
    told = ready.json()
    assert (ready.status_code, told["status"]) == (503, "not ready")
    assert (told["problems"], told["refused"], told["broken_versions"]) == (1, 0, 0)
    assert "keqiao" not in ready.text


def test_without_a_dataset_everything_but_life_says_so(tmp_path: Path):
    with site(tmp_path / "nowhere") as client:
        live, ready, rows = (client.get(path) for path in ("/healthz", "/readyz", "/api/v1/quotes.json"))
        assert metrics(client)["dataset_ready[]"] == 0
    assert (live.status_code, live.json()) == (200, {"status": "degraded"})
    assert (ready.status_code, ready.json()["problems"][0]["rule"]) == (503, "FileIsPresent")
    assert (rows.status_code, rows.headers["retry-after"]) == (503, "10")
    assert rows.json()["problems"][0]["rule"] == "FileIsPresent"


def test_a_new_dataset_reaches_the_interface_and_a_broken_one_does_not(folder: Path):
    with site(folder) as client:
        source = served()
        assert source
        tag = client.get("/api/v1/versions.json").headers["etag"]
        write_manifest(folder, released="2026-03-04")
        source.look_at_once()
        assert client.get("/api/v1/versions.json", headers={"If-None-Match": tag}).json()["rows"][-1]["released"] == "2026-03-04"
        (folder / "quotes.parquet").write_bytes(b"broken")
        source.look_at_once()
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["status"]) == (200, "ready")
        assert {problem["file"] for problem in ready.json()["refused"]} == {"data/quotes.parquet"}
        assert client.get("/api/v1/quotes.json").status_code == 200
        assert metrics(client)["dataset_refused[]"] == 1


def test_an_older_version_that_is_damaged_is_named_and_hides_no_other(folder: Path):
    for version in ("1.0.0", "1.1.0"):
        write_sample(folder / "versions" / version)
        write_manifest(folder / "versions" / version, dataset_version=version)
    with site(folder, {"API_RATE": "0"}) as client:
        assert [row["dataset_version"] for row in client.get("/api/v1/versions.json").json()["rows"]] == ["1.0.0", "1.1.0", "1.2.3"]
        tag = client.get("/api/v1/versions.json").headers["etag"]
        assert client.get("/readyz").json()["broken_versions"] == []
    (folder / "versions" / "1.0.0" / "manifest.json").write_text("[]")
    with site(folder, {"API_RATE": "0"}) as client:
        listed = client.get("/api/v1/versions.json", headers={"If-None-Match": tag})
        assert [row["dataset_version"] for row in listed.json()["rows"]] == ["1.1.0", "1.2.3"]
        ready = client.get("/readyz")
        refused, sound = (client.get(f"/api/v1/observations.json?v={version}") for version in ("1.0.0", "1.1.0"))
    (broken,) = ready.json()["broken_versions"]
    assert (ready.status_code, broken["file"]) == (200, "data/versions/1.0.0/manifest.json")
    assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
    assert refused.json()["problems"] == [broken]
    assert (broken["message"], broken["remedy"]) == ("`[]` stands where an object is due.", RESTORE)
    assert (sound.status_code, sound.headers["x-dataset-version"]) == (200, "1.1.0")


def test_the_folder_is_looked_at_while_people_read(folder: Path):
    with site(folder, {"DATASET_REFRESH_SECONDS": "0.02", "API_RATE": "0"}) as client:
        source = served()
        assert source
        write_manifest(folder, released="2026-03-04")
        for _ in range(500):
            if client.get("/api/v1/versions.json").json()["rows"][-1]["released"] == "2026-03-04":
                break
        else:
            pytest.fail("the newer dataset was never served")


def test_requests_are_counted_by_kind_and_status(folder: Path):
    with site(folder) as client:
        for path in ("/api/v1/regions.json", "/api/v1/regions.json?limit=0", "/explore?q=secret", "/api/v1/nothing", "/income_gap"):
            client.get(path)
        with client.websocket_connect("/_stcore/stream") as socket:
            assert metrics(client)["sessions_connected[]"] == 1
            assert re.fullmatch(r"[0-9a-f]{32}", socket.receive_text())
        counted = metrics(client)
    assert counted["http_requests_total['/api/v1/regions.json', '200', 'GET']"] == 1
    assert counted["http_requests_total['/api/v1/regions.json', '400', 'GET']"] == 1
    assert counted["http_requests_total['200', 'GET', 'page']"] == 2
    assert counted["http_requests_total['404', 'GET', 'api']"] == 1
    assert counted["http_request_seconds_count['page']"] == 2
    assert counted["sessions_connected[]"] == 0
    assert counted["dataset_ready[]"] == 1
    assert counted["process_resident_memory_bytes[]"] > 0


def test_metrics_with_a_token_are_for_whoever_has_it(folder: Path):
    with site(folder, {"METRICS_TOKEN": "let-me-in"}) as client:
        assert client.get("/metrics").status_code == 401
        assert client.get("/metrics", headers={"Authorization": "Bearer let-me"}).status_code == 401
        assert client.get("/metrics", headers={"Authorization": "Bearer let-me-in"}).status_code == 200


def test_a_request_is_logged_without_what_its_reader_looked_for(folder: Path, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO, "lib"), site(folder) as client:
        client.get("/api/v1/quotes.json?q=my+own+words", headers={"X-Request-ID": "abcdefgh-1"})
        client.get("/my/own/words?q=more")
    lines = [JsonLines().format(record) for record in caplog.records]
    answered = [told for told in map(json.loads, lines) if told["message"] == "answered"]
    assert [told["route"] for told in answered] == ["/api/v1/quotes.json", "other"]
    assert answered[0].items() >= {"request_id": "abcdefgh-1", "status": 200, "method": "GET", "level": "info"}.items()
    assert not any(word in line for line in lines for word in ("own", "words", "testclient"))


@pytest.mark.parametrize("given", ["short", "x" * 65, "with space inside", "ünïcödé-id", "a\tb\tc\td\te"])
def test_an_id_that_could_be_anything_is_replaced(folder: Path, given: str):
    with site(folder) as client:
        answer = client.get("/healthz", headers={b"X-Request-ID": given.encode()})
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["x-request-id"])


def test_a_fault_is_logged_as_one_line():
    try:
        raise ValueError("two\nlines")
    except ValueError as error:
        record = logging.LogRecord("lib.x", logging.ERROR, "", 1, "it %s", ("failed",), (ValueError, error, error.__traceback__))
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "it failed"
    assert json.loads(line)["error"].endswith("ValueError: two\nlines")
