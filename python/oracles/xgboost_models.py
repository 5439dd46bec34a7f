"""Small XGBoost models, rows, and the answers of the library's own Booster.predict.

Run once for each version: python xgboost_models.py FOLDER [CASE ...]
Made with XGBoost 1.3.3, 1.6.2, 1.7.6, 2.1.4, 3.0.5, 3.1.3 (Python 3.11) and 3.4.1 (Python 3.13).
"""

import os
import sys
import warnings

import numpy as np
import xgboost as xgb

from boosters_common import rows, signal, write

warnings.filterwarnings("ignore")
VERSION = tuple(int(part) for part in xgb.__version__.split(".")[:2])
NAMES = ["miles", "hour", "fare, $", "zone \"1\"", "größe"]
LIBRARY = "XGBoost %s" % xgb.__version__


def main(folder, only):
    os.makedirs(folder, exist_ok=True)
    for name, make in sorted(CASES.items()):
        if only and name not in only:
            continue
        try:
            units, booster, names, table, matrix = make()
        except (xgb.core.XGBoostError, ValueError, TypeError, ImportError, AssertionError) as e:
            print("%s: %s: not there: %s" % (LIBRARY, name, (str(e).strip() or "refused").splitlines()[0][:120]))
            continue
        binary = len(name) % 2 == 0 and VERSION >= (1, 6)
        booster.save_model(os.path.join(folder, name + (".ubj" if binary else ".json")))
        write(os.path.join(folder, name + ".tsv"), LIBRARY, units, names, table, booster.predict(matrix))


def labels(x, objective):
    y = signal(x, 3)
    if objective in ("binary:logistic", "binary:logitraw", "binary:hinge", "reg:logistic") or objective.startswith("rank"):
        return (y > 1).astype(float)
    if objective.startswith("multi"):
        return np.clip(np.floor(y + 1), 0, 3)
    if objective in ("reg:gamma", "reg:tweedie", "count:poisson", "reg:squaredlogerror", "survival:cox", "survival:aft"):
        return np.abs(y) + 0.5
    return y


