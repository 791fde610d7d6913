"""The HTTP interface gives what the pages give, or says why not."""

import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.export import files
from lib.export.about import About
from lib.export.rows import download_rows
from lib.queries import links
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.server import api, problems
from lib.server.api_query import MOST_ROWS
from lib.server.api_tables import FORMS, OFFERS, Offer, Window
from lib.server.rate import LONGEST_QUERY
from lib.ui import data_blocks

ROOT = "/api/v1"


def error(client: TestClient, query: str) -> dict[str, str]:
    """Ask for what is refused, and return the one reason."""
    answer = client.get(f"{ROOT}/{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    (only,) = answer.json()["errors"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("", Selection()),
        ("?region=330100", Selection(regions=("330100",))),
        ("?theme=income_gap&theme=industry&status=actual", Selection(themes=("income_gap", "industry"), statuses=("actual",))),
        ("?year=2019-2021&inside=no&region=330110", Selection(years=(2019, 2021), inside=False, regions=("330110",))),
        ("?layer=official", Selection(layers=("official",))),
    ],
)
def test_the_csv_is_the_download_of_the_same_view_byte_for_byte(client: TestClient, store: Store, query: str, selection: Selection):
    rows = download_rows(observations(store, selection), store.version)
    assert not rows.empty
    answer = client.get(f"{ROOT}/observations.csv{query}")
    assert answer.content == files.csv(rows)
    assert answer.headers["x-total-count"] == str(len(rows))
    assert answer.headers["x-dataset-version"] == store.version


def test_the_csv_is_that_of_the_data_page_without_where_it_came_from(client: TestClient, store: Store):
    about = About("", "", "All.", "", store.version, "2026-01-02", "2026-03-04", "https://data.example/data?lang=en", "en")
    page = pd.read_csv(io.BytesIO(files.csv(data_blocks._rows(observations(store, Selection()), about))))
    told = pd.read_csv(io.BytesIO(client.get(f"{ROOT}/observations.csv").content))
    assert set(page.columns) - set(told.columns) == {"figure_link", "view", "view_link", "downloaded"}
    pd.testing.assert_frame_equal(page[list(told.columns)], told)
    operations = (Path(__file__).parents[2] / "docs/operations.md").read_text("utf-8")
    assert all(f"`{column}`" in operations for column in set(page.columns) - set(told.columns))


@pytest.mark.parametrize("name", [offer.name for offer in OFFERS])
def test_every_form_tells_the_same_rows(client: TestClient, name: str):
    told = client.get(f"{ROOT}/{name}.json").json()
    parquet = pd.read_parquet(io.BytesIO(client.get(f"{ROOT}/{name}.parquet").content))
    csv = pd.read_csv(io.BytesIO(client.get(f"{ROOT}/{name}.csv").content))
    assert told["total"] == len(told["rows"]) == len(parquet) == len(csv) > 0
    assert list(told["rows"][0]) == list(parquet.columns) == list(csv.columns)
    given = parquet.astype(object).where(parquet.notna(), None).to_dict("records")
    assert told["rows"] == json.loads(json.dumps(given))


def test_a_value_is_the_same_number_in_every_form(client: TestClient, store: Store):
    values = observations(store, Selection())["value"].tolist()
    assert [row["value"] for row in client.get(f"{ROOT}/observations.json").json()["rows"]] == values
    assert pd.read_csv(io.BytesIO(client.get(f"{ROOT}/observations.csv").content))["value"].tolist() == values


def test_pages_joined_are_the_whole(client: TestClient):
    whole = client.get(f"{ROOT}/observations.json?status=actual").json()
    rows, address = [], "observations.json?status=actual&limit=2"
    while address:
        answer = client.get(f"{ROOT}/{address}")
        assert answer.json()["total"] == whole["total"]
        rows += answer.json()["rows"]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers.get("link", ""))
        address = following[1] if following else ""
    assert rows == whole["rows"]


