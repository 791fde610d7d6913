"""Where the curated text, the proofs and the built tables lie."""

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Layout:
    """The folders and files under one data folder."""

    data: Path = DATA

    @property
    def curated(self) -> Path:
        """Folder of the text that people edit."""
        return self.data / "curated"

    @property
    def fingerprints(self) -> Path:
        """Folder of the fingerprints, one file a document."""
        return self.data / "fingerprints"

    @property
    def numbers(self) -> Path:
        """Folder of the number lists, one file a document."""
        return self.data / "numbers"

    @property
    def anchors(self) -> Path:
        """Folder of the resolved anchors, one file a document."""
        return self.data / "anchors"

    @property
    def ledger(self) -> Path:
        """File of every id ever published."""
        return self.curated / "ids.csv"

    def shown(self, path: Path) -> str:
        """Name a file as the repository does, whatever folder the data is in."""
        return f"data/{path.relative_to(self.data).as_posix()}"

    def curated_files(self) -> list[Path]:
        """All curated files in a fixed order; hidden files, such as an editor's locks, are none of them."""
        found = (path for path in self.curated.rglob("[!.]*") if path.suffix in (".toml", ".csv"))
        return sorted(path for path in found if path.is_file())
