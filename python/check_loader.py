"""Holds the loader for Python against what Hansom's own expressions answer: `python/expressions.json`, which the test
`AnswersForPythonTest` writes, has random expressions of every type, rows at which implementations like to differ, and
the answers.

    python python/check_loader.py

It needs numpy alone and ends with an error where an answer is another one. All are the same, to the bit; where exp, ln,
log2, log10, pow, sin, cos, atan2 or haversine stands in an expression, to 4 units in the last place.
"""

import json
import math
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../program/src/main/resources/export"))
import hansom_model  # noqa: E402

ROUGH = re.compile(r"\b(exp|ln|log2|log10|pow|sin|cos|atan2|haversine)\(")


def main(file):
    with open(file, encoding="utf-8") as content:
        document = json.load(content)
    fields = {field["name"]: field["type"] for field in document["fields"]}
    scope = hansom_model._Scope(fields)
    for table in document["tables"]:
        scope.names[table["name"]] = hansom_model._Table(table)
    rows = [
        {name: finite(value) for name, value in zip(fields, row)}
        for row in document["rows"]
    ]
    wrong, pairs = [], 0
    for expression in document["expressions"]:
        text = expression["text"]
        term = scope.compile(text)
        if term.kind != expression["type"]:
            wrong.append("%s: a %s (expected: %s)" % (text, term.kind, expression["type"]))
        for i, (row, expected) in enumerate(zip(rows, expression["answers"])):
            pairs += 1
            answer = term.of(row)
            if not same(answer, expected, 4 if ROUGH.search(text) else 0):
                wrong.append("%s: %r in row %d (expected: %r)" % (text, answer, i, expected))
    for line in wrong[:40]:
        print(line)
    print("%d pairs of expression and row, %d of them otherwise" % (pairs, len(wrong)))
    if wrong:
        raise SystemExit(1)


def finite(value):
    return None if isinstance(value, float) and not math.isfinite(value) else value


def same(answer, expected, units):
    if isinstance(answer, float) and isinstance(expected, float):
        near = units and abs(answer - expected) <= units * math.ulp(expected)
        return near or (answer == expected and math.copysign(1, answer) == math.copysign(1, expected))
    return type(answer) is type(expected) and answer == expected


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "expressions.json"))
