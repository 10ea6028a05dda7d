"""How far apart the colours of the tokens are, for everybody: what the tests of colours measure with.

Simulation: Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color
vision deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), table of severity 1.0,
on linear RGB. Distance: Euclidean in OKLab (Ottosson 2020), in which about 0.02 is just noticeable.
"""

import re
from pathlib import Path

TOKENS = (Path(__file__).parents[3] / "assets" / "01-tokens.css").read_text("utf-8")
IDENTITY = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
VISION = {
    "all colours": IDENTITY,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def scheme(name):
    light, _, rest = TOKENS.partition("@media (prefers-color-scheme: dark)")
    found = re.findall(r"--kleur-([\w-]+):\s*#([0-9a-f]{6});", light if name == "light" else rest)
    return {token: tuple(int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)) for token, code in found}


def linear(colour):
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)


def times(matrix, vector):
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def seen(colour, vision):
    """Return the colour as somebody sees it, in OKLab."""
    rgb = tuple(min(max(c, 0.0), 1.0) for c in times(VISION[vision], linear(colour)))
    to_lms = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
    to_lab = ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
    return times(to_lab, tuple(c ** (1 / 3) for c in times(to_lms, rgb)))


def distance(een, ander):
    return sum((a - b) ** 2 for a, b in zip(een, ander, strict=True)) ** 0.5


def luminance(colour):
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(een, ander):
    """Contrast ratio as in WCAG 2.2."""
    high, low = sorted((luminance(een), luminance(ander)), reverse=True)
    return (high + 0.05) / (low + 0.05)
