"""What should stand on the page of a municipality, computed from the exported tables by other means.

Only pandas, numpy and statsmodels: nothing of `indicators` or `dashboard`. Where the page weighs, ranks,
draws intervals or looks for similar municipalities, this does so too, written from docs/methode.md.
"""

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from statsmodels.stats.proportion import proportion_confint

VLAANDEREN = "02000"
BUREN = Path(__file__).parents[2] / "indicators" / "gemeenten" / "buren.csv"
"""Which municipalities share a border: a fixed list, so it is not among the exported figures."""
GEBIEDEN = ("provincie", "arrondissement", "referentieregio", "eerstelijnszone")
GROEPEN = ("grootteklasse", "kansarmoedeklasse", "centrumsteden", "buren", "vergelijkbaar")
KLASSEN = {
    "grootteklasse": ("bevolking", [0, 10_000, 20_000, 40_000, np.inf]),
    "kansarmoedeklasse": ("kansarmoede_index", [0, 5, 10, 15, np.inf]),
}
"""The indicator that sorts the municipalities, and where its classes begin."""
LIJKEN = (
    "bevolking",
    "bevolkingsdichtheid",
    "aandeel_0_17",
    "aandeel_65_plus",
    "fiscaal_inkomen_per_inwoner",
)
"""What makes municipalities alike."""
LOGARITME = ("bevolking", "bevolkingsdichtheid")
"""In these, towns differ by factors."""
WEEGBAAR = ("aandeel", "gemiddelde", "index")
VIJFDEN = (
    "bij de laagste 20 %",
    "onder het midden",
    "rond het midden",
    "boven het midden",
    "bij de hoogste 20 %",
)
GUNSTIGE_KANT = {"hoger_is_gunstiger": "hoger", "lager_is_gunstiger": "lager"}


class Tegenproef:
    """The exported tables in `folder`, and what follows from them."""

    def __init__(self, folder: Path) -> None:
        def table(name: str) -> pd.DataFrame:
            with duckdb.connect() as db:
                return db.read_parquet(str(folder / f"{name}.parquet")).df()

        gebied, lid, indicator = table("gebied"), table("lidmaatschap"), table("indicator")
        waarneming = table("waarneming").dropna(subset="waarde").astype({"n": float})
        self.slugs = gebied.dropna(subset="slug").set_index("nis_code")["slug"]
        self.lid = lid[lid["geldig_tot"].isna()].set_index("nis_code")
        self.buren = pd.read_csv(BUREN, dtype=str).set_index("nis_code")["buur"]
        self.indicator = indicator[indicator["nagekeken"]].set_index("indicator")
        municipal = waarneming[waarneming["nis_code"] != VLAANDEREN]
        newest = municipal.groupby("indicator")["periode_einde"].max()
        now = waarneming[waarneming["periode_einde"] == waarneming["indicator"].map(newest)]
        self.nu = {naam: rows.set_index("nis_code") for naam, rows in now.groupby("indicator")}

    def leden(self, keuze: str, nis: str) -> list[str]:
        """Return the municipalities that make up the comparator `keuze` of `nis`; itself among areas only."""
        if keuze == "vlaanderen":
            return list(self.slugs.index)
        if keuze.startswith("eigen:"):
            return list(self.slugs.index[self.slugs.isin(keuze.removeprefix("eigen:").split("+"))])
        if keuze in GEBIEDEN:
            level = self.lid[self.lid["niveau"] == keuze]["groep"]
            return list(level.index[level == level[nis]])
        return [ander for ander in self._group(keuze, nis) if ander != nis]

    def _group(self, keuze: str, nis: str) -> list[str]:
        if keuze == "centrumsteden":
            return list(self.lid.index[self.lid["niveau"] == "centrumstad"])
        if keuze == "buren":
            both = pd.concat([self.buren, pd.Series(self.buren.index, index=self.buren)])
            return list(both[both.index == nis].unique())
        if keuze == "vergelijkbaar":
            return self._nearest(nis)
        naam, grenzen = KLASSEN[keuze]
        klasse = pd.cut(self.nu[naam]["waarde"].drop(VLAANDEREN, errors="ignore"), grenzen, right=False)
        return list(klasse.index[klasse == klasse[nis]]) if nis in klasse.index else []

    def _nearest(self, nis: str) -> list[str]:
        """Return the ten nearest, each feature that `nis` has counting the same."""
        features = pd.DataFrame({naam: self.nu[naam]["waarde"] for naam in LIJKEN if naam in self.nu})
        features = features.drop(VLAANDEREN, errors="ignore")
        features.update(np.log(features.filter(LOGARITME)))
        standard = (features - features.mean()) / features.std(ddof=0)
        used = standard.loc[:, standard.loc[nis].notna()].dropna()
        distance = np.sqrt(((used - used.loc[nis]) ** 2).mean(axis=1)).drop(nis)
        return list(distance.sort_index().sort_values(kind="stable").index[:10])

    def blad(self, nis: str, keuze: str) -> pd.DataFrame:
        """Return what the page of `nis` beside `keuze` should say, one row per indicator.

        `waarde`, `laag`, `hoog` and `tegenover` are not rounded and empty where there are none; `woord` is
        the label; `middelste` says whether the comparator is the municipality in the middle.
        """
        leden = self.leden(keuze, nis)
        return pd.DataFrame([self._row(naam, nis, keuze, leden) for naam in self.indicator.index]).set_index(
            "indicator"
        )

    def _row(self, naam: str, nis: str, keuze: str, leden: list[str]) -> dict[str, object]:
        over, nu = self.indicator.loc[naam], self.nu.get(naam)
        row = {"indicator": naam, "decimalen": over["decimalen"], "middelste": False}
        if nu is None or nis not in nu.index:
            return row
        eigen = nu.loc[nis]
        row["waarde"] = eigen["waarde"]
        if over["soort"] == "aantal":
            return row
        row["laag"], row["hoog"] = _interval(over, eigen)
        row["tegenover"], row["middelste"] = _together(over, nu, nis, leden, keuze)
        row["woord"] = _verdict(row, over["richting"]) or _fifth(nu.drop(VLAANDEREN, errors="ignore"), nis)
        return row


