"""The catalog: one TOML file per indicator, the file name is the id."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from indicators.model import Indicator, Soort


class InvalidCatalog(ValueError):
    """One or more catalog files are wrong; the message lists every problem of every file."""


def load(folder: Path = Path(__file__).parent) -> dict[str, Indicator]:
    """Read every definition, and report all the broken ones at once."""
    found: dict[str, Indicator] = {}
    errors: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.stem] = Indicator(id=path.stem, **tomllib.loads(path.read_text("utf-8")))
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                key = ".".join(str(part) for part in problem["loc"]) or "file"
                errors.append(f"{path.name}: {key}: {problem['msg']}")
        except (TypeError, ValueError) as error:
            errors.append(f"{path.name}: {error}")
    errors += [f"{one.id}.toml: {told}" for one in found.values() if (told := _parts(one, found))]
    if errors:
        raise InvalidCatalog("invalid indicators:\n" + "\n".join(errors))
    return found


def _parts(indicator: Indicator, found: Mapping[str, Indicator]) -> str | None:
    """What is wrong with the indicators that are named as numerator or denominator; None when all is well."""
    if indicator.teller_indicator:
        names = (indicator.teller_indicator, indicator.noemer_indicator or "")
        wrong = [name for name in names if name not in found or found[name].soort is not Soort.AANTAL]
        return f"teller_indicator and noemer_indicator must be an aantal: {wrong}" if wrong else None
    if indicator.noemer_indicator is None:
        return None
    noemer = found.get(indicator.noemer_indicator)
    if noemer is None:
        return f"noemer_indicator {indicator.noemer_indicator!r} is not in the catalog"
    if noemer.soort is not Soort.AANTAL or noemer.venster_jaren != indicator.venster_jaren:
        return (
            f"noemer_indicator {noemer.id!r} must be an aantal with venster_jaren {indicator.venster_jaren}"
        )
    return None


@cache
def catalog() -> dict[str, Indicator]:
    """The catalog of this project, by id."""
    return load()


def overdue(indicators: Mapping[str, Indicator], today: date) -> dict[str, Indicator]:
    """Those of `indicators` that somebody should review again, the longest waiting first."""
    due = [one for one in indicators.values() if one.te_herzien_vanaf <= today]
    return {one.id: one for one in sorted(due, key=lambda one: (one.herzien, one.id))}
