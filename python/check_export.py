"""Trains projects, exports their models, and compares the loader for Python, and their trees as ONNX, with
`hansom predict`: the taxi template on a simulated city, and a table with everything a project may hold.

    python python/check_export.py ./hansom

Run with xgboost 3.2.0, onnx 1.23.2, onnxruntime 1.32.0, pandas 3.1.1, numpy 2.4.6, pyarrow 26.0.1. It ends with an error
where one answer is another.
"""

import glob
import os
import subprocess
import sys
import tempfile

import numpy
import onnx
import onnxruntime
import pandas

RIDES = """
name: %(name)s
target: %(target)s
moments: [request, end]
prediction: request
time: at
time_zone: America/New_York
decide: {margin: 0.001, reason: it pays}
data: {files: "rides.parquet"}
fields:
  at: {type: timestamp, known: request}
  born: {type: date, known: request}
  zone: {type: int64, known: request}
  to: {type: int64, known: request}
  kind: {type: string, known: request}
  note: {type: string, known: request}
  miles: {type: double, known: request}
  night: {type: boolean, known: request}
  minutes: {type: double, known: end}
tables:
  borough: {values: {north: [1, 2], south: [3]}, otherwise: elsewhere}
  pace: {keys: string, numbers: {north: 3.5, south: 2.25}}
definitions:
  place: borough(zone)
  hours: hour(at) + minute(at) / 60.0
lookups:
  usual: {%(mean)s, by: [zone, kind], then: [[kind], [place]], shrink: auto}
  seen: {count: 1, by: [kind]}
rule: {expression: "%(rule)s", reason: what it was before}
features:
  usual: usual
  seen: ln(seen + 1)
  miles: coalesce(miles, -1)
  far: {expression: "CASE WHEN miles > 5 THEN 2 WHEN miles IS NULL THEN NULL ELSE 1 END"}
  kind: {category: kind, least: 20}
  way: {cross: [kind, place], least: 5}
  risk: {category: kind, order: target}
  clock: {cyclical: hours, period: 24}
  map: {coordinates: {from: zone, to: to, distance: miles}}
  weekend: dayofweek(at) IN (0, 6)
  month_start: date_diff('day', date_trunc('month', at), at)
  age: (CAST(at AS DATE) - born) // 365
  urgent: note LIKE '%%urgent%%' AND note NOT LIKE 'not!_%%' ESCAPE '!'
  number: TRY_CAST(substring(note, 1, 3) AS DOUBLE)
  pace: pace(place) * greatest(miles, 0.5)
  night: CAST(night AS INTEGER) + round(miles, 1)
  soon: epoch(at + INTERVAL 2 HOUR) %% 86400
  text: length(upper(trim(note)) || kind)
  mapped: map_distance * 2
answer: %(answer)s
learner: {kind: %(learner)s%(parameters)s}
"""
NUMBER = {
    "target": "{name: taken, expression: minutes, unit: minutes}",
    "mean": "mean: taken",
    "rule": "coalesce(usual, 5) + 0.1",
    "answer": "{min: 4.25, max: 31.7}",
}
CLASS = {
    "target": "{name: late, expression: minutes > 18}",
    "mean": "mean: late",
    "rule": "usual",
    "answer": "{min: 0.05, max: 0.95}",
}
TREES = ", parameters: {rounds: 120, max_depth: 5}"


def main(hansom):
    with tempfile.TemporaryDirectory() as folder:
        city = os.path.join(folder, "city")
        subprocess.run([hansom, "init", city, "--rows", "4000"], check=True)
        rows = pandas.read_parquet(sorted(glob.glob(os.path.join(city, "data/*.parquet")))[-1]).copy()
        rows.loc[rows.index[::9], "passenger_count"] = None
        rows.loc[rows.index[::13], "DOLocationID"] = 9999
        through(hansom, city, rows)
        for name, parts, learner in (
            ("rides", NUMBER, "xgboost"),
            ("lines", NUMBER, "ridge"),
            ("lates", CLASS, "xgboost"),
            ("odds", CLASS, "ridge"),
        ):
            project = os.path.join(folder, name)
            os.mkdir(project)
            text = RIDES % dict(parts, name=name, learner=learner, parameters=TREES if learner == "xgboost" else "")
            with open(os.path.join(project, "hansom.yaml"), "w", encoding="utf-8") as file:
                file.write(text)
            rides(1, 6000).to_parquet(os.path.join(project, "rides.parquet"), index=False)
            through(hansom, project, rides(2, 3000))


