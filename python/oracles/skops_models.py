"""Models of scikit-learn saved by skops, with rows and what the library's own predict answers for them.

Writes score/src/test/resources/skops/sklearn-VERSION/: NAME.skops, and NAME.tsv with one line a row: the inputs, then
the answers. The header says the name of each column and n (number), t (text) or p (prediction). An empty field is
missing; numbers are written so that they read back as the same float64.

    python python/oracles/skops_models.py

Run with scikit-learn 1.3.2 and skops 0.9.0, 1.5.2 and 0.10.0, 1.9.1 and 0.16.0.
"""

import os
import sys
import warnings
import zipfile

import numpy as np
import pandas as pd
import sklearn
import skops
import skops.io
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
    VotingRegressor,
)
from sklearn.feature_extraction import DictVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import (
    ElasticNet,
    Lasso,
    LinearRegression,
    LogisticRegression,
    PoissonRegressor,
    Ridge,
    RidgeClassifier,
    SGDClassifier,
    SGDRegressor,
)
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import FeatureUnion, make_pipeline, Pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    OneHotEncoder,
    OrdinalEncoder,
    PolynomialFeatures,
    RobustScaler,
    StandardScaler,
)
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, ExtraTreeRegressor

warnings.filterwarnings("ignore")
FOLDER = os.path.join(
    os.path.dirname(__file__), "../../score/src/test/resources/skops", "sklearn-" + sklearn.__version__
)
ROWS = 60


def table(seed, rows, missing=0.0):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "distance": rng.gamma(2, 2, rows),
            "hour": rng.integers(0, 24, rows).astype(float),
            "zone": rng.choice(["airport", "old town", "harbour, east", "ünï", "rare"], rows, p=[0.3, 0.3, 0.2, 0.19, 0.01]),
            "kind": rng.integers(1, 6, rows),
            "wind": np.round(rng.normal(0, 3, rows), 1),
        }
    )
    target = frame.distance * 3 + (frame.zone == "airport") * 10 + np.sin(frame.hour / 4) * 4 + frame.kind + rng.normal(0, 1, rows)
    if missing:
        for name in ["distance", "wind", "zone"]:
            frame[name] = frame[name].astype(object).where(rng.random(rows) >= missing, None)
        for name in ["distance", "wind"]:
            frame[name] = frame[name].astype(float)
    return frame, target


TRAIN, TARGET = table(1, 800)
HOLES, HOLES_TARGET = table(2, 800, 0.1)
TEST, _ = table(3, ROWS)
HOLES_TEST, _ = table(4, ROWS, 0.2)
NEW_TEST = TEST.copy()
NEW_TEST.loc[::7, "zone"] = "nowhere"
NEW_TEST.loc[::11, "kind"] = 99
NUMBERS = ["distance", "hour", "wind", "kind"]
CLASSES = pd.cut(TARGET, [-100, 8, 20, 1000], labels=["short", "middle", "long"]).astype(str)
CODES = pd.cut(TARGET, [-100, 8, 20, 1000], labels=[10, 20, 30]).astype(int)


def write(name, model, rows, answers, deflated=True):
    compression = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    skops.io.dump(model, os.path.join(FOLDER, name + ".skops"), compression=compression)
    rows = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(rows, columns=["x%d" % i for i in range(rows.shape[1])])
    answers = np.asarray(answers)
    answers = answers.reshape(len(rows), -1)
    kinds = ["n" if pd.api.types.is_numeric_dtype(rows[c]) else "t" for c in rows]
    with open(os.path.join(FOLDER, name + ".tsv"), "w", encoding="utf-8") as out:
        head = [c + ":" + k for c, k in zip(rows, kinds)] + ["prediction:p"] * answers.shape[1]
        out.write("\t".join(head) + "\n")
        for i in range(len(rows)):
            fields = []
            for c, k in zip(rows, kinds):
                value = rows[c].iloc[i]
                fields.append("" if pd.isna(value) else repr(float(value)) if k == "n" else str(value))
            for value in answers[i]:
                fields.append(repr(float(value)) if isinstance(value, (float, np.floating)) else str(value))
            out.write("\t".join(fields) + "\n")


