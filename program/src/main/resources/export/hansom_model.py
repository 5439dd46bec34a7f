"""A Hansom model in Python: it answers what the Java model answers, from the files that `hansom export` wrote.

    model = hansom_model.load("folder")
    model.predict([{"PULocationID": 74, "DOLocationID": 75, "lpep_pickup_datetime": "2021-03-01 08:30:00"}])
    model.predict(frame)            # a pandas DataFrame; columns that the model does not read are ignored
    model.features(frame)           # the numbers that the booster reads, a float32 array

It needs numpy, and xgboost where the model is a forest; pandas only where frames are given. Expressions are evaluated in
plain Python; one that uses a function which is not known here refuses by its name when the model is loaded.
Times are wall-clock times of the project's zone.
"""

import datetime
import json
import math
import os
import re

import numpy

_EPOCH = datetime.datetime(1970, 1, 1)
_DAY = datetime.date(1970, 1, 1)
_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_]\w*)|\"(?P<quoted>(?:[^\"]|\"\")+)\""
    r"|'(?P<text>(?:[^']|'')*)'|(?P<sign><>|!=|<=|>=|==|//|\|\||::|[-+*/%()=<>,]))"
)
_KEYWORDS = set("and or not is in between like case when then else end cast try_cast true false null as".split())
_EARTH_KM = 6371.0088


class Unsupported(Exception):
    """Something of the model that this loader does not know, by its name."""


def load(folder):
    """The model in `folder`."""
    with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
        return Model(json.load(file), folder)


class Model:
    """What answers: fields become features, features become an answer."""

    def __init__(self, document, folder):
        if document.get("format") != 1:
            raise Unsupported("format %s of model.json (expected: 1)" % document.get("format"))
        self.document = document
        self.fields = {field["name"]: field["type"] for field in document["fields"]}
        self._scope = _Scope(self.fields)
        for table in document["tables"]:
            self._scope.tables[table["name"]] = _Table(table)
        for definition in document["definitions"]:
            self._scope.add(definition["name"], self._scope.compile(definition["expression"]))
        for lookup in document["lookups"]:
            self._scope.add(lookup["name"], _lookup(lookup, self._scope))
        self._features = []
        for feature in document["features"]:
            compiled = self._scope.compile(feature["expression"])
            self._features.append(compiled)
            if feature["name"] not in self._scope.names and feature["name"] not in self.fields:
                self._scope.add(feature["name"], compiled)
        kernel = document["kernel"]
        self.kind = kernel["kind"]
        self._booster = None
        if self.kind == "forest":
            import xgboost

            self._booster = xgboost.Booster()
            self._booster.load_model(os.path.join(folder, kernel["file"]))
        elif self.kind == "formula":
            self._formula = self._scope.compile(kernel["expression"])

    def predict(self, rows):
        """The answers for rows: a list of dictionaries, or a DataFrame. NaN where there is none."""
        if self.kind == "formula":
            return self._clamped(numpy.array([_double(self._formula(row)) for row in self._rows(rows)], dtype=float))
        features = self.features(rows)
        if self.kind == "forest":
            answers = self._booster.inplace_predict(features, missing=numpy.nan, validate_features=False)
            return self._clamped(answers.astype(float))
        return self._clamped(self._linear(features))

    def features(self, rows):
        """The numbers that the learner sees, one row a row; NaN where missing."""
        values = [[_single(feature(row)) for feature in self._features] for row in self._rows(rows)]
        return numpy.array(values, dtype=numpy.float32).reshape(len(values), len(self._features))

    def _linear(self, features):
        kernel = self.document["kernel"]
        answers = numpy.full(len(features), kernel["intercept"], dtype=float)
        for i, (weight, fill) in enumerate(zip(kernel["weights"], kernel["fill"])):
            column = features[:, i].astype(float)
            answers = answers + weight * numpy.where(numpy.isnan(column), fill, column)
        return 1 / (1 + numpy.exp(-answers)) if self.kind == "logistic" else answers

    def _clamped(self, answers):
        least, most = self.document.get("least"), self.document.get("most")
        answers = numpy.where(numpy.isinf(answers), numpy.nan, answers)
        return numpy.clip(answers, -numpy.inf if least is None else least, numpy.inf if most is None else most)

    def _rows(self, rows):
        if hasattr(rows, "to_dict"):
            missing = [name for name in self._scope.read if name not in rows.columns]
            if missing:
                raise KeyError("no column " + ", ".join(sorted(missing)))
            rows = rows[[name for name in self.fields if name in rows.columns]].to_dict(orient="records")
        for row in rows:
            yield {name: _typed(row.get(name), kind, name) for name, kind in self.fields.items()}