def numeric(units=0, rounds=3, width=5, named=True, count=400, seen=16, label=None, early=None, slice=None, **settings):
    def make():
        if settings.get("booster") == "dart" and VERSION < (1, 4):
            raise ValueError("dart sums up in another order before 1.4")
        parameters = dict(nthread=1, seed=7, max_depth=3, objective="reg:squarederror", tree_method="hist")
        parameters.update(settings)
        x = rows(count, width, 1)
        y = labels(x, parameters["objective"]) if label is None else label(x)
        names = NAMES[:width] if named else None
        train = xgb.DMatrix(x, label=y, feature_names=names)
        if parameters["objective"] == "survival:aft":
            train.set_float_info("label_lower_bound", y)
            train.set_float_info("label_upper_bound", y + 1)
        if parameters["objective"].startswith("rank"):
            train.set_group([10] * (count // 10))
        more = {}
        if early:
            later = rows(100, width, 9)
            watched = xgb.DMatrix(later, label=labels(later, parameters["objective"])[::-1], feature_names=names)
            more = dict(evals=[(watched, "later")], early_stopping_rounds=early, verbose_eval=False)
        booster = xgb.train(parameters, train, rounds, **more)
        if slice and VERSION < (1, 5):
            raise ValueError("a slice has no names before 1.5")
        booster = booster[slice] if slice else booster
        unseen = rows(seen, width, 2)
        matrix = xgb.DMatrix(unseen, feature_names=names)
        written = names if VERSION >= (1, 4) else None
        return units, booster, written or ["f%d" % i for i in range(width)], list(unseen.T), matrix

    return make


def chain(length, rounds=1, **settings):
    """A column for each row that only it has set, so that each split takes one row off the others: a tree as deep as
    it has splits."""
    def make():
        parameters = dict(nthread=1, seed=7, max_depth=0, max_leaves=length, grow_policy="lossguide", tree_method="hist",
                          min_child_weight=0, objective="reg:squarederror", eta=1)
        parameters["lambda"] = 0
        parameters.update(settings)
        x = np.eye(length, dtype=np.float32)
        y = np.arange(length, dtype=float) ** 1.5 % 97 + np.arange(length)
        booster = xgb.train(parameters, xgb.DMatrix(x, label=y), rounds)
        unseen = x[[0, 1, length // 2, length - 2, length - 1]] * 1.0
        unseen[3] = 0
        unseen[4, ::3] = np.nan
        return 0, booster, ["f%d" % i for i in range(length)], list(unseen.T), xgb.DMatrix(unseen)

    return make


def codes(count, seed, levels=40):
    """Two numbers, and a column of codes, some of them missing."""
    x = rows(count, 3, seed)
    random = np.random.RandomState(seed + 100)
    code = random.randint(0, levels, count).astype(float)
    x[:, 1] = np.where(random.rand(count) < 0.1, np.nan, code)
    return x


def coded(units=0, rounds=3, levels=40, **settings):
    """Categories given as codes; the file has no names for them."""
    def make():
        parameters = dict(nthread=1, seed=7, max_depth=4, objective="reg:squarederror", tree_method="hist")
        parameters.update(settings)
        if VERSION < (1, 7):
            raise ValueError("a code beyond those of a set goes astray before 1.7")
        types = ["float", "c", "float"]
        x = codes(600, 1, levels)
        y = signal(x[:, [0, 2]], 3) + np.where(np.isnan(x[:, 1]), 1, np.sin(x[:, 1] * 7.1) * 4)
        if parameters["objective"].startswith("multi"):
            y = np.clip(np.floor(y / 2 + 1), 0, 2)
        train = xgb.DMatrix(x, label=y, feature_types=types, enable_categorical=True)
        booster = xgb.train(parameters, train, rounds)
        unseen = codes(24, 2, levels)
        unseen[0, 1], unseen[1, 1] = 77, 5000
        matrix = xgb.DMatrix(unseen, feature_types=types, enable_categorical=True)
        return units, booster, ["f0", "f1", "f2"], list(unseen.T), matrix

    return make


def framed(values, rounds=3, **settings):
    """Categories of a data frame: since 3.1 their names stand in the file."""
    def make():
        import pandas as pd

        if VERSION < (3, 1):
            raise ValueError("categories are not in the file before 3.1")
        if VERSION < (3, 3) and not "".join(map(str, values)).isascii():
            raise ValueError("letters beyond ASCII are counted as one byte before 3.3")
        parameters = dict(nthread=1, seed=7, max_depth=4, objective="reg:squarederror", tree_method="hist")
        parameters.update(settings)

        def frame(count, seed, levels):
            x = codes(count, seed, len(values))
            text = [None if np.isnan(c) else values[int(c)] for c in x[:, 1]]
            return x, pd.DataFrame({
                "miles": x[:, 0], "zone": pd.Categorical(text, categories=levels), "hour": x[:, 2]})

        x, past = frame(600, 1, list(values))
        y = signal(x[:, [0, 2]], 3) + np.where(np.isnan(x[:, 1]), 1, np.sin(x[:, 1] * 7.1) * 4)
        booster = xgb.train(parameters, xgb.DMatrix(past, label=y, enable_categorical=True), rounds)
        _, unseen = frame(24, 2, list(reversed(values)))
        table = [unseen["miles"].tolist(), [None if v != v else v for v in unseen["zone"].tolist()],
                 unseen["hour"].tolist()]
        return 0, booster, list(unseen.columns), table, xgb.DMatrix(unseen, enable_categorical=True)

    return make


def targets(units=0, **settings):
    def three(x):
        y = np.stack([signal(x, s) for s in (3, 4, 5)], axis=1)
        return (y > 1).astype(float) if settings.get("objective", "").startswith("binary") else y

    return numeric(units, label=three, **settings)


CASES = {
    "squared": numeric(),
    "squared-unnamed": numeric(named=False),
    "squared-base": numeric(base_score=17.8),
    "squared-exact": numeric(tree_method="exact", max_depth=5, gamma=1),
    "single-leaf": numeric(gamma=1e9),
    "empty": numeric(rounds=0),
    "empty-logistic": numeric(2, rounds=0, objective="binary:logistic", base_score=0.3),
    "parallel": numeric(num_parallel_tree=3, subsample=0.5, rounds=2),
    "one-feature": numeric(width=1),
    "constant": numeric(width=4, label=lambda x: np.full(len(x), 2.5)),
    "deep": numeric(rounds=2, max_depth=0, max_leaves=90, grow_policy="lossguide", min_child_weight=0),
    "wide": numeric(rounds=3, width=400, named=False, seen=5),
    "chain": chain(1001),
    "early": numeric(rounds=30, early=2, eta=0.5),
    "early-softprob": numeric(3, rounds=30, early=2, objective="multi:softprob", num_class=4),
    "sliced": numeric(rounds=6, slice=slice(1, 4)),
    "sliced-dart": numeric(rounds=6, slice=slice(0, 3), booster="dart", rate_drop=0.4),
    "one-tree": numeric(rounds=1, max_depth=1),
    "many-bins": numeric(max_bin=4096, max_depth=6),
    "two-bins": numeric(max_bin=2),
    "monotone": numeric(monotone_constraints="(1,-1,0,0,0)"),
    "empty-softprob": numeric(3, rounds=0, objective="multi:softprob", num_class=4),
    "empty-targets": targets(rounds=0),
    "empty-gamma": numeric(2, rounds=0, objective="reg:gamma"),
    "empty-unset": numeric(2, rounds=0, objective="binary:logistic"),
    "empty-hinge": numeric(rounds=0, objective="binary:hinge"),
    "empty-half": numeric(2, rounds=0, objective="reg:gamma", base_score=0.5),
    "empty-dart": numeric(2, rounds=0, objective="reg:gamma", booster="dart"),
    "empty-linear-logistic": numeric(2, rounds=0, booster="gblinear", tree_method="auto", objective="binary:logistic"),
    "empty-linear": numeric(rounds=0, booster="gblinear", tree_method="auto"),
    "leaf-softprob": numeric(3, gamma=1e9, objective="multi:softprob", num_class=4),
    "parallel-softprob": numeric(
        3, num_parallel_tree=3, subsample=0.5, rounds=2, objective="multi:softprob", num_class=4),
    "parallel-logistic": numeric(2, num_parallel_tree=20, subsample=0.7, rounds=1, eta=1, objective="binary:logistic"),
    "parallel-dart": numeric(num_parallel_tree=2, subsample=0.5, rounds=4, booster="dart", rate_drop=0.4),
    "linear-base": numeric(2, booster="gblinear", tree_method="auto", objective="binary:logistic", base_score=0.2),
    "linear-poisson": numeric(2, booster="gblinear", tree_method="auto", objective="count:poisson", base_score=2),
    "linear-softmax": numeric(booster="gblinear", tree_method="auto", objective="multi:softmax", num_class=4),
    "linear-targets": targets(booster="gblinear", tree_method="auto"),
    "hinge-base": numeric(objective="binary:hinge", base_score=-0.4),
    "poisson-base": numeric(2, objective="count:poisson", base_score=3.5),
    "aft-logistic": numeric(2, objective="survival:aft", aft_loss_distribution="logistic", base_score=1.5),
    "aft-extreme": numeric(2, objective="survival:aft", aft_loss_distribution="extreme"),
    "softmax-parallel": numeric(objective="multi:softmax", num_class=4, num_parallel_tree=2, subsample=0.5),
    "vector-parallel": targets(multi_strategy="multi_output_tree", num_parallel_tree=2, subsample=0.5),
    "vector-logistic": targets(2, multi_strategy="multi_output_tree", objective="binary:logistic"),
    "vector-leaf": targets(multi_strategy="multi_output_tree", gamma=1e9),
    "vector-quantiles": numeric(
        objective="reg:quantileerror", quantile_alpha=[0.1, 0.5, 0.9], multi_strategy="multi_output_tree"),
    "targets-absolute": targets(objective="reg:absoluteerror"),
    "codes-dart": coded(max_cat_to_onehot=1, booster="dart", rate_drop=0.4, rounds=6),
    "codes-deep": coded(max_cat_to_onehot=1, max_depth=0, max_leaves=60, grow_policy="lossguide", min_child_weight=0),
    "codes-large": coded(max_cat_to_onehot=1, levels=300, max_cat_threshold=300),
    "dart": numeric(booster="dart", rate_drop=0.4, rounds=6),
    "dart-logistic": numeric(2, booster="dart", rate_drop=0.4, rounds=6, objective="binary:logistic"),
    "dart-softprob": numeric(3, booster="dart", rate_drop=0.4, rounds=6, objective="multi:softprob", num_class=4),
    "linear": numeric(booster="gblinear", tree_method="auto"),
    "linear-softprob": numeric(3, booster="gblinear", tree_method="auto", objective="multi:softprob", num_class=4),
    "linear-logistic": numeric(2, booster="gblinear", tree_method="auto", objective="binary:logistic"),
    "logistic": numeric(2, objective="binary:logistic"),
    "logistic-base": numeric(2, objective="binary:logistic", base_score=0.2),
    "reg-logistic": numeric(2, objective="reg:logistic"),
    "logitraw": numeric(objective="binary:logitraw"),
    "logitraw-base": numeric(objective="binary:logitraw", base_score=0.2),
    "hinge": numeric(objective="binary:hinge"),
    "softprob": numeric(3, objective="multi:softprob", num_class=4),
    "softprob-base": numeric(3, objective="multi:softprob", num_class=4, base_score=0.7),
    "softmax": numeric(objective="multi:softmax", num_class=4),
    "poisson": numeric(2, objective="count:poisson"),
    "gamma": numeric(2, objective="reg:gamma"),
    "tweedie": numeric(2, objective="reg:tweedie", tweedie_variance_power=1.3),
    "cox": numeric(2, objective="survival:cox"),
    "aft": numeric(2, objective="survival:aft", aft_loss_distribution="normal"),
    "absolute": numeric(objective="reg:absoluteerror"),
    "pseudohuber": numeric(objective="reg:pseudohubererror"),
    "squaredlog": numeric(objective="reg:squaredlogerror"),
    "quantile": numeric(objective="reg:quantileerror", quantile_alpha=0.8),
    "quantiles": numeric(objective="reg:quantileerror", quantile_alpha=[0.1, 0.5, 0.9]),
    "quantiles-crossed": numeric(
        objective="reg:quantileerror", quantile_alpha=[0.4, 0.5, 0.6], rounds=4, eta=1, max_depth=4),
    "expectile": numeric(objective="reg:expectileerror", expectile_alpha=0.8),
    "expectiles": numeric(8, objective="reg:expectileerror", expectile_alpha=[0.2, 0.8]),
    "pairwise": numeric(objective="rank:pairwise"),
    "ndcg": numeric(objective="rank:ndcg"),
    "map": numeric(objective="rank:map"),
    "targets": targets(),
    "targets-logistic": targets(2, objective="binary:logistic"),
    "vector-leaves": targets(multi_strategy="multi_output_tree"),
    "vector-softprob": numeric(3, objective="multi:softprob", num_class=4, multi_strategy="multi_output_tree"),
    "codes-partition": coded(max_cat_to_onehot=1),
    "codes-onehot": coded(max_cat_to_onehot=1000),
    "codes-softprob": coded(3, objective="multi:softprob", num_class=3, max_cat_to_onehot=1),
    "codes-approx": coded(tree_method="approx", max_cat_to_onehot=1),
    "text-categories": framed(["zone %d é" % i for i in range(30)], max_cat_to_onehot=1),
    "text-onehot": framed(["zone %d" % i for i in range(8)], max_cat_to_onehot=1000),
    "number-categories": framed([3 * i + 7 for i in range(30)], max_cat_to_onehot=1),
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
