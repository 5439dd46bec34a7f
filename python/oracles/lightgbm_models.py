"""Small LightGBM models, rows, and the answers of the library's own Booster.predict.

Run once for each version: python lightgbm_models.py FOLDER [CASE ...]
Made with LightGBM 2.3.1, 3.3.5, 4.3.0 (Python 3.11) and 4.7.0 (Python 3.13).
"""

import os
import sys
import warnings

import lightgbm as lgb
import numpy as np

from boosters_common import rows, signal, write

warnings.filterwarnings("ignore")
VERSION = tuple(int(part) for part in lgb.__version__.split(".")[:2])
NAMES = ["miles", "hour", "fare", "zone-1", "größe" if VERSION >= (3, 0) else "size"]
LIBRARY = "LightGBM %s" % lgb.__version__


def main(folder, only):
    os.makedirs(folder, exist_ok=True)
    for name, make in sorted(CASES.items()):
        if only and name not in only:
            continue
        try:
            units, booster, names, table, unseen = make()
        except (lgb.basic.LightGBMError, ValueError, TypeError, ImportError, AttributeError) as e:
            print("%s: %s: not there: %s" % (LIBRARY, name, str(e).strip().splitlines()[0][:120]))
            continue
        path = os.path.join(folder, name + ".txt")
        booster.save_model(path, **SAVED.get(name, {}))
        answers = lgb.Booster(model_file=path).predict(unseen) if name in SAVED else booster.predict(unseen)
        write(os.path.join(folder, name + ".tsv"), LIBRARY, units, names, table, answers)


def labels(x, objective):
    y = signal(x, 3)
    if objective in ("binary", "cross_entropy", "cross_entropy_lambda", "lambdarank", "rank_xendcg"):
        return (y > 1).astype(float)
    if objective.startswith("multi"):
        return np.clip(np.floor(y + 1), 0, 3)
    if objective in ("poisson", "gamma", "tweedie", "mape"):
        return np.abs(y) + 0.5
    return y


