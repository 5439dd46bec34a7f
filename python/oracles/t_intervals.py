"""Writes t intervals as scipy computes them: the oracle of IntervalTest.

Run: python t_intervals.py > ../../program/src/test/resources/oracles/t-intervals.csv
"""

import numpy
import scipy
from scipy import stats


def main():
    random = numpy.random.default_rng(20210117)
    print(f"# scipy {scipy.__version__}, numpy {numpy.__version__}: level,low,mean,high,values...")
    for size in (2, 3, 4, 5, 6, 8, 12, 26, 60):
        for level in (0.8, 0.95, 0.99):
            values = numpy.round(random.normal(0.3, 10.0 ** random.integers(-3, 3), size), 9)
            low, high = stats.t.interval(level, size - 1, loc=values.mean(), scale=stats.sem(values))
            print(",".join(repr(float(x)) for x in (level, low, values.mean(), high, *values)))


main()
