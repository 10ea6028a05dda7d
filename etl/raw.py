"""Deliveries kept as they came: `raw/<bron>/<first digits of sha256>/` holds the file and `herkomst.json`.

A delivery is never overwritten; `etl/retention.py` says when one may go. The same bytes again are the same
delivery: only `gezien.json` beside it changes. Every file appears under its name in one step, so a killed run
leaves at most a `.tmp` behind.
"""

import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

from etl import EtlError

DIGITS = 12
TEMPORARY = ".tmp-"
PROVENANCE, SEEN, ATTEMPTS = "herkomst.json", "gezien.json", "pogingen.json"
KEEP_ATTEMPTS = 20


@dataclass(frozen=True)
class Herkomst:
    """Where a delivery comes from. `url` is empty when a person handed the file in; times are UTC."""

    bron: str
    url: str | None
    bestandsnaam: str
    sha256: str
    opgehaald_op: datetime
    licentie: str
    demo: bool = False

    @property
    def levering(self) -> str:
        """The key of this delivery: source and first digits of the hash."""
        return f"{self.bron}-{self.sha256[:DIGITS]}"


@dataclass(frozen=True)
class Levering:
    """A delivery: its provenance and its bytes."""

    herkomst: Herkomst
    inhoud: bytes

    @classmethod
    def received(
        cls,
        bron: str,
        bestandsnaam: str,
        inhoud: bytes,
        *,
        licentie: str,
        nu: datetime,
        url: str | None = None,
        demo: bool = False,
    ) -> "Levering":
        """These bytes, as they came in just now."""
        digest = sha256(inhoud).hexdigest()
        return cls(Herkomst(bron, url, _safe(bestandsnaam), digest, nu, licentie, demo), inhoud)


@dataclass(frozen=True)
class Poging:
    """One time that a source was asked, what came of it in Dutch, and whether all went well."""

    bron: str
    tijdstip: datetime
    gelukt: bool
    boodschap: str


class Raw:
    """The folder with everything that was ever delivered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, levering: Levering) -> tuple[Herkomst, bool]:
        """Keep this delivery; returns its provenance and whether it is new.

        Known bytes keep the provenance of the first time; the new time is then noted as last seen.
        """
        herkomst = levering.herkomst
        folder = self._folder(herkomst)
        if folder.exists():
            seen = {"laatst_gezien": herkomst.opgehaald_op.isoformat(), "url": herkomst.url}
            _write(folder / SEEN, json.dumps(seen))
            return _provenance(folder), False
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(prefix=TEMPORARY, dir=folder.parent))
        told = json.dumps(asdict(herkomst), default=_text, indent=2, ensure_ascii=False)
        try:
            _write(fresh / herkomst.bestandsnaam, levering.inhoud)
            _write(fresh / PROVENANCE, told)
            fresh.chmod(0o755)
            fresh.rename(folder)
        except OSError:  # a full disk stays full as long as half a delivery lies on it
            shutil.rmtree(fresh)
            raise
        return herkomst, True

    def _folder(self, herkomst: Herkomst) -> Path:
        return self.folder / herkomst.bron / herkomst.sha256[:DIGITS]

    def provenances(self) -> list[Herkomst]:
        """What is kept, without opening the files themselves; what was offered last comes last.

        A publisher who takes a correction back offers older bytes again: these then speak again.
        """
        found = [path.parent for path in self.folder.glob(f"*/[!.]*/{PROVENANCE}")]
        return [_provenance(folder) for folder in sorted(found, key=_last_seen)]

    def last_seen(self, herkomst: Herkomst) -> datetime:
        """When these bytes were last offered (UTC)."""
        return _last_seen(self._folder(herkomst))[0]

    def remove(self, herkomst: Herkomst) -> None:
        """Forget this delivery: in one step out of sight, so that a killed run leaves no half of it."""
        folder = self._folder(herkomst)
        gone = folder.with_name(f"{TEMPORARY}{os.getpid()}-{folder.name}")
        folder.rename(gone)
        shutil.rmtree(gone)

    def open(self, herkomst: Herkomst) -> Levering:
        """The kept bytes, compared with the hash they were kept under."""
        path = self._folder(herkomst) / herkomst.bestandsnaam
        inhoud = path.read_bytes()
        if sha256(inhoud).hexdigest() != herkomst.sha256:
            raise EtlError(
                f"{path} is veranderd sinds het bewaard werd. Verwijder de map {path.parent.name} en haal "
                "de levering opnieuw op."
            )
        return Levering(herkomst, inhoud)

    def size(self, herkomst: Herkomst) -> int:
        """The length of the kept file in bytes; -1 when someone took it away."""
        path = self._folder(herkomst) / herkomst.bestandsnaam
        return path.stat().st_size if path.exists() else -1

    def note(self, poging: Poging) -> None:
        """Remember this attempt, and forget all but the last ones of its source."""
        kept = [*self.attempts(poging.bron), poging][-KEEP_ATTEMPTS:]
        path = self.folder / poging.bron / ATTEMPTS
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, json.dumps([asdict(one) for one in kept], default=_text, indent=1, ensure_ascii=False))

    def attempts(self, bron: str) -> list[Poging]:
        """The last attempts of one source, oldest first."""
        path = self.folder / bron / ATTEMPTS
        if not path.exists():
            return []
        return [
            Poging(**{**one, "tijdstip": datetime.fromisoformat(one["tijdstip"])})
            for one in json.loads(path.read_text("utf-8"))
        ]

    def tidy(self) -> None:
        """Remove what a killed run left half written."""
        for left in (*self.folder.glob(f"*/{TEMPORARY}*"), *self.folder.glob(f"*/*/{TEMPORARY}*")):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _provenance(folder: Path) -> Herkomst:
    fields = json.loads((folder / PROVENANCE).read_text("utf-8"))
    return Herkomst(**{**fields, "opgehaald_op": datetime.fromisoformat(fields["opgehaald_op"])})


def _last_seen(folder: Path) -> tuple[datetime, str]:
    """When these bytes were last offered, and the folder's name to keep the order the same every time."""
    seen = folder / SEEN
    if seen.exists():
        moment = datetime.fromisoformat(json.loads(seen.read_text("utf-8"))["laatst_gezien"])
    else:
        moment = _provenance(folder).opgehaald_op
    return moment, folder.name


def _write(path: Path, content: bytes | str) -> None:
    """All of it or nothing, also when the process is killed halfway."""
    fresh = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    try:
        with fresh.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _safe(bestandsnaam: str) -> str:
    """A publisher's file name, without folders, control characters or a leading dot."""
    name = PurePosixPath(bestandsnaam.replace("\\", "/")).name
    name = "".join(sign for sign in name if sign.isprintable()).lstrip(". ")[-120:]
    return name if name and name not in (PROVENANCE, SEEN) else f"levering-{name or 'zonder-naam'}"


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
