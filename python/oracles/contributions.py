"""The libraries' own contributions (pred_contribs, pred_contrib) for the models and rows of the oracles.

Run once: python contributions.py FOLDER_OF_MODELS FOLDER_TO_WRITE
Made with XGBoost 3.4.1 for oracle/xgboost-3.4.1 and LightGBM 4.7.0 for oracle/lightgbm-4.7.0 (Python 3.13).
A line a row: for each output the features in order, then the bias.
"""

import glob
import os
import sys

import numpy as np


def numbers(table):
    """The rows before the column |, or None where categories stand as what they mean and not as codes."""
    if "number-categories" in table:
        return None
    lines = open(table, encoding="utf-8").read().split("\n")[1:]
    width = lines[0].split("\t").index("|")
    try:
        return np.array([[float(c or "nan") for c in line.split("\t")[:width]] for line in lines[1:] if line])
    except ValueError:
        return None


def xgboost(model, x):
    import xgboost as xgb

    booster = xgb.Booster(model_file=model)
    kinds = booster.feature_types
    data = xgb.DMatrix(x, feature_names=booster.feature_names, feature_types=kinds, enable_categorical=bool(kinds))
    return booster.predict(data, pred_contribs=True), xgb.__version__


def lightgbm(model, x):
    import lightgbm as lgb

    return lgb.Booster(model_file=model).predict(x, pred_contrib=True), lgb.__version__


def main(models, folder):
    os.makedirs(folder, exist_ok=True)
    library = xgboost if "xgboost" in models else lightgbm
    for table in sorted(glob.glob(os.path.join(models, "*.tsv"))):
        name = os.path.basename(table)[:-4]
        model = next(f for f in glob.glob(table[:-4] + ".*") if not f.endswith(".tsv"))
        x = numbers(table)
        if x is None:
            continue
        try:
            answers, version = library(model, x[:8])
        except Exception as e:
            print("%s: %s" % (name, str(e).strip().splitlines()[0][:120]))
            continue
        if hasattr(answers, "toarray"):
            continue
        rows = np.asarray(answers, dtype=np.float64).reshape(min(8, len(x)), -1)
        with open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") as out:
            out.write("%s %s\n" % (library.__name__, version))
            for row in rows:
                out.write("\t".join(repr(float(v)) for v in row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