def test_the_way_back_does_not_begin_before_the_first_row(client: TestClient):
    link = client.get(f"{ROOT}/observations.json?limit=2&offset=1").headers["link"]
    assert '<observations.json?v=1.2.3&limit=1&offset=0>; rel="prev"' in link


@pytest.mark.parametrize(
    ("window", "before"),
    [
        ("limit=5&offset=3", "limit=3&offset=0"),
        ("limit=2&offset=4", "limit=2&offset=2"),
        ("limit=4&offset=1099511627776", "limit=4&offset=2"),
        ("limit=4&offset=6", "limit=4&offset=2"),
        ("limit=10&offset=1000", "limit=6&offset=0"),
        ("limit=10&offset=0", ""),
    ],
)
def test_the_way_back_repeats_no_row_and_leads_to_rows(client: TestClient, window: str, before: str):
    answer = client.get(f"{ROOT}/observations.json?{window}")
    assert answer.json()["total"] == 6
    back = re.search(r'<observations.json\?v=1.2.3&([^>]+)>; rel="prev"', answer.headers.get("link", ""))
    assert (back[1] if back else "") == before


def test_no_way_leads_back_from_nothing(client: TestClient):
    assert "link" not in client.get(f"{ROOT}/observations.json?status=planned&offset=9").headers


def test_a_dataset_that_was_built_anew_is_told_apart(client: TestClient, store: Store):
    answer = client.get(f"{ROOT}/regions.json?limit=1")
    assert answer.headers["x-dataset-identity"] == answer.json()["dataset_identity"] == store.identity
    again = client.get(f"{ROOT}/regions.json?limit=1", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.headers["x-dataset-identity"]) == (304, store.identity)
    assert 'regions.json?v=1.2.3&limit=1&offset=1>; rel="next"' in answer.headers["link"]


def test_a_window_behind_the_last_row_is_empty(client: TestClient):
    told = client.get(f"{ROOT}/observations.json?offset=100000").json()
    assert told["rows"] == []
    assert told["total"] > 0


