"""A Hansom model in Python: it answers what the Java model answers, from the files that `hansom export` wrote.

    model = hansom_model.load("folder")
    model.predict([{"PULocationID": 74, "DOLocationID": 75, "lpep_pickup_datetime": "2021-03-01 08:30:00"}])
    model.predict(frame)            # a pandas DataFrame; columns that the model does not read are ignored
    model.features(frame)           # the numbers that the trees read, a float32 array

It needs numpy, and xgboost where the model has trees, or onnxruntime instead: load("folder", trees="onnx"). Pandas only
where frames are given. Expressions are typed and compiled as in Java; what is not known here refuses by its name when the
model is loaded. A time without an offset is the wall clock of the project's zone, one with an offset is brought to it.
"""

import datetime
import decimal
import json
import math
import os
import re
import unicodedata

import numpy

_EPOCH = datetime.datetime(1970, 1, 1)
_FIRST_DAY = datetime.date(1970, 1, 1)
_MICRO = datetime.timedelta(microseconds=1)


class Unsupported(Exception):
    """Something of the model that this loader does not know, by its name."""


def load(folder, trees=None):
    """The model in `folder`. `trees` says what walks them: "xgboost" (bit for bit) or "onnx" (to 1e-5)."""
    with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
        return Model(json.load(file), folder, trees)


class Model:
    """What answers: fields become features, features become an answer."""

    def __init__(self, document, folder, trees=None):
        if document.get("format") != 1:
            raise Unsupported("format %s of model.json (expected: 1)" % document.get("format"))
        self.document = document
        self.fields = {field["name"]: field["type"] for field in document["fields"]}
        self._zone = document.get("zone")
        scope = self._scope = _Scope(self.fields)
        for table in document["tables"]:
            scope.names[table["name"]] = _Table(table)
        for definition in document["definitions"]:
            scope.names[definition["name"]] = scope.compile(definition["expression"])
        for lookup in document["lookups"]:
            scope.names[lookup["name"]] = _Term("double", _lookup(lookup, scope))
        self._features = []
        for feature in document["features"]:
            term = scope.compile(feature["expression"])
            self._features.append(term)
            scope.add_if_free(feature["name"], term)
        kernel = document["kernel"]
        self.kind = kernel["kind"]
        self._trees = None
        if self.kind == "forest":
            self._trees = _trees(folder, kernel, trees)
        elif self.kind == "formula":
            self._formula = scope.compile(kernel["expression"])
        elif self.kind not in ("linear", "logistic"):
            raise Unsupported("the kernel " + self.kind)

    def predict(self, rows):
        """The answers for rows: a list of dictionaries, or a DataFrame. NaN where there is none."""
        if self.kind == "formula":
            answers = [_number(self._formula.of(row)) for row in self._rows(rows)]
            return self._kept(numpy.array(answers, dtype=float))
        features = self.features(rows)
        if self.kind == "forest":
            return self._kept(numpy.asarray(self._trees(features), dtype=float).reshape(len(features)))
        return self._kept(self._linear(features))

    def features(self, rows):
        """The numbers that the learner sees, one row a row; NaN where missing."""
        values = [[_single(term.of(row)) for term in self._features] for row in self._rows(rows)]
        return numpy.array(values, dtype=numpy.float32).reshape(len(values), len(self._features))

    def _linear(self, features):
        kernel = self.document["kernel"]
        answers = numpy.full(len(features), kernel["intercept"], dtype=float)
        for i, (weight, fill) in enumerate(zip(kernel["weights"], kernel["fill"])):
            column = features[:, i].astype(float)
            answers = answers + weight * numpy.where(numpy.isnan(column), _number(fill), column)
        if self.kind == "linear":
            return answers
        with numpy.errstate(over="ignore"):
            return 1 / (1 + numpy.exp(-answers))

    def _kept(self, answers):
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
            yield {name: _field(row.get(name), kind, name, self._zone) for name, kind in self.fields.items()}


def _trees(folder, kernel, runtime):
    """What makes answers of a matrix of features."""
    if runtime not in (None, "xgboost", "onnx"):
        raise ValueError('trees="%s" (expected: "xgboost" or "onnx")' % runtime)
    if runtime == "onnx":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            os.path.join(folder, "forest.onnx"), options, providers=["CPUExecutionProvider"]
        )
        return lambda features: session.run(None, {"features": features})[0]
    import xgboost

    booster = xgboost.Booster()
    booster.load_model(os.path.join(folder, kernel["file"]))
    return lambda features: booster.inplace_predict(features, missing=numpy.nan, validate_features=False)


# --- fields -----------------------------------------------------------------------------------------------------------
# A value is None where missing, else: double a float, int64 an int, string a str, boolean 0 or 1, timestamp microseconds
# and date days since 1970-01-01, as ints.


