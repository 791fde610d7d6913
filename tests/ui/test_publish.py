"""Publishing: a file is written once, whole, under an address of its content; where it cannot be written, that is said."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.ui import publish
from lib.ui.publish import PublishingError, published, published_folder, published_once


@pytest.fixture(autouse=True)
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Publish into a folder of the test."""
    folder = tmp_path / "static"
    monkeypatch.setattr(publish, "STATIC", folder)
    return folder


def file_of(static: Path, address: str) -> Path:
    """Find the file that the server answers an address with."""
    return static / address.removeprefix("app/static/")


def test_an_address_names_the_content(static: Path):
    address = published("outlines.json", b"{}")
    assert re.fullmatch(r"app/static/[0-9a-f]{16}/outlines\.json", address)
    assert file_of(static, address).read_bytes() == b"{}"
    assert published("outlines.json", b"{}") == address
    assert published("outlines.json", b"[]") != address


def test_files_that_name_each_other_lie_side_by_side(static: Path):
    folder = published_folder({"one.js": b"import './two.js'", "two.js": b"export const two = 2"})
    assert {path.name for path in file_of(static, folder).iterdir()} == {"one.js", "two.js"}
    # The border between name and content counts too.
    assert published_folder({"a": b"bc"}) != published_folder({"ab": b"c"})


def test_what_takes_long_is_made_once(static: Path):
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"vega"

    first = published_once("vega.js", "1.0", make)
    assert published_once("vega.js", "1.0", make) == first
    assert len(made) == 1
    assert published_once("vega.js", "2.0", make) != first
    assert len(made) == 2


def test_a_file_that_was_deleted_or_cut_short_is_written_again(static: Path):
    address = published("figures.json", b"whole")
    file_of(static, address).write_bytes(b"ha")
    assert published("figures.json", b"whole") == address
    assert file_of(static, address).read_bytes() == b"whole"
    file_of(static, address).unlink()
    published("figures.json", b"whole")
    assert file_of(static, address).read_bytes() == b"whole"


def test_many_at_once_leave_one_whole_file_and_no_draft(static: Path):
    content = b"x" * 200_000
    with ThreadPoolExecutor(8) as threads:
        addresses = set(threads.map(lambda _: published("figures.json", content), range(32)))
    (address,) = addresses
    assert file_of(static, address).read_bytes() == content
    assert [path.name for path in file_of(static, address).parent.iterdir()] == ["figures.json"]


def test_a_place_that_cannot_be_written_is_named(static: Path):
    static.write_text("a file where the folder should be")
    with pytest.raises(PublishingError, match=r"^figures\.json could not be written to .*: (Not a directory|File exists)$"):
        published("figures.json", b"{}")
