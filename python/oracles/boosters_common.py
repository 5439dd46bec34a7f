"""What the oracles of boosters share: seeded rows, and the file of rows and answers beside a model."""

import math

import numpy as np


def rows(count, width, seed):
    """Small whole numbers (so that rows meet thresholds), fractions, zeros of both signs, a tenth missing."""
    random = np.random.RandomState(seed)
    kind = random.randint(0, 10, (count, width))
    x = random.normal(size=(count, width)) * 3
    x = np.where(kind < 5, random.randint(-4, 5, (count, width)).astype(float), x)
    x = np.where(kind == 5, -0.0, x)
    x = np.where(kind == 9, np.nan, x)
    return x.astype(np.float32).astype(np.float64)


def signal(x, seed):
    """A target that the rows explain in part."""
    random = np.random.RandomState(seed)
    total = random.normal(size=len(x)) * 0.3
    for j in range(x.shape[1]):
        column = x[:, j]
        total += np.where(np.isnan(column), 0.7, np.sin(column + j) + 0.2 * column * (j == 0))
    return total


def text(value):
    """A value as it stands in a table: nothing where it is missing, else so that it reads back to the bit."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, np.float32):
        return "" if math.isnan(value) else np.format_float_scientific(value)
    return "" if math.isnan(value) else repr(float(value)).replace("inf", "Infinity")


def write(path, library, units, names, table, answers):
    """Rows (a list of columns) and the library's answers (rows by outputs), with what it took to make them."""
    answers = np.asarray(answers)
    answers = answers.reshape(len(answers), -1)
    outputs = ["prediction"] if answers.shape[1] == 1 else ["prediction_%d" % i for i in range(answers.shape[1])]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("# %s; units in the last place: %d\n" % (library, units))
        file.write("\t".join(list(names) + ["|"] + outputs) + "\n")
        for i in range(len(answers)):
            cells = [text(column[i]) for column in table] + ["|"] + [text(a) for a in answers[i]]
            file.write("\t".join(cells) + "\n")