def _field(value, kind, name, zone):
    if value is None or value != value:
        return None
    try:
        return _FIELDS[kind](value, zone)
    except (ValueError, TypeError, OverflowError) as e:
        raise ValueError("field %s: %s (expected: %s)" % (name, type(value).__name__, kind)) from e


def _double_field(value, zone):
    if isinstance(value, (str, bytes)):
        raise ValueError
    number = float(value)
    return number if math.isfinite(number) else None


def _whole_field(value, zone):
    if isinstance(value, (str, bytes)) or value != int(value):
        raise ValueError
    return _whole(int(value))


def _text_field(value, zone):
    if not isinstance(value, str):
        raise ValueError
    return value


def _truth_field(value, zone):
    if not isinstance(value, (bool, numpy.bool_)):
        raise ValueError
    return int(value)


def _moment_field(value, zone):
    if isinstance(value, numpy.datetime64):
        return int(value.astype("datetime64[us]").astype("int64"))
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value[:-1] + "+00:00" if value.endswith("Z") else value)
    if hasattr(value, "to_pydatetime"):
        value = value.floor("us").to_pydatetime()
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            import zoneinfo

            value = value.astimezone(zoneinfo.ZoneInfo(zone or "UTC")).replace(tzinfo=None)
        return (value - _EPOCH) // _MICRO
    if isinstance(value, datetime.date):
        return (value - _FIRST_DAY).days * _DAY
    raise ValueError


def _day_field(value, zone):
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return (value - _FIRST_DAY).days
    return _moment_field(value, zone) // _DAY


_FIELDS = {
    "double": _double_field,
    "int64": _whole_field,
    "string": _text_field,
    "boolean": _truth_field,
    "timestamp": _moment_field,
    "date": _day_field,
}


def _number(value):
    return math.nan if value is None else float(value)


def _single(value):
    """A feature is a float32; what does not fit is missing."""
    with numpy.errstate(over="ignore"):
        number = numpy.float32(_number(value))
    return number if numpy.isfinite(number) else math.nan


# --- terms ------------------------------------------------------------------------------------------------------------


class _Term:
    """A typed piece of an expression: `of(row)` is its value. `bare` is NULL that has no type yet."""

    def __init__(self, kind, of, constant=False, bare=False):
        self.kind, self.of, self.constant, self.bare = kind, of, constant, bare


def _constant(kind, value, bare=False):
    return _Term(kind, lambda row: value, True, bare)


def _made(kind, parts, of):
    """A term of `parts`; computed here and now where all of them are constant."""
    if parts and all(part.constant for part in parts):
        return _constant(kind, of(None))
    return _Term(kind, of)


def _strict(kind, function, *parts):
    """Missing where a part is, where there is no answer, and where the answer does not fit its type."""
    evaluators = [part.of for part in parts]
    fits = {"double": _finite, "int64": _whole, "timestamp": _whole, "date": _whole, "string": _short}.get(kind)

    def of(row):
        values = []
        for evaluator in evaluators:
            value = evaluator(row)
            if value is None:
                return None
            values.append(value)
        try:
            answer = function(*values)
        except (ArithmeticError, ValueError):
            return None
        return answer if answer is None or fits is None else fits(answer)

    return _made(kind, list(parts), of)


def _finite(x):
    return x if math.isfinite(x) else None


def _whole(x):
    return x if -(2**63) < x < 2**63 else None


def _short(text):
    long = len(text) > 1 << 19 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > 1 << 20
    return None if long else text


# --- conversions ------------------------------------------------------------------------------------------------------

_ORDER = ["double", "int64", "string", "timestamp", "date", "boolean"]
_IMPOSSIBLE = 1000


def _cost(term, kind):
    if term.bare or term.kind == kind:
        return 0
    if (term.kind, kind) in (("int64", "double"), ("date", "timestamp")):
        return 1
    return 2 if _written_time(term, kind) is not None else _IMPOSSIBLE


def _written_time(term, kind):
    if term.kind == "string" and term.constant and term.of(None) is not None:
        if kind == "timestamp":
            return _moment_of_text(term.of(None))
        if kind == "date":
            return _day_of_text(term.of(None))
    return None


def _to(kind, term):
    if term.bare:
        return _constant(kind, None)
    if term.kind == kind:
        return term
    time = _written_time(term, kind)
    return _cast(term, kind) if time is None else _constant(kind, time)


def _shared(terms):
    kinds = sorted({term.kind for term in terms if not term.bare}, key=_ORDER.index)
    if not kinds:
        return "double"
    for kind in kinds:
        if all(_cost(term, kind) < _IMPOSSIBLE for term in terms):
            return kind
    raise Unsupported("values of " + ", ".join(kinds) + " side by side")


def _alike(terms):
    kind = _shared(terms)
    return [_to(kind, term) for term in terms]


def _cast(term, kind):
    if term.bare:
        return _constant(kind, None)
    if term.kind == kind:
        return term
    function = _CASTS.get((term.kind, kind))
    if function is None:
        raise Unsupported("a conversion from %s to %s" % (term.kind, kind))
    return _strict(kind, function, term)