def _typed(value, kind, name):
    """A field's value as an expression sees it; None where it is missing."""
    if value is None or value != value:
        return None
    if kind == "double":
        number = float(value)
        return number if math.isfinite(number) else None
    if kind == "int64":
        if isinstance(value, float) and value != int(value):
            raise ValueError("field %s: a fraction (expected: a whole number)" % name)
        return int(value)
    if kind == "string":
        return str(value)
    if kind == "boolean":
        return bool(value)
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value)
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            raise ValueError("field %s: a time with an offset (expected: the wall clock of the project's zone)" % name)
        return value if kind == "timestamp" else value.date()
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day) if kind == "timestamp" else value
    raise ValueError("field %s: %s (expected: %s)" % (name, type(value).__name__, kind))


def _double(value):
    return math.nan if value is None else float(value)


def _single(value):
    """A feature is a float32; what does not fit is missing."""
    if value is None:
        return math.nan
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        value = (value - _DAY).days
    with numpy.errstate(over="ignore"):
        number = numpy.float32(value)
    return number if numpy.isfinite(number) else math.nan


def _key(value):
    """A key part of a lookup or table: a whole number, a text, or None."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime.datetime):
        return (value - _EPOCH) // datetime.timedelta(microseconds=1)
    return (value - _DAY).days if isinstance(value, datetime.date) else value


class _Table:
    """A fixed table from a whole number or a text to a value."""

    def __init__(self, table):
        self.otherwise = table["otherwise"]
        self.values = {entry[0]: entry[1] for entry in table["values"]}

    def __call__(self, key):
        return self.values.get(key, self.otherwise)


def _lookup(lookup, scope):
    """Begins as the overall value; each level that knows the key, from the coarsest to the finest, shrinks it."""
    strength, overall = lookup["strength"], lookup["overall"]
    levels = []
    for level in reversed(lookup["levels"]):
        cells = {}
        for key, count, statistic in level["cells"]:
            rows = count + strength
            cells[tuple(key)] = (count * statistic / rows, strength / rows)
        levels.append(([scope.compile(key) for key in level["keys"]], cells))

    def value(row):
        answer = overall
        for keys, cells in levels:
            cell = cells.get(tuple(_key(key(row)) for key in keys))
            if cell is not None:
                answer = cell[0] + (0 if cell[1] == 0 else cell[1] * answer)
        return None if answer is None or answer != answer else answer

    return value


class _Scope:
    """The names that an expression may use."""

    def __init__(self, fields):
        self.fields = fields
        self.names = {}
        self.tables = {}
        self.read = set()

    def add(self, name, function):
        self.names[name] = function

    def compile(self, text):
        return _Parser(text, self).whole()

    def name(self, name):
        for known in (self.names, self.fields):
            if name in known:
                return self._found(name)
        alike = [known for known in list(self.names) + list(self.fields) if known.lower() == name.lower()]
        if len(alike) != 1:
            raise Unsupported("the name " + name)
        return self._found(alike[0])

    def _found(self, name):
        if name in self.names:
            return self.names[name]
        self.read.add(name)
        return lambda row: row[name]


class _Parser:
    """Reads an expression into a function of a row. Missing values are None; logic has three values."""

    def __init__(self, text, scope):
        self.text = text
        self.scope = scope
        self.tokens = []
        at = 0
        while text[at:].strip():
            match = _TOKEN.match(text, at)
            if not match:
                raise Unsupported("the character %s in %s" % (text[at:].strip()[0], text))
            at = match.end()
            kind = match.lastgroup
            value = match.group(kind)
            if kind == "name" and value.lower() in _KEYWORDS:
                kind, value = "sign", value.lower()
            elif kind == "quoted":
                kind, value = "name", value.replace('""', '"')
            elif kind == "text":
                value = value.replace("''", "'")
            self.tokens.append((kind, value))
        self.at = 0

    def whole(self):
        answer = self.either()
        if self.at < len(self.tokens):
            raise Unsupported("%s in %s" % (self.tokens[self.at][1], self.text))
        return answer

    def sign(self, *signs):
        if self.at < len(self.tokens):
            kind, value = self.tokens[self.at]
            if kind == "sign" and value in signs:
                self.at += 1
                return value
        return None

    def need(self, sign):
        if not self.sign(sign):
            found = self.tokens[self.at][1] if self.at < len(self.tokens) else "the end"
            raise Unsupported("%s in %s (expected: %s)" % (found, self.text, sign))

    def either(self):
        left = self.both()
        while self.sign("or"):
            left = _either(left, self.both())
        return left

    def both(self):
        left = self.negation()
        while self.sign("and"):
            left = _both(left, self.negation())
        return left

    def negation(self):
        if self.sign("not"):
            return _strict(lambda x: not x, self.negation())
        return self.comparison()

    def comparison(self):
        left = self.sum()
        while True:
            sign = self.sign("=", "==", "<>", "!=", "<", "<=", ">", ">=")
            if sign:
                left = _strict(_COMPARISONS[sign], left, self.sum())
            elif self.sign("is"):
                negated = self.sign("not")
                self.need("null")
                left = (lambda of: (lambda row: of(row) is not None) if negated else (lambda row: of(row) is None))(left)
            else:
                negated = self.sign("not")
                if self.sign("in"):
                    left = _within(left, self.arguments(), negated)
                elif self.sign("between"):
                    low = self.sum()
                    self.need("and")
                    left = _between(left, low, self.sum(), negated)
                elif negated:
                    raise Unsupported("not in %s" % self.text)
                else:
                    return left

    def sum(self):
        left = self.product()
        while True:
            sign = self.sign("+", "-", "||")
            if not sign:
                return left
            left = _strict(_ARITHMETIC[sign], left, self.product())

    def product(self):
        left = self.unary()
        while True:
            sign = self.sign("*", "/", "//", "%")
            if not sign:
                return left
            left = _strict(_ARITHMETIC[sign], left, self.unary())

    def unary(self):
        if self.sign("-"):
            return _strict(lambda x: -x, self.unary())
        if self.sign("+"):
            return self.unary()
        value = self.atom()
        while self.sign("::"):
            value = _cast(value, self.tokens[self.at][1])
            self.at += 1
        return value

    def arguments(self):
        self.need("(")
        arguments = [self.either()]
        while self.sign(","):
            arguments.append(self.either())
        self.need(")")
        return arguments

    def atom(self):
        if self.sign("("):
            inner = self.either()
            self.need(")")
            return inner
        if self.sign("case"):
            return self.case()
        if self.sign("cast", "try_cast"):
            self.need("(")
            value = self.either()
            self.need("as")
            kind = self.tokens[self.at][1]
            self.at += 1
            self.need(")")
            return _cast(value, kind)
        for word, constant in (("null", None), ("true", True), ("false", False)):
            if self.sign(word):
                return lambda row: constant
        if self.at == len(self.tokens):
            raise Unsupported("the end of %s" % self.text)
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            constant = float(value) if re.search("[.eE]", value) else int(value)
            return lambda row: constant
        if kind == "text":
            return lambda row: value
        if kind != "name":
            raise Unsupported("%s in %s" % (value, self.text))
        following = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        if following[0] == "text" and value.lower() in ("timestamp", "date"):
            self.at += 1
            time = datetime.datetime.fromisoformat(following[1])
            constant = time if value.lower() == "timestamp" else time.date()
            return lambda row: constant
        if following == ("sign", "("):
            return self.call(value, self.arguments())
        return self.scope.name(value)

    def call(self, name, arguments):
        if name in self.scope.tables:
            table = self.scope.tables[name]
            return lambda row: table(_key(arguments[0](row)))
        function = name.lower()
        if function in _LAZY:
            return _LAZY[function](arguments)
        if function not in _FUNCTIONS:
            raise Unsupported("the function " + name)
        return _strict(_FUNCTIONS[function], *arguments)

    def case(self):
        subject = None if self.tokens[self.at] == ("sign", "when") else self.either()
        whens = []
        while self.sign("when"):
            condition = self.either()
            if subject is not None:
                condition = _strict(_COMPARISONS["="], subject, condition)
            self.need("then")
            whens.append((condition, self.either()))
        otherwise = self.either() if self.sign("else") else lambda row: None
        self.need("end")

        def value(row):
            for condition, answer in whens:
                if condition(row):
                    return answer(row)
            return otherwise(row)

        return value


def _strict(function, *arguments):
    """Missing where an argument is, or where there is no answer."""

    def value(row):
        values = [argument(row) for argument in arguments]
        if any(one is None for one in values):
            return None
        try:
            answer = function(*values)
        except (ArithmeticError, ValueError):
            return None
        if isinstance(answer, float) and not math.isfinite(answer):
            return None
        if type(answer) is int and not -(2**63) < answer < 2**63:
            return None
        return answer

    return value


def _either(left, right):
    def value(row):
        one = left(row)
        if one:
            return True
        two = right(row)
        return True if two else None if one is None or two is None else False

    return value


def _both(left, right):
    def value(row):
        one = left(row)
        if one is False:
            return False
        two = right(row)
        return False if two is False else None if one is None or two is None else True

    return value


def _within(left, items, negated):
    def value(row):
        one = left(row)
        if one is None:
            return None
        values = [item(row) for item in items]
        if any(two is not None and one == two for two in values):
            return not negated
        return None if None in values else bool(negated)

    return value


def _between(left, low, high, negated):
    inside = _both(_strict(_COMPARISONS[">="], left, low), _strict(_COMPARISONS["<="], left, high))
    return _strict(lambda x: not x, inside) if negated else inside


def _cast(value, kind):
    kind = kind.lower()
    if kind == "double":
        return _strict(float, value)
    if kind in ("bigint", "int64", "integer", "int"):
        return _strict(lambda x: int(x.strip()) if isinstance(x, str) else round(x), value)
    if kind in ("varchar", "string", "text"):
        return _strict(_text, value)
    raise Unsupported("a cast to " + kind)


def _text(x):
    if isinstance(x, (str, int)) and not isinstance(x, bool):
        return str(x)
    raise Unsupported("text of " + type(x).__name__)


def _divided(a, b):
    return a / b


def _whole(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return float(math.trunc(a / b))


def _rest(a, b):
    return int(math.fmod(a, b)) if isinstance(a, int) and isinstance(b, int) and abs(a) < 2**53 else math.fmod(a, b)


def _haversine(lat1, lon1, lat2, lon2):
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def _extreme(choose):
    def of(arguments):
        def value(row):
            values = [one for one in (argument(row) for argument in arguments) if one is not None]
            return choose(values) if values else None

        return value

    return of


def _first(arguments):
    def value(row):
        return next((one for one in (argument(row) for argument in arguments) if one is not None), None)

    return value


def _nullif(arguments):
    def value(row):
        one = arguments[0](row)
        return None if one is not None and one == arguments[1](row) else one

    return value


_COMPARISONS = {
    "=": lambda a, b: a == b,
    "==": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
_ARITHMETIC = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divided,
    "//": _whole,
    "%": _rest,
    "||": lambda a, b: _text(a) + _text(b),
}
_LAZY = {"least": _extreme(min), "greatest": _extreme(max), "coalesce": _first, "nullif": _nullif}
_FUNCTIONS = {
    "abs": abs,
    "sign": lambda x: (x > 0) - (x < 0),
    "floor": lambda x: float(math.floor(x)),
    "ceil": lambda x: float(math.ceil(x)),
    "mod": _rest,
    "sqrt": math.sqrt,
    "exp": math.exp,
    "ln": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "pow": lambda x, y: math.pow(x, y),
    "sin": math.sin,
    "cos": math.cos,
    "atan2": math.atan2,
    "haversine": _haversine,
    "length": len,
    "contains": lambda s, t: t in s,
    "starts_with": lambda s, t: s.startswith(t),
    "year": lambda t: t.year,
    "quarter": lambda t: (t.month + 2) // 3,
    "month": lambda t: t.month,
    "week": lambda t: t.isocalendar()[1],
    "day": lambda t: t.day,
    "hour": lambda t: t.hour,
    "minute": lambda t: t.minute,
    "second": lambda t: t.second,
    "dayofweek": lambda t: t.isoweekday() % 7,
    "isodow": lambda t: t.isoweekday(),
    "dayofyear": lambda t: t.timetuple().tm_yday,
    "epoch": lambda t: ((t - _EPOCH) // datetime.timedelta(microseconds=1)) / 1e6,
}
