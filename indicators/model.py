"""What an indicator is. Every other package speaks in these terms."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

HERZIEN_NA = timedelta(days=2 * 365)
"""How long the text of an indicator may stand before somebody reads it again beside its source."""

Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Levensdomein(StrEnum):
    """The ten domains of table 15 of the 2018 study, and `context` for what only gives the others a scale."""

    INKOMEN = "inkomen"
    WONEN = "wonen"
    WERK = "werk"
    ONDERWIJS_OPVOEDING = "onderwijs_opvoeding"
    GEZONDHEID = "gezondheid"
    GEZIN_KINDERARMOEDE = "gezin_kinderarmoede"
    VRIJE_TIJD_CULTUUR = "vrije_tijd_cultuur"
    SAMENLEVEN_INTEGRATIE = "samenleven_integratie"
    MOBILITEIT = "mobiliteit"
    DIENSTVERLENING = "dienstverlening"
    CONTEXT = "context"

    @property
    def titel(self) -> str:
        return LEVENSDOMEIN_TITELS[self]


LEVENSDOMEIN_TITELS = {
    Levensdomein.INKOMEN: "Inkomen",
    Levensdomein.WONEN: "Wonen",
    Levensdomein.WERK: "Werk",
    Levensdomein.ONDERWIJS_OPVOEDING: "Onderwijs en opvoeding",
    Levensdomein.GEZONDHEID: "Gezondheid",
    Levensdomein.GEZIN_KINDERARMOEDE: "Gezin en kinderarmoede",
    Levensdomein.VRIJE_TIJD_CULTUUR: "Vrije tijd en cultuur",
    Levensdomein.SAMENLEVEN_INTEGRATIE: "Samenleven en integratie",
    Levensdomein.MOBILITEIT: "Mobiliteit",
    Levensdomein.DIENSTVERLENING: "Dienstverlening",
    Levensdomein.CONTEXT: "Wie woont er",
}


class Soort(StrEnum):
    """What kind of number it is: decides how it may be added up, and how it is written."""

    AANDEEL = "aandeel"
    AANTAL = "aantal"
    GEMIDDELDE = "gemiddelde"
    MEDIAAN = "mediaan"
    KWARTIEL = "kwartiel"
    INDEX = "index"


class Richting(StrEnum):
    """Which way is favourable. Take-up of rights has none: it can rise through good policy."""

    HOGER_IS_GUNSTIGER = "hoger_is_gunstiger"
    LAGER_IS_GUNSTIGER = "lager_is_gunstiger"
    GEEN = "geen"


class Fusieregel(StrEnum):
    """How a figure of predecessors becomes a figure of the merged municipality."""

    SOM = "som"
    TELLER_NOEMER = "teller_noemer"
    GEWOGEN_SCHATTING = "gewogen_schatting"
    GEEN = "geen"


class Status(StrEnum):
    """Why there is a value, or why there is none. Missing is never 0."""

    WAARDE = "waarde"
    ONDERDRUKT = "onderdrukt"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    ONTBREEKT = "ontbreekt"


class Breuk(BaseModel):
    """A known break in a series: values before and from `vanaf` are not fully comparable."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    vanaf: date
    uitleg: Tekst


