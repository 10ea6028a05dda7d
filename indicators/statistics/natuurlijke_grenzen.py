"""Natural breaks: the classes within which values lie as close together as can be.

The optimum of Fisher (1958), "On grouping for maximum homogeneity", Journal of the American Statistical
Association 53, 789-798, made known for maps by Jenks (1977). Exact, not the k-means approximation. The place
where the last class begins never moves down when a value is added, so each half of a row needs to look only
on its own side of the answer for the middle (Wu 1991, Journal of Algorithms 12, 663-673).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from statistics import fmean


def natuurlijke_grenzen(waarden: Sequence[float], aantal: int) -> list[float]:
    """The `aantal` + 1 edges: the lowest value, then the highest value of each class.

    Equal values stay together, so there are as many classes as there are different values where these are
    fewer. Where two partitions are as good, the last class is the larger.
    """
    telling = sorted(Counter(waarden).items())
    aantal = min(aantal, len(telling))
    binnen = _Binnen(telling)
    kosten = [binnen.kwadraten(0, einde) for einde in range(len(telling) + 1)]
    begins: list[list[int]] = []
    for klasse in range(1, aantal):
        kosten, begin = _add_class(kosten, binnen, klasse)
        begins.append(begin)
    einde, bovengrenzen = len(telling), [telling[-1][0]]
    for begin in reversed(begins):
        einde = begin[einde]
        bovengrenzen.append(telling[einde - 1][0])
    return [telling[0][0], *reversed(bovengrenzen)]


class _Binnen:
    """The sum of squares around the mean of any run of values, from running sums."""

    def __init__(self, telling: Sequence[tuple[float, int]]) -> None:
        midden = fmean(waarde for waarde, _ in telling)  # sums around the middle keep their digits
        afstanden = [(waarde - midden, keer) for waarde, keer in telling]
        self.aantallen = [0, *accumulate(keer for _, keer in afstanden)]
        self.sommen = [0.0, *accumulate(keer * d for d, keer in afstanden)]
        self.som_kwadraten = [0.0, *accumulate(keer * d * d for d, keer in afstanden)]

    def kwadraten(self, begin: int, einde: int) -> float:
        """Of the different values from `begin` up to, not including, `einde`."""
        if einde - begin < 2:
            return 0.0
        som = self.sommen[einde] - self.sommen[begin]
        aantal = self.aantallen[einde] - self.aantallen[begin]
        return self.som_kwadraten[einde] - self.som_kwadraten[begin] - som * som / aantal


def _add_class(kosten: Sequence[float], binnen: _Binnen, klasse: int) -> tuple[list[float], list[int]]:
    """The least costs of the first values in one class more, and where that class then begins.

    `kosten` are those in `klasse` classes; a class holds at least one value.
    """
    nieuw, begin = [inf] * len(kosten), [0] * len(kosten)
    te_doen = [(klasse + 1, len(kosten) - 1, klasse, len(kosten) - 2)]
    while te_doen:
        laag, hoog, vroegst, laatst = te_doen.pop()
        if laag > hoog:
            continue
        einde = (laag + hoog) // 2
        for plek in range(vroegst, min(laatst, einde - 1) + 1):
            som = kosten[plek] + binnen.kwadraten(plek, einde)
            if som < nieuw[einde]:
                nieuw[einde], begin[einde] = som, plek
        te_doen += [(laag, einde - 1, vroegst, begin[einde]), (einde + 1, hoog, begin[einde], laatst)]
    return nieuw, begin