def rides(seed, count):
    random = numpy.random.default_rng(seed)
    days = pandas.to_timedelta(random.uniform(0, 200, count), unit="D")
    rows = pandas.DataFrame({"at": pandas.Timestamp("2024-01-01") + days})
    rows["at"] = rows["at"].dt.floor("us")
    rows["born"] = (rows["at"] - pandas.to_timedelta(random.integers(6000, 30000, count), unit="D")).dt.date
    rows["zone"] = pandas.array(random.integers(1, 9 if seed == 1 else 14, count), dtype="Int64")
    rows["to"] = pandas.array(random.integers(1, 9, count), dtype="Int64")
    rows["kind"] = random.choice(["car", "van", "Größe", "it's", "bus"], count, p=[0.5, 0.3, 0.1, 0.098, 0.002])
    words = ["urgent now", "not_urgent", "12.5 kg", " 7e1x", "", "née  URGENT", "1_0", "🤦 urgent"]
    rows["note"] = random.choice(words, count)
    rows["miles"] = numpy.abs(rows["zone"] - rows["to"]).astype(float) * random.uniform(0.8, 1.3, count)
    rows["night"] = pandas.array(random.random(count) < 0.3, dtype="boolean")
    rows["minutes"] = 5 + 2 * rows["miles"] + 3 * (rows["kind"] == "van") + random.normal(0, 2, count).clip(-4, 4)
    for column in ("born", "zone", "to", "kind", "note", "miles", "night") if seed else ():
        rows.loc[random.random(count) < 0.06, column] = None
    if seed > 1:
        rows.loc[random.random(count) < 0.1, "kind"] = "never seen"
    return rows


def through(hansom, project, rows):
    """Trains the project and compares what both sides answer for `rows`."""
    file = os.path.join(project, "hansom.yaml")
    for verb in ("design", "train"):
        subprocess.run([hansom, verb, "--project", file], check=True, stdout=subprocess.DEVNULL)
    given = os.path.join(project, "given.parquet")
    rows.to_parquet(given, index=False)
    for blob in sorted(glob.glob(os.path.join(project, ".hansom/artifacts/sha256/*/*"))):
        with open(blob, "rb") as content:
            if content.read(5) != b"\x89HNSM":
                continue
        model = os.path.join(project, os.path.basename(blob)[:8] + ".hansom")
        os.symlink(blob, model)
        compare(hansom, model, given, rows, model + ".export")


def compare(hansom, model, given, rows, folder):
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([hansom, "export", "--model", model, "--output", folder], **quiet)
    answers = os.path.join(folder, "answers.parquet")
    subprocess.run([hansom, "predict", "--model", model, "--input", given, "--output", answers], **quiet)
    sys.path.insert(0, folder)
    import hansom_model

    ours = pandas.read_parquet(answers)["prediction"].to_numpy()
    loaded = hansom_model.load(folder)
    theirs = loaded.predict(rows)
    same = (ours == theirs) | (numpy.isnan(ours) & numpy.isnan(theirs))
    name = "%s, %s" % (loaded.document["project"], loaded.kind)
    print("%s: %d of %d answers are the same double" % (name, same.sum(), len(same)))
    if numpy.isnan(ours).mean() > 0.5:
        raise SystemExit("too few answers to compare")
    if not numpy.allclose(ours, theirs, rtol=2e-7 if loaded.kind == "forest" else 4e-16, atol=0, equal_nan=True):
        raise SystemExit("the loader answers otherwise, by up to %g" % numpy.nanmax(numpy.abs(ours - theirs)))
    if loaded.kind == "forest":
        trees(name, folder, hansom_model, rows, ours)
    elif loaded.kind != "logistic" and not same.all():
        raise SystemExit("the loader answers otherwise, by up to %g" % numpy.nanmax(numpy.abs(ours - theirs)))


def trees(name, folder, hansom_model, rows, ours):
    """The trees as ONNX, on one thread and on as many as there are."""
    model = onnx.load(os.path.join(folder, "forest.onnx"))
    onnx.checker.check_model(model, full_check=True)
    single = hansom_model.load(folder, trees="onnx").predict(rows)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    features = hansom_model.load(folder).features(rows)
    many = session.run(None, {"features": features})[0].ravel()
    few = numpy.concatenate([session.run(None, {"features": row[None, :]})[0].ravel() for row in features[:200]])
    for what, found, within in (
        ("one thread", single, 2e-7),
        ("threads", many, 1e-5),
        ("threads, row by row", few, 1e-5),
    ):
        off = numpy.abs(found - ours[: len(found)]) / numpy.maximum(1, numpy.abs(ours[: len(found)]))
        print("%s as ONNX, %s: within %.2g" % (name, what, off.max()))
        if not off.max() <= within:
            raise SystemExit("ONNX Runtime answers otherwise")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
