"""Between which values figures of published tables lie, worked out with SciPy from what is printed and nothing else.

A question is {"cells": [{"status", "printed", "small", "base", "known"}], "sums": [{"terms": [[cell, weight]], "least",
"most"}], "asked": [cell]}; the answer has a list [least, most] in whole numbers for each asked cell, the first of them
with [linear least, linear most] behind.
"""

import json
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

NOTHING = float("inf")


def limits(cell):
    """What a reader knows of one figure by itself."""
    least, most = cell["known"]
    if cell["status"] == "primary":
        told = (1, cell["small"])
    elif cell["status"] == "secondary":
        told = (1, most)
    elif cell["status"] == "rounded":
        half = cell["base"] / 2
        counts = [
            count
            for count in range(cell["printed"] + cell["base"] + 1)
            if cell["printed"] - half <= count < cell["printed"] + half and count > cell["small"]
        ]
        told = (min(counts), max(counts))
    elif cell["status"] == "unprinted":
        told = (least, most)
    else:
        told = (cell["printed"], cell["printed"])
    return max(least, told[0]), min(most, told[1])


def answer(question):
    cells, sums = question["cells"], question["sums"]
    low, high = zip(*map(limits, cells))
    matrix = numpy.zeros((len(sums), len(cells)))
    for row, total in enumerate(sums):
        for cell, weight in total["terms"]:
            matrix[row, cell] += weight
    least = numpy.array([-NOTHING if total["least"] is None else total["least"] for total in sums])
    most = numpy.array([NOTHING if total["most"] is None else total["most"] for total in sums])
    equal = least == most
    upper = numpy.vstack([matrix[~equal], -matrix[~equal]])
    bound = numpy.concatenate([most[~equal], -least[~equal]])
    finite = numpy.isfinite(bound)
    found = []
    for asked in question["asked"]:
        values = []
        for sign in (1, -1):
            cost = numpy.zeros(len(cells))
            cost[asked] = sign
            result = milp(
                cost,
                constraints=LinearConstraint(matrix, least, most),
                bounds=Bounds(numpy.array(low), numpy.array(high)),
                integrality=numpy.ones(len(cells)),
                options={"mip_rel_gap": 0},
            )
            values.append(sign * result.fun)
        for sign in (1, -1) if not found else ():
            cost = numpy.zeros(len(cells))
            cost[asked] = sign
            result = linprog(
                cost,
                A_ub=upper[finite] if finite.any() else None,
                b_ub=bound[finite] if finite.any() else None,
                A_eq=matrix[equal] if equal.any() else None,
                b_eq=least[equal] if equal.any() else None,
                bounds=list(zip(low, high)),
            )
            values.append(sign * result.fun)
        found.append(values)
    return found


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