def case(name, model, train, target, test, **more):
    model.fit(train, target)
    write(name, model, test, model.predict(test), **more)


def numbers(frame):
    return frame[NUMBERS]


def columns(handle_unknown="ignore", remainder="drop", **one_hot):
    return ColumnTransformer(
        [
            ("numbers", Pipeline([("fill", SimpleImputer()), ("scale", StandardScaler())]), ["distance", "wind"]),
            ("zones", OneHotEncoder(handle_unknown=handle_unknown, **one_hot), ["zone"]),
        ],
        remainder=remainder,
    )


def linear():
    case("linear", LinearRegression(), numbers(TRAIN), TARGET, numbers(TEST), deflated=False)
    case("linear-unnamed", LinearRegression(), numbers(TRAIN).to_numpy(), TARGET, numbers(TEST).to_numpy())
    case("linear-two", LinearRegression(), numbers(TRAIN), np.c_[TARGET, TRAIN.wind * 2], numbers(TEST))
    case("linear-through-zero", LinearRegression(fit_intercept=False), numbers(TRAIN), TARGET, numbers(TEST))
    case("ridge-scaled", make_pipeline(StandardScaler(), Ridge()), numbers(TRAIN), TARGET, numbers(TEST))
    case("lasso-minmax", make_pipeline(MinMaxScaler(clip=True), Lasso(0.1)), numbers(TRAIN), TARGET, numbers(TEST))
    case("elastic-robust", make_pipeline(RobustScaler(), ElasticNet(0.1)), numbers(TRAIN), TARGET, numbers(TEST))
    case("sgd-maxabs", make_pipeline(MaxAbsScaler(), SGDRegressor(random_state=1)), numbers(TRAIN), TARGET, numbers(TEST))
    case("poisson", make_pipeline(StandardScaler(), PoissonRegressor()), numbers(TRAIN), TARGET.clip(0), numbers(TEST))
    case("log-target", TransformedTargetRegressor(Ridge(), func=np.log1p, inverse_func=np.expm1), numbers(TRAIN), TARGET.clip(0), numbers(TEST))
    case("polynomial", make_pipeline(PolynomialFeatures(3), StandardScaler(), Ridge()), numbers(TRAIN), TARGET, numbers(TEST))
    case("logistic-two", LogisticRegression(max_iter=1000), numbers(TRAIN), TARGET > 12, numbers(TEST))
    case("logistic-text", make_pipeline(StandardScaler(), LogisticRegression()), numbers(TRAIN), CLASSES, numbers(TEST))
    case("logistic-codes", make_pipeline(StandardScaler(), LogisticRegression()), numbers(TRAIN), CODES, numbers(TEST))
    case("ridge-classes", make_pipeline(Normalizer(), RidgeClassifier()), numbers(TRAIN), CLASSES, numbers(TEST))
    case("sgd-classes", make_pipeline(StandardScaler(), SGDClassifier(random_state=1)), numbers(TRAIN), CLASSES, numbers(TEST))
    union = FeatureUnion([("all", "passthrough"), ("logs", FunctionTransformer(np.log1p))])
    case("union", make_pipeline(union, Ridge()), TRAIN[["distance", "hour"]], TARGET, TEST[["distance", "hour"]])
    search = GridSearchCV(make_pipeline(StandardScaler(), Ridge()), {"ridge__alpha": [0.1, 1]})
    case("searched", search, numbers(TRAIN), TARGET, numbers(TEST))
    case("voting", VotingRegressor([("a", LinearRegression()), ("b", DecisionTreeRegressor(max_depth=3, random_state=1))], weights=[1, 2]), numbers(TRAIN), TARGET, numbers(TEST))


