"""Publishes files to the browser: written once into `static/`, under an address that names their content.

Streamlit serves that folder at `app/static/` below the app's own address. A file there never changes: other content has another address.
"""

import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
_ADDRESS = "app/static"
_DIGITS = 16


class PublishingError(Exception):
    """A file could not be written; says which and why."""


def published(name: str, content: bytes) -> str:
    """Publish one file and return its address, relative to the app's own: `app/static/<digest>/<name>`.

    Needs: a name with the suffix of its type, such as `outlines.json`.
    Raises: PublishingError when the folder cannot be written.
    """
    return f"{published_folder({name: content})}/{name}"


def published_folder(files: Mapping[str, bytes]) -> str:
    """Publish files that name each other, side by side, and return the address of their folder.

    Raises: PublishingError when the folder cannot be written.
    """
    folder = _digest(b"".join(b"%s\0%d\0%s" % (name.encode(), len(content), content) for name, content in sorted(files.items())))
    for name, content in files.items():
        path = STATIC / folder / name
        if _size(path) != len(content):
            _write(path, content)
    return f"{_ADDRESS}/{folder}"


def published_once(name: str, recipe: str, make: Callable[[], bytes]) -> str:
    """Publish a file that takes long to make, and return its address; it is made when none by that recipe is there yet.

    Needs: a recipe that names all that the content depends on, such as the version of the package that makes it.
    Raises: PublishingError when the folder cannot be written.
    """
    folder = _digest(recipe.encode())
    path = STATIC / folder / name
    if not _size(path):
        _write(path, make())
    return f"{_ADDRESS}/{folder}/{name}"


def content_of(address: str) -> bytes:
    """Return what was published at an address."""
    return (STATIC / address.removeprefix(f"{_ADDRESS}/")).read_bytes()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:_DIGITS]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _write(path: Path, content: bytes) -> None:
    # First beside its place, then moved there in one step: a reader, or another process doing the same, never meets half a file.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".draft-", delete=False) as draft:
            try:
                draft.write(content)
                draft.close()
                Path(draft.name).chmod(0o644)
                Path(draft.name).replace(path)
            finally:
                Path(draft.name).unlink(missing_ok=True)
    except OSError as error:
        raise PublishingError(f"{path.name} could not be written to {path.parent}: {error.strerror or error}") from error