def numeric(units=0, rounds=3, width=5, named=True, count=400, seen=16, label=None, zeros=False,
            infinite=False, early=None, loss=None, **settings):
    def make():
        parameters = dict(num_threads=1, seed=7, num_leaves=8, objective="regression", verbose=-1,
                          min_data_in_leaf=3, deterministic=True)
        parameters.update(settings)
        x = rows(count, width, 1) * 1.1
        y = labels(x, parameters["objective"]) if label is None else label(x)
        names = NAMES[:width] if named else "auto"
        group = [10] * (count // 10) if parameters["objective"].startswith(("lambdarank", "rank")) else None
        data = lgb.Dataset(x, y, feature_name=names, group=group, params={"verbose": -1})
        if rounds == 0:
            booster = lgb.Booster(parameters, data)
        elif early:
            later = rows(100, width, 9)
            watched = lgb.Dataset(later, labels(later, parameters["objective"])[::-1], reference=data)
            booster = lgb.train(dict(parameters, early_stopping_round=early), data, rounds, valid_sets=[watched])
        elif loss:
            parameters.pop("objective")
            booster = lgb.train(dict(parameters, objective=loss), data, rounds)
        else:
            booster = lgb.train(parameters, data, rounds)
        unseen = rows(seen, width, 2) * 1.1
        if infinite:
            unseen[0, :], unseen[1, :], unseen[2, :], unseen[3, :] = np.inf, -np.inf, 1e308, -1e308
        if zeros:
            unseen[0, 0], unseen[1, 0], unseen[2, 0], unseen[3, 0] = 1e-36, -1e-36, 2e-35, 1e-35
        columns = list(names) if named else ["Column_%d" % i for i in range(width)]
        return units, booster, columns, list(unseen.T), unseen

    return make


def codes(count, seed, levels):
    x = rows(count, 3, seed) * 1.1
    random = np.random.RandomState(seed + 100)
    code = random.randint(0, levels, count).astype(float)
    x[:, 1] = np.where(random.rand(count) < 0.1, np.nan, code)
    return x


def target(x):
    return signal(x[:, [0, 2]], 3) + np.where(np.isnan(x[:, 1]), 1, np.sin(x[:, 1] * 7.1) * 4)


def coded(units=0, rounds=3, levels=40, **settings):
    """Categories given as codes."""
    def make():
        parameters = dict(num_threads=1, seed=7, num_leaves=8, objective="regression", verbose=-1,
                          min_data_in_leaf=3, min_data_per_group=3, cat_smooth=1, deterministic=True)
        parameters.update(settings)
        x = codes(800, 1, levels)
        y = target(x)
        if parameters["objective"].startswith("multi"):
            y = np.clip(np.floor(y / 2 + 1), 0, 2)
        elif parameters["objective"] == "binary":
            y = (y > 1).astype(float)
        data = lgb.Dataset(x, y, categorical_feature=[1], params={"verbose": -1})
        booster = lgb.train(parameters, data, rounds)
        unseen = codes(24, 2, levels)
        unseen[0, 1], unseen[1, 1], unseen[2, 1], unseen[3, 1], unseen[4, 1] = 7777, -1, 5e9, 3.9, -0.5
        return units, booster, ["Column_0", "Column_1", "Column_2"], list(unseen.T), unseen

    return make


def framed(values, other, rounds=3, **settings):
    """Categories of a data frame: their names stand in the file. A second column of them has one level only."""
    def make():
        import pandas as pd

        parameters = dict(num_threads=1, seed=7, num_leaves=8, objective="regression", verbose=-1,
                          min_data_in_leaf=3, min_data_per_group=3, cat_smooth=1, deterministic=True)
        parameters.update(settings)

        def frame(count, seed, levels, more):
            x = codes(count, seed, len(values))
            text = [None if np.isnan(c) else values[int(c)] for c in x[:, 1]]
            text = [more if i % 9 == 8 and more is not None else t for i, t in enumerate(text)]
            flags = [other[i % len(other)] for i in range(count)]
            return x, pd.DataFrame({
                "flag": pd.Categorical(flags, categories=other),
                "miles": x[:, 0],
                "zone": pd.Categorical(text, categories=levels + ([more] if more is not None else [])),
                "hour": x[:, 2],
            })

        x, past = frame(800, 1, list(values), None)
        booster = lgb.train(parameters, lgb.Dataset(past, target(x), params={"verbose": -1}), rounds)
        strange = "elsewhere" if isinstance(values[0], str) else 9999
        _, unseen = frame(24, 2, list(reversed(values)), strange)
        table = [[None if v != v else v for v in unseen[c].tolist()] if c in ("flag", "zone") else unseen[c].tolist()
                 for c in unseen.columns]
        return 0, booster, list(unseen.columns), table, unseen

    return make


def squared(answers, data):
    return answers - data.get_label(), np.ones(len(answers))


# What is written of a model that has more trees: it answers as the library does that has read it.
SAVED = {
    "first-iterations": dict(num_iteration=2),
    "middle-iterations": dict(start_iteration=1, num_iteration=2),
    "forest-iterations": dict(num_iteration=2),
    "multiclass-iterations": dict(start_iteration=1, num_iteration=1),
}

CASES = {
    "first-iterations": numeric(rounds=5),
    "middle-iterations": numeric(rounds=5),
    "forest-iterations": numeric(boosting="rf", bagging_fraction=0.6, bagging_freq=1, rounds=5),
    "multiclass-iterations": numeric(4, objective="multiclass", num_class=4, rounds=4),
    "early": numeric(rounds=30, early=2),
    "custom": numeric(loss=squared),
    "infinite": numeric(infinite=True, rounds=6),
    "infinite-zero": numeric(infinite=True, zero_as_missing=True),
    "infinite-none": numeric(infinite=True, use_missing=False),
    "two-bins": numeric(max_bin=2),
    "many-bins": numeric(max_bin=10000, min_data_in_bin=1, num_leaves=30),
    "empty-multiclass": numeric(4, rounds=0, objective="multiclass", num_class=4),
    "empty-binary": numeric(2, rounds=0, objective="binary"),
    "stump-multiclass": numeric(4, min_data_in_leaf=1000, objective="multiclass", num_class=4),
    "unseen-class": numeric(4, objective="multiclass", num_class=6),
    "missing-zero-binary": numeric(2, zero_as_missing=True, zeros=True, objective="binary"),
    "linear-missing": numeric(linear_tree=True, num_leaves=6, rounds=5, linear_lambda=0.1),
    "linear-multiclass": numeric(4, linear_tree=True, num_leaves=4, objective="multiclass", num_class=4),
    "linear-stump": numeric(linear_tree=True, min_data_in_leaf=1000),
    "linear-codes": coded(linear_tree=True, num_leaves=6),
    "linear-zero": numeric(linear_tree=True, zero_as_missing=True, zeros=True, num_leaves=4),
    "monotone": numeric(monotone_constraints=[1, -1, 0, 0, 0]),
    "smooth": numeric(path_smooth=1.0, extra_trees=True),
    "dart-binary": numeric(2, boosting="dart", drop_rate=0.5, rounds=8, objective="binary"),
    "dart-multiclass": numeric(4, boosting="dart", drop_rate=0.5, rounds=6, objective="multiclass", num_class=4),
    "codes-few": coded(levels=3),
    "codes-wide": coded(levels=130, rounds=4, num_leaves=20, max_cat_threshold=200),
    "codes-zero": coded(zero_as_missing=True),
    "codes-binary": coded(2, objective="binary"),
    "codes-forest": coded(boosting="rf", bagging_fraction=0.6, bagging_freq=1),
    "regression": numeric(),
    "regression-unnamed": numeric(named=False),
    "sqrt": numeric(reg_sqrt=True),
    "l1": numeric(objective="regression_l1"),
    "l1-sqrt": numeric(objective="regression_l1", reg_sqrt=True),
    "huber": numeric(objective="huber"),
    "fair": numeric(objective="fair"),
    "poisson": numeric(2, objective="poisson"),
    "quantile": numeric(objective="quantile", alpha=0.8),
    "mape": numeric(objective="mape"),
    "gamma": numeric(2, objective="gamma"),
    "tweedie": numeric(2, objective="tweedie"),
    "binary": numeric(2, objective="binary"),
    "binary-sigmoid": numeric(2, objective="binary", sigmoid=2.5),
    "multiclass": numeric(4, objective="multiclass", num_class=4),
    "ova": numeric(2, objective="multiclassova", num_class=4, sigmoid=1.7),
    "cross-entropy": numeric(2, objective="cross_entropy"),
    "cross-entropy-lambda": numeric(2, objective="cross_entropy_lambda"),
    "lambdarank": numeric(objective="lambdarank"),
    "xendcg": numeric(objective="rank_xendcg"),
    "missing-zero": numeric(zero_as_missing=True, zeros=True, rounds=6),
    "missing-none": numeric(use_missing=False),
    "zeros": numeric(zeros=True, rounds=6),
    "forest": numeric(boosting="rf", bagging_fraction=0.6, bagging_freq=1, feature_fraction=0.7),
    "forest-binary": numeric(2, boosting="rf", bagging_fraction=0.6, bagging_freq=1, objective="binary"),
    "forest-multiclass": numeric(
        4, boosting="rf", bagging_fraction=0.6, bagging_freq=1, objective="multiclass", num_class=4),
    "dart": numeric(boosting="dart", drop_rate=0.5, rounds=8),
    "goss": numeric(boosting="goss"),
    "stump": numeric(min_data_in_leaf=1000),
    "stump-binary": numeric(2, min_data_in_leaf=1000, objective="binary"),
    "constant": numeric(label=lambda x: np.full(len(x), 2.5)),
    "deep": numeric(num_leaves=120, min_data_in_leaf=1, rounds=2, min_sum_hessian_in_leaf=0),
    "wide": numeric(width=300, named=False, seen=5),
    "empty": numeric(rounds=0),
    "linear": numeric(linear_tree=True, num_leaves=4),
    "codes": coded(),
    "codes-onehot": coded(levels=4, max_cat_to_onehot=100),
    "codes-large": coded(levels=500),
    "codes-multiclass": coded(4, objective="multiclass", num_class=3),
    "codes-no-missing": coded(use_missing=False),
    "text-categories": framed(["zone %d é" % i for i in range(30)], ["a", "b", 'c "d"']),
    "number-categories": framed([3 * i + 7 for i in range(30)], [5, 8]),
    "one-level": framed(["zone %d" % i for i in range(30)], ["only"]),
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