def test_rows_that_are_known_are_not_sent_again(client: TestClient):
    first = client.get(f"{ROOT}/quotes.csv?theme=income_gap")
    tag = first.headers["etag"]
    again = client.get(f"{ROOT}/quotes.csv?theme=income_gap&inside=yes&lang=zh", headers={"If-None-Match": f'W/"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for other in ("quotes.json?theme=income_gap", "quotes.csv?theme=industry", "quotes.csv?theme=income_gap&limit=1"):
        assert client.get(f"{ROOT}/{other}", headers={"If-None-Match": tag}).status_code == 200


def test_a_tag_is_compared_weakly(client: TestClient):
    tag = client.get(f"{ROOT}/regions.csv").headers["etag"]
    assert tag.startswith('W/"')
    for known in ("*", tag, tag.removeprefix("W/"), f'"other",{tag.removeprefix("W/")}'):
        answer = client.get(f"{ROOT}/regions.csv", headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    for other in ('"*"', tag.removeprefix("W/").strip('"'), f"{tag}x", "W/", '"x,*,y"', f'"x,{tag.strip(chr(34))},y"'):
        assert client.get(f"{ROOT}/regions.csv", headers={"If-None-Match": other}).status_code == 200


def test_head_tells_what_get_would_send(client: TestClient):
    get, head = (client.request(method, f"{ROOT}/observations.json") for method in ("GET", "HEAD"))
    assert head.content == b""
    assert {name: head.headers[name] for name in ("etag", "content-length")} == {
        name: get.headers[name] for name in ("etag", "content-length")
    }


@pytest.mark.parametrize(
    ("query", "parameter", "problem", "remedy"),
    [
        ("observations.csv?theme=money", "theme", "unknown_value", "Use one of: income_gap, industry, public_services."),
        ("observations.csv?colour=red", "colour", "unknown_parameter", "Leave it out; openapi.json lists the parameters."),
        ("observations.csv?region=atlantis", "region", "unknown_value", "Use a code that regions.json lists."),
        ("quotes.json?claim=none", "claim", "unknown_value", "Use a code that observations.json lists."),
        ("quotes.json?v=9.9.9", "v", "unknown_value", "Use one of: 1.2.3."),
        ("quotes.json?year=abc", "year", "malformed", "Give a year or a range such as 2021-2023, from 2"),
        ("quotes.json?year=1066", "year", "out_of_range", "Give a year or a range such as 2021-2023, from 2"),
        (f"quotes.json?q={'x' * 300}", "q", "too_long", "Give it fewer times, or shorter."),
        ("quotes.json?limit=0", "limit", "malformed", f"Give one whole number from 1 to {MOST_ROWS}."),
        ("quotes.json?limit=1&limit=2", "limit", "malformed", f"Give one whole number from 1 to {MOST_ROWS}."),
        ("quotes.json?offset=-1", "offset", "malformed", "Give one whole number from 0 to"),
        ("quotes.json?offset=²", "offset", "malformed", "Give one whole number from 0 to"),
        ("regions.json?theme=income_gap", "theme", "unknown_parameter", "This table is sent whole: leave the filters out."),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_its_remedy(client: TestClient, query: str, parameter: str, problem: str, remedy: str):
    told = error(client, query)
    assert (told["parameter"], told["problem"]) == (parameter, problem)
    assert told["remedy"].startswith(remedy)


@pytest.mark.parametrize("blank", ["", "%20", "%00", "%E3%80%80", "%E2%80%8B%0A"])
@pytest.mark.parametrize("name", ["region", "inside", "layer", "year", "q", "source", "v"])
def test_a_parameter_without_a_value_does_not_mean_everything(client: TestClient, name: str, blank: str):
    told = error(client, f"observations.json?{name}={blank}")
    assert told["parameter"] == name
    if told["problem"] == "empty":
        assert told["detail"] == f"{name} was given without a value."
        assert told["remedy"] == "Give it a value, or leave the parameter out."
    assert blank or told["problem"] == "empty"


def test_a_blank_is_refused_beside_a_value_and_where_only_it_is_known(client: TestClient):
    assert error(client, "observations.json?region=&region=330100")["problem"] == "empty"
    assert error(client, "observations.json?region")["problem"] == "empty"
    assert error(client, "regions.json?v=&lang=zh")["detail"] == "v没有给出值。"
    assert error(client, "regions.json?q=")["problem"] == "unknown_parameter"
    assert client.get(f"{ROOT}/observations.json?utm_source=").status_code == 200


def test_a_refusal_speaks_chinese_when_asked(client: TestClient):
    told = error(client, "observations.json?theme=money&lang=zh")
    assert told["detail"] == "theme“money”不在本数据集中。"
    assert told["remedy"].startswith("可用的值：income_gap")


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from([*links.PARAMETERS, "limit", "offset", "utm_source", "other"]), st.lists(st.text(max_size=12), max_size=3)
    )
)
def test_any_query_is_answered_or_refused(client: TestClient, query: dict[str, list[str]]):
    answer = client.get(f"{ROOT}/regions.json", params=query)
    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert all(one["remedy"] for one in answer.json()["errors"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "nothing.json", 404), ("GET", "observations.xml", 404), ("POST", "observations.json", 405), ("DELETE", "quotes.csv", 405)],
)
def test_a_wrong_address_or_method_is_a_problem_too(client: TestClient, method: str, path: str, status: int):
    answer = client.request(method, f"{ROOT}/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["status"]) == (status, status)


@pytest.mark.parametrize("path", ["/observations.json/", "/openapi.json/", "/", "", "/observations/"])
def test_no_address_leads_to_the_host_that_a_request_names(client: TestClient, path: str):
    answer = client.get(f"{ROOT}{path}", headers={"Host": "evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"] == "There is nothing at this address. What there is: openapi.json beside it."
    assert "evil" not in f"{answer.headers}{answer.text}"


def test_a_query_without_end_is_not_read(client: TestClient):
    assert client.get(f"{ROOT}/quotes.json?q={'x' * LONGEST_QUERY}").status_code == 414


def test_a_fault_of_ours_is_told_without_its_words(client: TestClient):
    def fail(store: Store, selection: Selection, window: Window) -> tuple[pd.DataFrame, int]:
        raise RuntimeError("a secret path")

    endpoint = api._endpoint(Offer("broken", "", fail), FORMS[0], "no-cache")
    app = Starlette(routes=[Route("/broken", endpoint)], exception_handlers={Exception: problems.of_fault})
    answer = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert (answer.status_code, answer.json()["title"]) == (500, "Internal Server Error")
    assert "secret" not in answer.text


def test_other_pages_may_read_what_is_public(client: TestClient):
    answer = client.get(f"{ROOT}/regions.json", headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(("method", "status"), [("GET", 200), ("HEAD", 200), ("POST", 400), ("DELETE", 400)])
def test_a_browser_may_ask_first_what_another_page_may_read(client: TestClient, method: str, status: int):
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = client.options(f"{ROOT}/regions.json", headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-methods"]) == (status, "GET, HEAD")
    assert "If-None-Match" in answer.headers["access-control-allow-headers"]
    if status == 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == "Disallowed CORS method"


@pytest.mark.parametrize("query", ["x=1", "region=330100", "v=1.2.3", "limit=1", "lang=fr"])
def test_the_description_takes_the_language_alone(client: TestClient, query: str):
    assert error(client, f"openapi.json?{query}")["parameter"] == query.partition("=")[0]
    assert client.get(f"{ROOT}/openapi.json?lang=zh&utm_source=a").status_code == 200


def test_the_description_promises_nothing_that_is_refused(client: TestClient):
    paths = client.get(f"{ROOT}/openapi.json").json()["paths"]
    schemas = {one["name"]: one["schema"] for one in paths["/observations.json"]["get"]["parameters"]}
    for name, schema in schemas.items():
        one = schema.get("items", schema)
        for value in one.get("enum", ()):
            assert client.get(f"{ROOT}/observations.json", params={name: value, "limit": 1}).status_code == 200, (name, value)
        if "enum" not in one and one["type"] == "string":
            assert not re.search(one["pattern"], ""), name
    assert {"events", "panels", "unlike", "articles"} == set(schemas["show"]["items"]["enum"])
    assert (schemas["q"]["maxLength"], schemas["pair"]["maxItems"], schemas["region"]["maxItems"]) == (100, 2, 60)
    for name in ("limit", "offset"):
        most = schemas[name]["maximum"]
        assert client.get(f"{ROOT}/observations.json?{name}={most}").status_code == 200
        assert error(client, f"observations.json?{name}={most + 1}")["parameter"] == name


def test_the_description_names_every_address_and_every_parameter(client: TestClient):
    told = client.get(f"{ROOT}/openapi.json").json()
    assert set(told["paths"]) == {route.path for route in api.routes()}
    figures = told["paths"]["/observations.csv"]["get"]["parameters"]
    assert {parameter["name"] for parameter in figures} == {*links.PARAMETERS, "limit", "offset"}
    assert told["openapi"] == "3.1.0"
    ids = [path["get"]["operationId"] for path in told["paths"].values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [offer.name for offer in OFFERS])
def test_the_description_tells_the_columns_and_their_types(client: TestClient, name: str):
    told = client.get(f"{ROOT}/openapi.json").json()["paths"][f"/{name}.json"]["get"]["responses"]["200"]["content"]
    columns = told["application/json"]["schema"]["properties"]["rows"]["items"]["properties"]
    kinds: dict[str, tuple[type, ...]] = {"integer": (int,), "number": (int, float), "string": (str,), "boolean": (bool,)}
    assert [key for key, column in columns.items() if not column["description"]] == []
    for row in client.get(f"{ROOT}/{name}.json").json()["rows"]:
        assert list(row) == list(columns)
        assert [key for key, value in row.items() if value is not None and not isinstance(value, kinds[columns[key]["type"][0]])] == []
