"""Writes drift statistics as scipy and numpy compute them: the oracle of the tests of dev.hansom.monitor.

Run: python drift.py ../../program/src/test/resources/oracles
"""

import pathlib
import sys

import numpy
import scipy
from scipy import spatial, stats

FOLDER = pathlib.Path(sys.argv[1])
VERSIONS = f"scipy {scipy.__version__}, numpy {numpy.__version__}"


def row(*values):
    return ",".join(repr(float(value)) for value in values) + "\n"


def noncentral():
    with open(FOLDER / "noncentral-chi-squared.csv", "w", encoding="utf-8") as out:
        out.write(f"# {VERSIONS}: x,degrees,noncentrality,survival\n")
        for degrees in (1, 6, 19, 30):
            for noncentrality in (0.0, 0.01, 1.0, 10.0, 150.0, 2000.0, 20000.0):
                law = stats.ncx2(degrees, noncentrality) if noncentrality else stats.chi2(degrees)
                for deviations in (-3, -1, 0, 1, 3, 6):
                    x = law.mean() + deviations * law.std()
                    if x > 0:
                        out.write(row(x, degrees, noncentrality, law.sf(x)))


def divergences():
    random = numpy.random.default_rng(20210301)
    with open(FOLDER / "divergences.csv", "w", encoding="utf-8") as out:
        out.write(f"# {VERSIONS}: bins,psi,jensen-shannon distance base 2,first counts...,second counts...\n")
        for bins in (2, 7, 20, 31):
            for rows in (30, 1000, 50000):
                shares = random.dirichlet(numpy.full(bins, 0.7))
                first = random.multinomial(rows, shares)
                second = random.multinomial(rows // 3, random.dirichlet(numpy.full(bins, 0.7)))
                some = first + second > 0
                p = (first[some] + 0.5) / (first[some] + 0.5).sum()
                q = (second[some] + 0.5) / (second[some] + 0.5).sum()
                psi = stats.entropy(p, q) + stats.entropy(q, p)
                js = spatial.distance.jensenshannon(p, q, 2)
                out.write(row(bins, psi, js, *first, *second))


def families():
    random = numpy.random.default_rng(7)
    with open(FOLDER / "benjamini-yekutieli.csv", "w", encoding="utf-8") as out:
        out.write(f"# {VERSIONS}: tests,p...,adjusted p...\n")
        for size in (1, 2, 5, 12, 40):
            p = random.uniform(0, 1, size) ** random.integers(1, 6)
            out.write(row(size, *p, *stats.false_discovery_control(p, method="by")))


noncentral()
divergences()
families()