def _interval(over: pd.Series, eigen: pd.Series) -> tuple[float, float]:
    people = eigen["n"] if eigen["n"] > 0 else eigen["noemer"]
    if over["soort"] != "aandeel" or not people > 0:
        return np.nan, np.nan
    laag, hoog = proportion_confint(eigen["waarde"] / 100 * people, people, method="wilson")
    return 100 * laag, 100 * hoog


def _together(
    over: pd.Series, nu: pd.DataFrame, nis: str, leden: list[str], keuze: str
) -> tuple[float, bool]:
    """Return the comparator: published for Flanders, else weighted where all can be, else the middle one."""
    if keuze == "vlaanderen" and VLAANDEREN in nu.index:
        return nu.loc[VLAANDEREN, "waarde"], False
    samen = nu[nu.index.isin(leden)]
    if set(samen.index) <= {nis}:
        return np.nan, False
    if over["soort"] in WEEGBAAR and pd.notna(over["noemer"]) and (samen["noemer"] > 0).all():
        return float(np.average(samen["waarde"], weights=samen["noemer"])), False
    return float(np.median(samen["waarde"])), len(samen) > 1


def _verdict(row: dict[str, object], richting: str) -> str | None:
    laag, hoog, tegenover = (row[veld] for veld in ("laag", "hoog", "tegenover"))
    if pd.isna(laag) or pd.isna(tegenover):
        return None
    if laag <= tegenover <= hoog:
        return "niet te onderscheiden"
    positie = "hoger" if laag > tegenover else "lager"
    if richting not in GUNSTIGE_KANT:
        return positie
    return f"{positie}, {'gunstiger' if GUNSTIGE_KANT[richting] == positie else 'ongunstiger'}"


def _fifth(nu: pd.DataFrame, nis: str) -> str:
    eigen = nu.loc[nis, "waarde"]
    if eigen == np.median(nu["waarde"]):
        return VIJFDEN[2]
    lower = (nu["waarde"] < eigen).sum() + (nu["waarde"] == eigen).sum() / 2
    return VIJFDEN[int(np.searchsorted([0.2, 0.4, 0.6, 0.8], lower / len(nu), side="right"))]
