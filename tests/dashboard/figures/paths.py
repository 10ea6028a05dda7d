"""Reads back the paths of shapes: rings of points, in pixels."""

import re
from collections import defaultdict
from itertools import pairwise

NUMBER = re.compile(r"-?\d*\.\d+|-?\d+")


def rings(pad):
    """The rings of a path of relative steps, each closed, in whole tenths of a pixel."""
    found, pen = [], (0, 0)
    for part in pad.removesuffix("z").split("z"):
        assert part[0] == "m"
        numbers = [round(10 * float(n)) for n in NUMBER.findall(part)]
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            pen = pen[0] + dx, pen[1] + dy
            ring.append(pen)
        pen = ring[0]
        found.append([*ring, ring[0]])
    return found


def owners(paden):
    """Which areas lie along each stretch of border."""
    along = defaultdict(list)
    for nis, pad in paden.items():
        for ring in rings(pad):
            for een, ander in pairwise(ring):
                along[min(een, ander), max(een, ander)].append(nis)
    return along


def loops(stretches):
    """The closed lines that stretches make up together, each as a set of stretches that hang together."""
    beside = defaultdict(list)
    for een, ander in stretches:
        beside[een].append(ander)
        beside[ander].append(een)
    todo, found = set(beside), []
    while todo:
        line, edge = set(), [todo.pop()]
        while edge:
            punt = edge.pop()
            for ander in beside[punt]:
                line.add((min(punt, ander), max(punt, ander)))
                if ander in todo:
                    todo.remove(ander)
                    edge.append(ander)
        found.append(line)
    return found