class TweedeBron(BaseModel):
    """Another source that publishes the same figure, under the key `sleutel`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    bron: Tekst
    sleutel: Tekst


class Indicator(BaseModel):
    """One row of the omgevingsanalyse: the fields of `catalog/<id>.toml`.

    `bron_sleutel` is the key under which the source's reader delivers the published value. It is empty when
    the publisher gives only a numerator and a denominator; then the value is
    `factor * teller_sleutel / noemer_sleutel`. `noemer_sleutel` also names the weights of a
    `gewogen_schatting`; when another indicator holds these, `noemer_indicator` names it instead. With a
    `teller_indicator` too, nobody publishes the figure: it is the one indicator divided by the other.
    `ook_bij` names other sources of the published value: `bron` leads, they fill the periods that it lacks.
    `venster_jaren` is the length of the period that one value covers, 0 for a value that holds on one day.
    `in_zin` names the figure inside a sentence: a noun phrase with its article, without a comma.
    `kern` marks the few figures of a levensdomein that a reader sees first; the others are one click away.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    titel: Tekst
    in_zin: Annotated[str, StringConstraints(pattern=r"^(de|het) [^,]+[^,.]$")] | None = None
    definitie: Tekst
    waarom: Tekst
    eenheid: Tekst
    soort: Soort
    richting: Richting
    richting_reden: Tekst | None = None
    levensdomein: Levensdomein
    kern: bool = False
    bron: Tekst
    bron_sleutel: Tekst | None = None
    ook_bij: tuple[TweedeBron, ...] = ()
    teller: Tekst | None = None
    teller_sleutel: Tekst | None = None
    teller_indicator: Tekst | None = None
    noemer: Tekst | None = None
    noemer_sleutel: Tekst | None = None
    noemer_indicator: Tekst | None = None
    factor: float = 1.0
    venster_jaren: Annotated[int, Field(ge=0, le=10)] = 1
    fusieregel: Fusieregel
    geldig: tuple[float, float]
    decimalen: Annotated[int, Field(ge=0, le=4)] = 1
    breuken: tuple[Breuk, ...] = ()
    kanttekening: Tekst | None = None
    herzien: date

    @property
    def te_herzien_vanaf(self) -> date:
        """The day from which the review of this indicator is overdue."""
        return self.herzien + HERZIEN_NA

    def bij(self, bron: str) -> Self | None:
        """Return this indicator with the keys under which `bron` delivers it; None when it does not."""
        if bron == self.bron:
            return self
        for ook in self.ook_bij:
            if ook.bron == bron:
                keys = {"bron_sleutel": ook.sleutel, "teller_sleutel": None, "noemer_sleutel": None}
                return self.model_copy(update={"bron": bron, **keys})
        return None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        wrong = []
        if self.geldig[0] >= self.geldig[1]:
            wrong.append(f"geldig {list(self.geldig)} is no range")
        if self.richting is Richting.GEEN and not self.richting_reden:
            wrong.append("richting 'geen' needs richting_reden")
        if self.richting is not Richting.GEEN and self.richting_reden:
            wrong.append("richting_reden is only for richting 'geen'")
        published = self.bron_sleutel or (self.teller_sleutel and self.noemer_sleutel)
        derived = self.teller_indicator and self.noemer_indicator
        if not published and not derived:
            wrong.append("give bron_sleutel, or teller_sleutel and noemer_sleutel")
        if self.teller_indicator and (self.bron_sleutel or self.teller_sleutel or not self.noemer_indicator):
            wrong.append(
                "teller_indicator needs noemer_indicator, and goes without bron_sleutel or teller_sleutel"
            )
        if len({self.bron, *(ook.bron for ook in self.ook_bij)}) <= len(self.ook_bij):
            wrong.append("ook_bij names a source twice, or the leading one")
        if self.ook_bij and not self.bron_sleutel:
            wrong.append("ook_bij is for a published value: give bron_sleutel")
        if self.noemer_indicator and (self.noemer_sleutel or not self.noemer):
            wrong.append("noemer_indicator needs noemer in words, and goes without noemer_sleutel")
        parts = (self.teller_sleutel and self.noemer_sleutel) or derived
        if self.fusieregel is Fusieregel.TELLER_NOEMER and not parts:
            wrong.append("fusieregel 'teller_noemer' needs teller_sleutel and noemer_sleutel")
        if self.fusieregel is Fusieregel.GEWOGEN_SCHATTING and not self.noemer:
            wrong.append("fusieregel 'gewogen_schatting' needs noemer: what are the weights?")
        if self.fusieregel is Fusieregel.SOM and self.soort is not Soort.AANTAL:
            wrong.append(f"fusieregel 'som' adds up counts, not a {self.soort}")
        if wrong:
            raise ValueError("; ".join(wrong))
        return self