_NUMBER = re.compile(r" *[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})? *")
_TIME = re.compile(
    r"([0-9]{1,6})([-/])([0-9]{1,2})\2([0-9]{1,2})"
    r"(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?"
)


def _is_number(text):
    return len(text) <= 100 and _NUMBER.fullmatch(text)


def _number_of_text(text):
    return float(text.strip()) if _is_number(text) else None


def _whole_of_text(text):
    """Half away from zero."""
    if not _is_number(text):
        return None
    value = decimal.Decimal(text.strip())
    digits = value.adjusted() + 1
    if value == 0 or digits < 0:
        return 0
    return None if digits > 19 else int(value.to_integral_value(decimal.ROUND_HALF_UP))


def _truth_of_text(text):
    lower = text.lower() if len(text) <= 5 else ""
    if lower in ("true", "t", "yes", "y", "1"):
        return 1
    return 0 if lower in ("false", "f", "no", "n", "0") else None


def _text_of_number(x):
    return repr(x)


def _moment_of_text(text):
    match = _TIME.fullmatch(text)
    if len(text) > 40 or not match:
        return None
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= _month_length(year, month)):
        return None
    days = _day(year, month, day)
    if abs(days) > _DAYS_AT_MOST:
        return None
    if match[5] is None:
        return days * _DAY
    hour, minute, second = int(match[5]), int(match[6]), int(match[7] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    fraction = int(((match[8] or "") + "000000")[:6])
    return days * _DAY + (hour * 3600 + minute * 60 + second) * 1000000 + fraction


def _day_of_text(text):
    moment = _moment_of_text(text)
    return None if moment is None else moment // _DAY


def _text_of_day(day):
    year, month, of_month = _civil(day)
    digits = "%04d-%02d-%02d" % (year if year > 0 else 1 - year, month, of_month)
    return digits if year > 0 else digits + " (BC)"


def _text_of_moment(moment):
    rest = moment % _DAY
    seconds, fraction = divmod(rest, 1000000)
    text = "%s %02d:%02d:%02d" % (_text_of_day(moment // _DAY), seconds // 3600, seconds // 60 % 60, seconds % 60)
    return text + (".%06d" % fraction).rstrip("0") if fraction else text


_CASTS = {
    ("double", "int64"): round,
    ("double", "boolean"): lambda x: int(x != 0),
    ("double", "string"): _text_of_number,
    ("int64", "double"): float,
    ("int64", "boolean"): lambda x: int(x != 0),
    ("int64", "string"): str,
    ("boolean", "double"): float,
    ("boolean", "int64"): lambda x: x,
    ("boolean", "string"): lambda x: "true" if x else "false",
    ("timestamp", "date"): lambda t: t // _DAY,
    ("timestamp", "string"): _text_of_moment,
    ("date", "timestamp"): lambda d: d * _DAY if abs(d) <= _DAYS_AT_MOST else None,
    ("date", "string"): _text_of_day,
    ("string", "double"): _number_of_text,
    ("string", "int64"): _whole_of_text,
    ("string", "boolean"): _truth_of_text,
    ("string", "timestamp"): _moment_of_text,
    ("string", "date"): _day_of_text,
}

# --- the calendar: proleptic Gregorian, days since 1970-01-01 (Howard Hinnant's algorithms) ---------------------------

_DAY = 86400000000
_DAYS_AT_MOST = (2**63 - 1) // _DAY - 1


def _cut(a, b):
    """A whole division towards zero."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def _day(year, month, of_month):
    y = year - 1 if month <= 2 else year
    era, of_era = divmod(y, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + of_month - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _civil(day):
    """Year, month and day of the month."""
    era, of_era = divmod(day + 719468, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (1 if month <= 2 else 0), month, of_year - (153 * shifted + 2) // 5 + 1


def _month_length(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _months(day):
    year, month, _ = _civil(day)
    return year * 12 + month - 1


def _first_of(months):
    return _day(months // 12, months % 12 + 1, 1)


def _monday(day):
    return day - (day + 3) % 7


def _day_of_year(day):
    return day - _day(_civil(day)[0], 1, 1) + 1


_SPANS = {
    "microsecond": 1,
    "millisecond": 1000,
    "second": 1000000,
    "minute": 60000000,
    "hour": 3600000000,
    "day": _DAY,
    "week": 7 * _DAY,
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_PARTS = {
    "microsecond": lambda t: t % 60000000,
    "millisecond": lambda t: t % 60000000 // 1000,
    "second": lambda t: t % 60000000 // 1000000,
    "minute": lambda t: t % 3600000000 // 60000000,
    "hour": lambda t: t % _DAY // 3600000000,
    "day": lambda t: _civil(t // _DAY)[2],
    "week": lambda t: (_day_of_year(_monday(t // _DAY) + 3) - 1) // 7 + 1,
    "month": lambda t: _civil(t // _DAY)[1],
    "quarter": lambda t: (_civil(t // _DAY)[1] + 2) // 3,
    "year": lambda t: _civil(t // _DAY)[0],
    "dayofweek": lambda t: (t // _DAY + 4) % 7,
    "isodow": lambda t: (t // _DAY + 3) % 7 + 1,
    "dayofyear": lambda t: _day_of_year(t // _DAY),
}


def _part(name, known):
    lower = name.lower()
    singular = lower[:-1] if lower.endswith("s") else lower
    part = {"dow": "dayofweek", "weekday": "dayofweek", "doy": "dayofyear"}.get(singular, singular)
    if part not in known:
        raise Unsupported("the part %s of a time" % name)
    return part


def _start(part):
    def start(t):
        if t < -(2**63) + 400 * _DAY:
            return None
        if part == "week":
            return _monday(t // _DAY) * _DAY
        if part in _SPANS:
            return t // _SPANS[part] * _SPANS[part]
        return _first_of(_months(t // _DAY) // _MONTHS[part] * _MONTHS[part]) * _DAY

    return start


def _between_moments(part):
    def count(a, b):
        if not -(2**63) <= b - a < 2**63:
            return None
        if part == "week":
            return _cut(b // _DAY - a // _DAY, 7)
        if part in _SPANS:
            return b // _SPANS[part] - a // _SPANS[part]
        if part == "year":
            return _civil(b // _DAY)[0] - _civil(a // _DAY)[0]
        return _cut(_months(b // _DAY), _MONTHS[part]) - _cut(_months(a // _DAY), _MONTHS[part])

    return count


def _shifted(months, micros):
    def shifted(t):
        if months:
            day = t // _DAY
            first = _first_of(_months(day) + months)
            year, month, _ = _civil(first)
            day = first + min(_civil(day)[2], _month_length(year, month)) - 1
            if abs(day) > _DAYS_AT_MOST:
                return None
            t = day * _DAY + t % _DAY
        return t + micros

    return shifted


def _make_timestamp(year, month, day, hour, minute, second):
    real = abs(year) < 290000 and 1 <= month <= 12 and 1 <= day <= 31 and day <= _month_length(year, month)
    if not (real and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):
        return None
    return _day(year, month, day) * _DAY + hour * 3600000000 + minute * 60000000 + round(second * 1e6)


# --- functions --------------------------------------------------------------------------------------------------------


def _rest(a, b):
    return a - _cut(a, b) * b


def _floor(x):
    return math.copysign(float(math.floor(x)), x)


def _ceil(x):
    return math.copysign(float(math.ceil(x)), x)


def _half(x):
    if not math.isfinite(x):
        return x
    size = abs(x)
    down = float(math.floor(size))
    return math.copysign(down + 1 if size - down >= 0.5 else down, x)


def _trunc(x):
    return math.copysign(float(math.floor(abs(x))), x) if math.isfinite(x) else x


def _decimals(operator):
    def at(x, places):
        scale = float("1e%d" % min(abs(places), 400))
        rounded = operator(x / scale) * scale if places < 0 else operator(x * scale) / scale
        return rounded if math.isfinite(rounded) else (0.0 if places < 0 else x)

    return at


def _tens(half):
    def at(x, places):
        if places >= 0:
            return x
        if places <= -19:
            return 0
        power = 10**-places
        rest = _rest(x, power)
        if not half or abs(rest) < power - abs(rest):
            return x - rest
        return x - rest - power if x < 0 else x - rest + power

    return at


def _log2(x):
    fraction, exponent = math.frexp(x)
    return float(exponent - 1) if fraction == 0.5 and exponent > -1023 else math.log(x) / math.log(2)


def _haversine(lat1, lon1, lat2, lon2):
    if not (abs(lat1) <= 90 and abs(lat2) <= 90):
        return None
    radians = 0.017453292519943295
    a, b = lat1 * radians, lat2 * radians
    across = math.sin((lon2 - lon1) * radians / 2)
    along = math.sin((b - a) / 2)
    half = math.sqrt(along * along + math.cos(a) * math.cos(b) * across * across)
    return 2 * 6371.0088 * math.asin(min(1, half))


def _lower(text):
    return "".join("i" if c == "\u0130" else c.lower() for c in text)


def _upper(text):
    return "".join(map(_upper_letter, text))


def _upper_letter(c):
    if c == "ß":
        return "ẞ"
    for candidate in (c.upper(), c.title()):
        if len(candidate) == 1:
            return candidate
    return c


def _trim(text):
    start, end = 0, len(text)
    while start < end and unicodedata.category(text[start]) == "Zs":
        start += 1
    while end > start and unicodedata.category(text[end - 1]) == "Zs":
        end -= 1
    return text[start:end]


def _substring(text, start, count=2**31 - 1):
    most = 2**31 - 1
    start, count, size = max(-most, min(most, start)), max(-most, min(most, count)), len(text)
    begin = size + start if start < 0 else start - 1
    ends = sorted((begin, begin + count))
    return text[max(0, min(size, ends[0])) : max(0, min(size, ends[1]))]


def _like(escape=None):
    def like(text, pattern):
        parts, at = [], 0
        while at < len(pattern):
            c = pattern[at]
            if c == escape:
                at += 1
                parts.append(re.escape(pattern[at]))
            else:
                parts.append({"%": ".*", "_": "."}.get(c, re.escape(c)))
            at += 1
        return int(re.fullmatch("".join(parts), text, re.DOTALL) is not None)

    return like


_COMPARISONS = {
    "=": lambda a, b: int(a == b),
    "<>": lambda a, b: int(a != b),
    "<": lambda a, b: int(a < b),
    "<=": lambda a, b: int(a <= b),
    ">": lambda a, b: int(a > b),
    ">=": lambda a, b: int(a >= b),
}


def _compare(sign, terms):
    return _strict("boolean", _COMPARISONS[sign], *_alike(terms))


def _between(terms):
    value, low, high = _alike(terms)
    return _both([_compare(">=", [value, low]), _compare("<=", [value, high])])


def _within(terms):
    value, *items = _alike(terms)

    def of(row):
        one = value.of(row)
        if one is None:
            return None
        unknown = False
        for item in items:
            two = item.of(row)
            if two is None:
                unknown = True
            elif one == two:
                return 1
        return None if unknown else 0

    return _made("boolean", [value] + items, of)


def _both(terms):
    left, right = (_truth(term) for term in terms)

    def of(row):
        one = left.of(row)
        if one == 0:
            return 0
        two = right.of(row)
        return 0 if two == 0 else None if one is None else two

    return _made("boolean", [left, right], of)


def _either(terms):
    left, right = (_truth(term) for term in terms)

    def of(row):
        one = left.of(row)
        if one == 1:
            return 1
        two = right.of(row)
        return 1 if two == 1 else None if one is None else two

    return _made("boolean", [left, right], of)


def _truth(term):
    if _cost(term, "boolean") >= _IMPOSSIBLE:
        raise Unsupported("a condition that is " + term.kind)
    return _to("boolean", term)


def _is_null(terms):
    return _made("boolean", terms, lambda row: int(terms[0].of(row) is None))


def _joined(terms):
    return _strict("string", lambda a, b: a + b, *(_cast(term, "string") for term in terms))


def _first(conditions, values):
    """The value of the first condition that is true; the last value where none is."""

    def of(row):
        for condition, value in zip(conditions, values):
            if condition.of(row) == 1:
                return value.of(row)
        return values[-1].of(row)

    return _made(values[0].kind, conditions + values, of)


def _coalesce(terms):
    values = _alike(terms)

    def of(row):
        return next((one for one in (value.of(row) for value in values) if one is not None), None)

    return _made(values[0].kind, values, of)


def _nullif(terms):
    value = terms[0]
    return _first([_compare("=", terms)], [_constant(value.kind, None), value])


def _extreme(better):
    def of_terms(terms):
        values = _alike(terms)

        def of(row):
            best = None
            for value in values:
                one = value.of(row)
                if one is not None and (best is None or better(one, best)):
                    best = one
            return best

        return _made(values[0].kind, values, of)

    return of_terms


def _typed(*overloads):
    """Of several lists of types, each with the type and the function that it makes, the nearest to the terms."""

    def of(terms, name):
        best, least = None, _IMPOSSIBLE
        for takes, answers, function in overloads:
            if len(takes) == len(terms):
                cost = sum(map(_cost, terms, takes))
                if cost < least:
                    best, least = (takes, answers, function), cost
        if best is None:
            raise Unsupported("%s of (%s)" % (name, ", ".join(term.kind for term in terms)))
        return _strict(best[1], best[2], *(_to(kind, term) for kind, term in zip(best[0], terms)))

    return of


def _any(function):
    return lambda terms, name: function(terms)


def _numeric(function):
    return _typed((["double"], "double", function))


def _of_time(part):
    return _typed((["timestamp"], "int64", _PARTS[part]))


def _two(whole, number, *more):
    return _typed((["int64"] * 2, "int64", whole), (["double"] * 2, "double", number), *more)


def _same(x):
    return x


def _signum(x):
    return (x > 0) - (x < 0)


def _named_part(count, make):
    def of(terms, name):
        part = terms[0].of(None) if terms[0].constant and terms[0].kind == "string" else None
        if part is None or len(terms) != count:
            raise Unsupported(name + " without the name of a part")
        return make(part, terms[1:], name)

    return of


def _date_part(part, terms, name):
    if part.lower() == "epoch":
        return _EPOCH_SECONDS(terms, name)
    return _of_time(_part(part, _PARTS))(terms, name)


def _date_trunc(part, terms, name):
    return _typed((["timestamp"], "timestamp", _start(_part(part, {**_SPANS, **_MONTHS}))))(terms, name)


def _date_diff(part, terms, name):
    return _typed((["timestamp"] * 2, "int64", _between_moments(_part(part, {**_SPANS, **_MONTHS}))))(terms, name)


def _like_terms(terms, name):
    if len(terms) == 2:
        return _typed((["string"] * 2, "boolean", _like()))(terms, name)
    escape = terms[2].of(None) if terms[2].constant else None
    if escape is None or len(escape) != 1:
        raise Unsupported("LIKE with such an ESCAPE")
    return _typed((["string"] * 2, "boolean", _like(escape)))(terms[:2], name)


def _plus_days(sign):
    def plus(day, count):
        if abs(count) > _DAYS_AT_MOST or abs(day + sign * count) > _DAYS_AT_MOST:
            return None
        return day + sign * count

    return ["date", "int64"], "date", plus


_EPOCH_SECONDS = _typed((["timestamp"], "double", lambda t: t / 1e6))
_OPERATORS = {
    "+": _two(lambda a, b: a + b, lambda a, b: a + b, _plus_days(1), (["int64"], "int64", _same), (["double"], "double", _same)),
    "-": _two(
        lambda a, b: a - b,
        lambda a, b: a - b,
        _plus_days(-1),
        (["date"] * 2, "int64", lambda a, b: a - b),
        (["int64"], "int64", lambda x: -x),
        (["double"], "double", lambda x: -x),
    ),
    "*": _two(lambda a, b: a * b, lambda a, b: a * b),
    "/": _typed((["double"] * 2, "double", lambda a, b: a / b)),
    "//": _typed((["int64"] * 2, "int64", _cut)),
    "%": _two(_rest, math.fmod),
    "between": _any(_between),
    "in": _any(_within),
    "like": _like_terms,
    "||": _any(_joined),
    "and": _any(_both),
    "or": _any(_either),
    "not": _typed((["boolean"], "boolean", lambda x: 1 - x)),
    "is null": _any(_is_null),
}
for _sign in _COMPARISONS:
    _OPERATORS[_sign] = lambda terms, name: _compare(name, terms)
_FUNCTIONS = {
    "abs": _typed((["int64"], "int64", abs), (["double"], "double", abs)),
    "sign": _typed((["int64"], "int64", _signum), (["double"], "int64", _signum)),
    "floor": _numeric(_floor),
    "ceil": _numeric(_ceil),
    "round": _typed(
        (["int64"], "int64", _same),
        (["double"], "double", _half),
        (["int64"] * 2, "int64", _tens(True)),
        (["double", "int64"], "double", _decimals(_half)),
    ),
    "trunc": _typed(
        (["int64"], "int64", _same),
        (["double"], "double", _trunc),
        (["int64"] * 2, "int64", _tens(False)),
        (["double", "int64"], "double", _decimals(_trunc)),
    ),
    "mod": _OPERATORS["%"],
    "sqrt": _numeric(math.sqrt),
    "exp": _numeric(math.exp),
    "ln": _numeric(math.log),
    "log2": _numeric(_log2),
    "log10": _numeric(math.log10),
    "pow": _typed((["double"] * 2, "double", math.pow)),
    "sin": _numeric(math.sin),
    "cos": _numeric(math.cos),
    "atan2": _typed((["double"] * 2, "double", math.atan2)),
    "least": _any(_extreme(lambda a, b: a < b)),
    "greatest": _any(_extreme(lambda a, b: a > b)),
    "haversine": _typed((["double"] * 4, "double", _haversine)),
    "coalesce": _any(_coalesce),
    "nullif": _any(_nullif),
    "lower": _typed((["string"], "string", _lower)),
    "upper": _typed((["string"], "string", _upper)),
    "trim": _typed((["string"], "string", _trim)),
    "length": _typed((["string"], "int64", len)),
    "substring": _typed(
        (["string", "int64"], "string", _substring), (["string", "int64", "int64"], "string", _substring)
    ),
    "contains": _typed((["string"] * 2, "boolean", lambda s, t: int(t in s))),
    "starts_with": _typed((["string"] * 2, "boolean", lambda s, t: int(s.startswith(t)))),
    "replace": _typed((["string"] * 3, "string", lambda s, old, by: s.replace(old, by) if old else s)),
    "date_part": _named_part(2, _date_part),
    "date_trunc": _named_part(2, _date_trunc),
    "date_diff": _named_part(3, _date_diff),
    "epoch": _EPOCH_SECONDS,
    "make_timestamp": _typed(
        (["int64"], "timestamp", _same), (["int64"] * 5 + ["double"], "timestamp", _make_timestamp)
    ),
}
for _name in "year quarter month week day hour minute second dayofweek isodow dayofyear".split():
    _FUNCTIONS[_name] = _of_time(_name)

# --- names, tables, lookups -------------------------------------------------------------------------------------------


class _Table:
    """A fixed table from a whole number or a text to a number or a text."""

    def __init__(self, table):
        self.key, self.kind = table["key"], table["type"]
        self.otherwise = table["otherwise"]
        self.values = {entry[0]: entry[1] for entry in table["values"]}

    def of(self, terms):
        if len(terms) != 1 or _cost(terms[0], self.key) >= _IMPOSSIBLE:
            raise Unsupported("a table of (%s)" % ", ".join(term.kind for term in terms))
        key = _to(self.key, terms[0])

        def of(row):
            asked = key.of(row)
            return self.otherwise if asked is None else self.values.get(asked, self.otherwise)

        return _made(self.kind, [key], of)


def _lookup(lookup, scope):
    """Begins as the overall value; each level that knows the key, from the coarsest to the finest, shrinks it."""
    strength, overall = lookup["strength"], _number(lookup["overall"])
    levels = []
    for level in reversed(lookup["levels"]):
        cells = {}
        for key, count, statistic in level["cells"]:
            rows = count + strength
            own = count * _number(statistic) / rows if rows else math.nan
            cells[tuple(key)] = (own, strength / rows if rows else math.nan)
        levels.append(([scope.compile(key) for key in level["keys"]], cells))

    def value(row):
        answer = overall
        for keys, cells in levels:
            cell = cells.get(tuple(key.of(row) for key in keys))
            if cell is not None:
                answer = cell[0] + (0 if cell[1] == 0 else cell[1] * answer)
        return _finite(answer)

    return value


class _Scope:
    """The names that an expression may use."""

    def __init__(self, fields):
        self.fields = fields
        self.names = {}
        self.read = set()

    def add_if_free(self, name, term):
        if name.lower() not in [known.lower() for known in list(self.names) + list(self.fields)]:
            self.names[name] = term

    def compile(self, text):
        return _Parser(text, self).whole()

    def find(self, name):
        if name in self.names or name in self.fields:
            return name
        alike = [known for known in list(self.fields) + list(self.names) if known.lower() == name.lower()]
        if len(alike) != 1:
            raise Unsupported("the name " + name)
        return alike[0]

    def term(self, written):
        name = self.find(written)
        if name in self.names:
            if isinstance(self.names[name], _Table):
                raise Unsupported("the table %s without a key" % name)
            return self.names[name]
        self.read.add(name)
        return _Term(self.fields[name], lambda row: row[name])

    def call(self, name, terms):
        if name.lower() in _FUNCTIONS:
            return _FUNCTIONS[name.lower()](terms, name.lower())
        table = self.names.get(self.find(name))
        if not isinstance(table, _Table):
            raise Unsupported("the function " + name)
        return table.of(terms)


# --- reading expressions ----------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?P<name>[^\W\d]\w*)|\"(?P<quoted>(?:[^\"]|\"\")+)\""
    r"|'(?P<text>(?:[^']|'')*)'|(?P<sign><=|>=|<>|!=|==|::|\|\||//|[-+*/%=<>(),]))"
)
_BINDING = {"or": 1, "and": 2, "is": 4, "in": 6, "between": 6, "like": 6, "not": 6, "||": 7, "+": 8, "-": 8, "::": 11}
_BINDING.update({sign: 5 for sign in ("=", "==", "<>", "!=", "<", "<=", ">", ">=")})
_BINDING.update({sign: 9 for sign in ("*", "/", "//", "%")})
_TYPES = {"bigint": "int64", "integer": "int64", "int": "int64", "varchar": "string", "text": "string", "bool": "boolean"}
_TYPES.update({kind: kind for kind in _ORDER})


class _Interval:
    """Months and microseconds, added to or taken from a moment."""

    def __init__(self, count, unit):
        part = _part(unit, {**_SPANS, **_MONTHS})
        self.months, self.micros = count * _MONTHS.get(part, 0), count * _SPANS.get(part, 0)


class _Parser:
    """Reads an expression into a term, by the precedence of its operators."""

    def __init__(self, text, scope):
        self.text, self.scope, self.tokens, self.at = text, scope, [], 0
        at = 0
        while text[at:].strip():
            match = _TOKEN.match(text, at)
            if not match:
                raise Unsupported("the character %s in %s" % (text[at:].strip()[0], text))
            at = match.end()
            kind = match.lastgroup
            value = match.group(kind)
            if kind == "quoted":
                value = value.replace('""', '"')
            elif kind == "text":
                value = value.replace("''", "'")
            self.tokens.append((kind, value))
        self.tokens.append(("end", "the end"))

    def whole(self):
        term = self.expression(1)
        if self.peek()[0] != "end":
            raise self.refuse(self.peek())
        return _to("double", term) if term.bare else term

    def refuse(self, token):
        return Unsupported("%s in %s" % (token[1], self.text))

    def peek(self):
        return self.tokens[self.at]

    def take(self):
        token = self.tokens[self.at]
        self.at += token[0] != "end"
        return token

    def word(self):
        """The next token as a keyword or sign, in small letters."""
        kind, value = self.peek()
        return value.lower() if kind in ("name", "sign") else ""

    def accept(self, word):
        found = self.word() == word
        self.at += found
        return found

    def expect(self, word):
        if not self.accept(word):
            raise self.refuse(self.peek())

    def expression(self, tightness):
        left = self.prefix()
        while True:
            operator = self.word()
            binding = _BINDING.get(operator, 0)
            if binding < tightness or binding == 0:
                return left
            self.take()
            left = self.suffix(left, operator, binding)

    def suffix(self, left, operator, binding):
        if operator == "is":
            negated = self.accept("not")
            self.expect("null")
            return self.negated(_is_null([left]), negated)
        if binding == 6:
            negated = operator == "not"
            return self.negated(self.range(left, self.take()[1].lower() if negated else operator), negated)
        if operator == "::":
            return _cast(left, self.type())
        right = self.expression(binding + 1)
        if isinstance(right, _Interval):
            return self.shifted(left, right, operator)
        sign = {"==": "=", "!=": "<>"}.get(operator, operator)
        return _OPERATORS[sign]([left, right], sign)

    def negated(self, term, negated):
        return _OPERATORS["not"]([term], "not") if negated else term

    def range(self, left, word):
        if word == "between":
            low = self.expression(7)
            self.expect("and")
            return _between([left, low, self.expression(7)])
        if word == "in":
            self.expect("(")
            return _within([left] + self.list())
        if word == "like":
            terms = [left, self.expression(7)]
            if self.accept("escape"):
                terms.append(self.expression(7))
            return _OPERATORS["like"](terms, "like")
        raise self.refuse(("", word))

    def shifted(self, moment, interval, operator):
        if operator not in "+-" or _cost(moment, "timestamp") >= _IMPOSSIBLE:
            raise self.refuse(("", "an interval"))
        sign = 1 if operator == "+" else -1
        return _strict("timestamp", _shifted(sign * interval.months, sign * interval.micros), _to("timestamp", moment))

    def prefix(self):
        token = kind, value = self.take()
        if kind == "number":
            whole = not re.search("[.eE]", value)
            return _constant("int64", int(value)) if whole else _constant("double", float(value))
        if kind == "text":
            return _constant("string", value)
        if kind == "quoted":
            return self.name(value)
        if kind == "name":
            return self.named(value)
        if value == "(":
            inner = self.expression(1)
            self.expect(")")
            return inner
        if value in ("-", "+"):
            return _OPERATORS[value]([self.expression(10)], value)
        raise self.refuse(token)

    def named(self, value):
        word = value.lower()
        text = self.peek()[0] == "text"
        if word in ("true", "false"):
            return _constant("boolean", int(word == "true"))
        if word == "null":
            return _constant("double", None, bare=True)
        if word == "not":
            return _OPERATORS["not"]([self.expression(3)], "not")
        if word == "case":
            return self.case()
        if word in ("cast", "try_cast"):
            self.expect("(")
            term = self.expression(1)
            self.expect("as")
            kind = self.type()
            self.expect(")")
            return _cast(term, kind)
        if text and word in ("timestamp", "date"):
            time = _CASTS["string", word](self.take()[1])
            if time is None:
                raise self.refuse(("", value))
            return _constant(word, time)
        if word == "interval" and (text or self.peek()[0] == "number"):
            return self.interval()
        return self.name(value)

    def interval(self):
        kind, amount = self.take()
        span = amount if kind == "text" else amount + " " + self.take()[1]
        match = re.fullmatch(r"\s*(-?[0-9]{1,9})\s+([A-Za-z]{1,20})\s*", span)
        if not match:
            raise self.refuse(("", "the interval " + span))
        return _Interval(int(match[1]), match[2])

    def name(self, value):
        if self.accept("("):
            return self.scope.call(value, self.list())
        return self.scope.term(value)

    def list(self):
        terms = []
        if not self.accept(")"):
            terms.append(self.expression(1))
            while self.accept(","):
                terms.append(self.expression(1))
            self.expect(")")
        return terms

    def type(self):
        token = self.take()
        kind = _TYPES.get(token[1].lower())
        if kind is None:
            raise self.refuse(token)
        return kind

    def case(self):
        subject = None if self.word() == "when" else self.expression(1)
        conditions, values = [], []
        while self.accept("when"):
            condition = self.expression(1)
            conditions.append(_truth(condition) if subject is None else _compare("=", [subject, condition]))
            self.expect("then")
            values.append(self.expression(1))
        values.append(self.expression(1) if self.accept("else") else _constant("double", None, bare=True))
        self.expect("end")
        return _first(conditions, _alike(values))
