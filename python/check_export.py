"""Trains the taxi template on a simulated city, exports the model, and compares its loader with `hansom predict`.

    python python/check_export.py ./hansom

Run with xgboost 3.2.0, pandas 3.1.1, numpy 2.4.6, pyarrow 26.0.1. It ends with an error where one answer is another.
"""

import glob
import os
import subprocess
import sys
import tempfile

import numpy
import pandas


def main(hansom):
    with tempfile.TemporaryDirectory() as folder:
        city = os.path.join(folder, "city")
        subprocess.run([hansom, "init", city, "--rows", "4000"], check=True)
        subprocess.run([hansom, "train", "--project", os.path.join(city, "hansom.yaml")], check=True)
        models = []
        for file in glob.glob(os.path.join(city, ".hansom/artifacts/sha256/*/*")):
            with open(file, "rb") as content:
                if content.read(5) == b"\x89HNSM":
                    models.append(file)
        rows = pandas.read_parquet(sorted(glob.glob(os.path.join(city, "data/*.parquet")))[-1]).copy()
        rows.loc[rows.index[::9], "passenger_count"] = None
        rows.loc[rows.index[::13], "DOLocationID"] = 9999
        given = os.path.join(folder, "rows.parquet")
        rows.to_parquet(given, index=False)
        for i, model in enumerate(models):
            file = os.path.join(folder, "model%d.hansom" % i)
            os.rename(model, file)
            compare(hansom, file, given, rows, os.path.join(folder, "export%d" % i))


def compare(hansom, model, given, rows, folder):
    subprocess.run([hansom, "export", "--model", model, "--output", folder], check=True)
    answers = os.path.join(folder, "answers.parquet")
    subprocess.run([hansom, "predict", "--model", model, "--input", given, "--output", answers], check=True)
    sys.path.insert(0, folder)
    import hansom_model

    ours = pandas.read_parquet(answers)["prediction"].to_numpy()
    loaded = hansom_model.load(folder)
    theirs = loaded.predict(rows)
    same = (ours == theirs) | (numpy.isnan(ours) & numpy.isnan(theirs))
    print("%s: %d of %d answers are the same double" % (loaded.kind, same.sum(), len(same)))
    if not same.all():
        raise SystemExit("the loader answers otherwise, by up to %g" % numpy.nanmax(numpy.abs(ours - theirs)))


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