def pipelines():
    case("columns", make_pipeline(columns(), Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    case("columns-unknown", make_pipeline(columns(), Ridge()), TRAIN, TARGET, NEW_TEST)
    case("columns-rest", make_pipeline(columns(remainder="passthrough"), Ridge()), TRAIN, TARGET, TEST)
    case("columns-drop-first", make_pipeline(columns(drop="first"), LinearRegression()), TRAIN, TARGET, NEW_TEST)
    rare = columns("infrequent_if_exist", min_frequency=20)
    case("columns-infrequent", make_pipeline(rare, Ridge()), TRAIN, TARGET, NEW_TEST)
    both = columns("infrequent_if_exist", min_frequency=20, drop="first", sparse_output=False)
    case("columns-infrequent-drop", make_pipeline(both, Ridge()), TRAIN, TARGET, NEW_TEST)
    by_place = ColumnTransformer([("o", OneHotEncoder(handle_unknown="ignore"), [2, 3]), ("n", "passthrough", slice(0, 2))])
    case("columns-by-place", make_pipeline(by_place, Ridge()), TRAIN, TARGET, NEW_TEST)
    ordinal = ColumnTransformer(
        [("o", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), ["zone", "kind"])],
        remainder="passthrough",
    )
    case("ordinal", make_pipeline(ordinal, DecisionTreeRegressor(max_depth=6, random_state=1)), TRAIN, TARGET, NEW_TEST)
    codes = ColumnTransformer(
        [
            ("o", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2), ["zone"]),
            ("f", SimpleImputer(strategy="median", add_indicator=True), ["distance", "wind"]),
        ]
    )
    case("ordinal-missing", make_pipeline(codes, Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    texts = ColumnTransformer(
        [
            ("t", make_pipeline(SimpleImputer(strategy="constant", fill_value="none", missing_values=None), OneHotEncoder()), ["zone"]),
            ("n", SimpleImputer(strategy="constant", fill_value=-1), ["distance", "wind"]),
        ]
    )
    case("texts-filled", make_pipeline(texts, Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    dictionary = make_pipeline(DictVectorizer(), LinearRegression())
    train = TRAIN[["zone", "kind", "distance"]].astype({"kind": str})
    test = NEW_TEST[["zone", "kind", "distance"]].astype({"kind": str})
    dictionary.fit(train.to_dict(orient="records"), TARGET)
    write("dictionary", dictionary, test, dictionary.predict(test.to_dict(orient="records")))
    case("columns-forest", make_pipeline(columns(remainder="passthrough"), RandomForestRegressor(5, max_depth=5, random_state=1)), TRAIN, TARGET, TEST)


def edges(frame):
    """Rows whose numbers are the thresholds of trees: float32 values halfway, and float64 beside them."""
    rows = frame.copy()
    rows["wind"] = np.round(rows["wind"], 0) + 0.5
    rows["distance"] = np.float32(rows["distance"]).astype(float) * (1 + 2**-30)
    return rows


def trees():
    case("tree", DecisionTreeRegressor(max_depth=5, random_state=1), numbers(TRAIN), TARGET, edges(numbers(TEST)))
    case("tree-two", DecisionTreeRegressor(max_depth=4, random_state=1), numbers(TRAIN), np.c_[TARGET, TRAIN.wind], numbers(TEST))
    case("tree-leaf", DecisionTreeRegressor(max_depth=3, random_state=1), numbers(TRAIN), TARGET * 0 + 7, numbers(TEST))
    case("tree-classes", DecisionTreeClassifier(max_depth=5, random_state=1), numbers(TRAIN), CLASSES, numbers(TEST))
    case("extra-tree", ExtraTreeRegressor(max_depth=5, random_state=1), numbers(TRAIN), TARGET, numbers(TEST))
    case("forest", RandomForestRegressor(7, max_depth=6, random_state=1), numbers(TRAIN), TARGET, edges(numbers(TEST)))
    case("forest-classes", RandomForestClassifier(7, max_depth=5, random_state=1), numbers(TRAIN), CLASSES, numbers(TEST))
    case("forest-codes", RandomForestClassifier(7, max_depth=5, random_state=1), numbers(TRAIN), TARGET > 12, numbers(TEST))
    case("extra-trees", ExtraTreesRegressor(5, max_depth=5, random_state=1), numbers(TRAIN), TARGET, numbers(TEST))
    case("extra-trees-classes", ExtraTreesClassifier(5, max_depth=5, random_state=1), numbers(TRAIN), CODES, numbers(TEST))
    case("boosting", GradientBoostingRegressor(n_estimators=20, random_state=1), numbers(TRAIN), TARGET, numbers(TEST))
    case("boosting-zero", GradientBoostingRegressor(n_estimators=5, init="zero", random_state=1), numbers(TRAIN), TARGET, numbers(TEST))
    case("boosting-huber", GradientBoostingRegressor(n_estimators=10, loss="huber", random_state=1), numbers(TRAIN), TARGET, numbers(TEST))
    case("boosting-classes", GradientBoostingClassifier(n_estimators=6, random_state=1), numbers(TRAIN), CLASSES, numbers(TEST))
    case("boosting-two", GradientBoostingClassifier(n_estimators=15, random_state=1), numbers(TRAIN), (TARGET > 12).astype(int), numbers(TEST))
    holes = HOLES[["distance", "hour", "wind"]]
    holes_test = HOLES_TEST[["distance", "hour", "wind"]]
    case("histogram", HistGradientBoostingRegressor(max_iter=10, random_state=1), holes, HOLES_TARGET, holes_test)
    case("histogram-poisson", HistGradientBoostingRegressor(max_iter=5, loss="poisson", random_state=1), holes, HOLES_TARGET.clip(0), holes_test)
    case("histogram-classes", HistGradientBoostingClassifier(max_iter=4, random_state=1), numbers(TRAIN), CLASSES, numbers(TEST))
    case("histogram-two", HistGradientBoostingClassifier(max_iter=8, random_state=1), numbers(TRAIN), TARGET > 12, numbers(TEST))
    coded = TRAIN.assign(kind=TRAIN.kind - 1)[NUMBERS]
    coded_test = NEW_TEST.assign(kind=NEW_TEST.kind - 1.0)[NUMBERS]
    coded_test.loc[::5, "kind"] = np.nan
    case("histogram-categories", HistGradientBoostingRegressor(max_iter=10, categorical_features=[3], random_state=1), coded, TARGET, coded_test)
    if tuple(int(v) for v in sklearn.__version__.split(".")[:2]) >= (1, 4):
        case("tree-holes", DecisionTreeRegressor(max_depth=5, random_state=1), holes, HOLES_TARGET, holes_test)
        case("forest-holes", RandomForestRegressor(5, max_depth=5, random_state=1), holes, HOLES_TARGET, holes_test)
        levels = ["airport", "old town", "harbour, east", "ünï", "rare"]
        frame = HOLES.assign(zone=pd.Categorical(HOLES.zone, categories=levels))
        test = HOLES_TEST.assign(zone=pd.Categorical(HOLES_TEST.zone, categories=levels))
        model = HistGradientBoostingRegressor(max_iter=10, categorical_features="from_dtype", random_state=1)
        case("histogram-texts", model, frame, HOLES_TARGET, test)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    linear()
    pipelines()
    trees()
    with open(os.path.join(FOLDER, "versions.txt"), "w") as out:
        out.write("python %s\nscikit-learn %s\nskops %s\nnumpy %s\n" % (sys.version.split()[0], sklearn.__version__, skops.__version__, np.__version__))


if __name__ == "__main__":
    main()
