"""Models of scikit-learn saved by skops, with rows and what the library's own predict answers for them.

Writes score/src/test/resources/skops/sklearn-VERSION/: NAME.skops, and NAME.tsv with one line a row: the inputs, then
the answers. The header says the name of each column and n (number), t (text) or p (prediction). An empty field is
missing; numbers are written so that they read back as the same float64.

    python python/oracles/skops_models.py [CASE ...]

Run with scikit-learn 1.3.2 and skops 0.9.0, 1.5.2 and 0.10.0, 1.7.2 and 0.13.0, 1.9.1 and 0.16.0.
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
from sklearn.compose import ColumnTransformer, make_column_selector, TransformedTargetRegressor
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
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import (
    BayesianRidge,
    ElasticNet,
    ElasticNetCV,
    GammaRegressor,
    HuberRegressor,
    Lasso,
    LassoCV,
    LinearRegression,
    LogisticRegression,
    LogisticRegressionCV,
    Perceptron,
    PoissonRegressor,
    QuantileRegressor,
    Ridge,
    RidgeClassifier,
    RidgeCV,
    SGDClassifier,
    SGDRegressor,
    TweedieRegressor,
)
from sklearn.decomposition import PCA
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import FeatureUnion, make_pipeline, Pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    KBinsDiscretizer,
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    OneHotEncoder,
    OrdinalEncoder,
    PolynomialFeatures,
    PowerTransformer,
    RobustScaler,
    StandardScaler,
)
from sklearn.svm import SVR, LinearSVC, LinearSVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, ExtraTreeRegressor

warnings.filterwarnings("ignore")
FOLDER = os.path.join(
    os.environ.get("SKOPS_FOLDER", os.path.join(os.path.dirname(__file__), "../../score/src/test/resources/skops")),
    "sklearn-" + sklearn.__version__,
)
VERSION = tuple(int(v) for v in sklearn.__version__.split(".")[:2])
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
    if sys.argv[1:] and name not in sys.argv[1:]:
        return
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


def more_linear():
    x, t = numbers(TRAIN), numbers(TEST)
    scaled = StandardScaler
    case("linear-svr", make_pipeline(scaled(), LinearSVR(random_state=1, max_iter=5000)), x, TARGET, t)
    case("linear-svc", make_pipeline(scaled(), LinearSVC(random_state=1)), x, CLASSES, t)
    case("linear-svc-two", make_pipeline(scaled(), LinearSVC(random_state=1)), x, CODES > 10, t)
    case("linear-positive", LinearRegression(positive=True), x, TARGET, t)
    case("ridge-two", Ridge(), x, np.c_[TARGET, TRAIN.wind * 2], t)
    case("ridge-no-intercept", Ridge(fit_intercept=False), x, TARGET, t)
    case("ridge-cv", RidgeCV(), x, TARGET, t)
    case("lasso-none", Lasso(1e6), x, TARGET, t)
    case("lasso-cv", LassoCV(random_state=1), x, TARGET, t)
    case("elastic-cv", ElasticNetCV(random_state=1), x, TARGET, t)
    case("huber", make_pipeline(scaled(), HuberRegressor()), x, TARGET, t)
    case("bayesian", BayesianRidge(), x, TARGET, t)
    case("quantile", make_pipeline(scaled(), QuantileRegressor(quantile=0.8, alpha=0.01)), x, TARGET, t)
    case("gamma", make_pipeline(scaled(), GammaRegressor()), x, TARGET.clip(0.1), t)
    case("tweedie", make_pipeline(scaled(), TweedieRegressor(power=1.5)), x, TARGET.clip(0), t)
    case("tweedie-normal", make_pipeline(scaled(), TweedieRegressor(power=0)), x, TARGET, t)
    case("tweedie-log", make_pipeline(scaled(), TweedieRegressor(power=0, link="log")), x, TARGET.clip(0.1), t)
    case("logistic-liblinear", make_pipeline(scaled(), LogisticRegression(solver="liblinear")), x, CODES > 10, t)
    case("logistic-saga", make_pipeline(scaled(), LogisticRegression(solver="saga", C=0.1, max_iter=500)), x, CLASSES, t)
    case("logistic-no-intercept", make_pipeline(scaled(), LogisticRegression(fit_intercept=False)), x, CLASSES, t)
    if VERSION < (1, 8):
        case("logistic-ovr", make_pipeline(scaled(), LogisticRegression(multi_class="ovr")), x, CLASSES, t)
    case("logistic-cv", make_pipeline(scaled(), LogisticRegressionCV(cv=3, Cs=3)), x, CLASSES, t)
    case("sgd-two", make_pipeline(scaled(), SGDClassifier(loss="log_loss", random_state=1)), x, CODES > 10, t)
    case("sgd-huber", make_pipeline(scaled(), SGDRegressor(loss="huber", average=True, random_state=1)), x, TARGET, t)
    case("perceptron", make_pipeline(scaled(), Perceptron(random_state=1)), x, CLASSES, t)
    case("discriminant", LinearDiscriminantAnalysis(), x, CLASSES, t)
    case("ridge-classes-two", RidgeClassifier(), x, CODES > 10, t)
    case("target-standard", TransformedTargetRegressor(Ridge(), transformer=StandardScaler()), x, TARGET, t)
    case("target-minmax", TransformedTargetRegressor(Ridge(), transformer=MinMaxScaler((-1, 3))), x, TARGET, t)
    case("scaler-no-mean", make_pipeline(StandardScaler(with_mean=False), Ridge()), x, TARGET, t)
    case("scaler-no-std", make_pipeline(StandardScaler(with_std=False), Ridge()), x, TARGET, t)
    flat = x.assign(wind=2.5)
    case("scaler-constant", make_pipeline(StandardScaler(), Ridge()), flat, TARGET, t)
    case("minmax-constant", make_pipeline(MinMaxScaler((-2, 5)), Ridge()), flat, TARGET, t)
    case("robust-no-centre", make_pipeline(RobustScaler(with_centering=False, quantile_range=(10, 90)), Ridge()), x, TARGET, t)
    single = x.astype(np.float32)
    case("tree-single", DecisionTreeRegressor(max_depth=6, random_state=1), single, TARGET, t.astype(np.float32))


def more_pipelines():
    holes, test = HOLES[["distance", "hour", "wind"]], HOLES_TEST[["distance", "hour", "wind"]]
    for strategy in ("mean", "median", "most_frequent", "constant"):
        case("imputer-" + strategy, make_pipeline(SimpleImputer(strategy=strategy), Ridge()), holes, HOLES_TARGET, test)
        marked = SimpleImputer(strategy=strategy, add_indicator=True)
        case("imputer-%s-marked" % strategy, make_pipeline(marked, Ridge()), holes, HOLES_TARGET, test)
    minus = holes.fillna(-1)
    case("imputer-minus", make_pipeline(SimpleImputer(missing_values=-1), Ridge()), minus, HOLES_TARGET, test.fillna(-1))
    empty = holes.assign(hour=np.nan)
    case("imputer-empty", make_pipeline(SimpleImputer(), Ridge()), empty, HOLES_TARGET, test)
    kept = SimpleImputer(keep_empty_features=True)
    case("imputer-empty-kept", make_pipeline(kept, Ridge()), empty, HOLES_TARGET, test)
    kept = SimpleImputer(strategy="constant", fill_value=3, keep_empty_features=True)
    case("imputer-empty-constant", make_pipeline(kept, Ridge()), empty, HOLES_TARGET, test)
    texts = ColumnTransformer([
        ("t", make_pipeline(SimpleImputer(strategy="most_frequent", missing_values=None), OneHotEncoder()), ["zone"]),
        ("n", SimpleImputer(), ["distance", "wind"])])
    case("imputer-texts", make_pipeline(texts, Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    two = TRAIN.assign(zone=np.where(TRAIN.zone == "airport", "a", "b"))
    two_test = NEW_TEST.assign(zone=np.where(TEST.zone == "airport", "a", "b"))
    for drop in ("if_binary", "first"):
        both = ColumnTransformer([("o", OneHotEncoder(drop=drop, handle_unknown="ignore"), ["zone", "kind"])])
        case("onehot-" + drop.replace("_", "-"), make_pipeline(both, Ridge()), two, TARGET, two_test)
    chosen = ColumnTransformer([("o", OneHotEncoder(drop=["airport", 3], handle_unknown="ignore"), ["zone", "kind"])])
    case("onehot-drop-list", make_pipeline(chosen, Ridge()), TRAIN, TARGET, NEW_TEST)
    most = ColumnTransformer([("o", OneHotEncoder(max_categories=3, handle_unknown="infrequent_if_exist"), ["zone", "kind"])])
    case("onehot-most", make_pipeline(most, Ridge()), TRAIN, TARGET, NEW_TEST)
    share = OneHotEncoder(min_frequency=0.15, handle_unknown="infrequent_if_exist", drop="if_binary")
    case("onehot-share", make_pipeline(ColumnTransformer([("o", share, ["zone", "kind"])]), Ridge()), TRAIN, TARGET, NEW_TEST)
    listed = OneHotEncoder(categories=[["airport", "harbour, east", "old town", "rare", "zoo", "ünï"]], handle_unknown="ignore")
    case("onehot-listed", make_pipeline(ColumnTransformer([("o", listed, ["zone"])]), Ridge()), TRAIN, TARGET, NEW_TEST)
    case("onehot-error", make_pipeline(ColumnTransformer([("o", OneHotEncoder(), ["zone"])]), Ridge()), TRAIN, TARGET, TEST)
    missing = ColumnTransformer([("o", OneHotEncoder(handle_unknown="ignore"), ["zone"]), ("n", SimpleImputer(), ["wind"])])
    case("onehot-missing", make_pipeline(missing, Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    numeric_missing = ColumnTransformer([("o", OneHotEncoder(handle_unknown="ignore"), ["wind"])])
    case("onehot-numbers", make_pipeline(numeric_missing, Ridge()), HOLES, HOLES_TARGET, HOLES_TEST)
    if VERSION >= (1, 3):
        rare = OrdinalEncoder(min_frequency=100, handle_unknown="use_encoded_value", unknown_value=-1)
        case("ordinal-infrequent", make_pipeline(ColumnTransformer([("o", rare, ["zone", "kind"])]), DecisionTreeRegressor(random_state=1)), TRAIN, TARGET, NEW_TEST)
    nan = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan)
    case("codes-nan", make_pipeline(ColumnTransformer([("o", nan, ["zone", "kind"])]), SimpleImputer(), Ridge()), TRAIN, TARGET, NEW_TEST)
    listed = OrdinalEncoder(categories=[["ünï", "rare", "old town", "harbour, east", "airport"]])
    case("codes-listed", make_pipeline(ColumnTransformer([("o", listed, ["zone"])]), Ridge()), TRAIN, TARGET, TEST)
    selected = ColumnTransformer([
        ("o", OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude=np.number)),
        ("n", StandardScaler(), make_column_selector(dtype_include=np.number))])
    case("columns-selected", make_pipeline(selected, Ridge()), TRAIN, TARGET, NEW_TEST)
    masked = ColumnTransformer([("n", MinMaxScaler(), [True, True, False, False, True])], remainder="drop")
    case("columns-masked", make_pipeline(masked, Ridge()), TRAIN, TARGET, TEST)
    scaled = ColumnTransformer([("o", OneHotEncoder(handle_unknown="ignore"), ["zone"])], remainder=StandardScaler())
    case("columns-remainder", make_pipeline(scaled, Ridge()), TRAIN, TARGET, NEW_TEST)
    weighted = ColumnTransformer(
        [("o", OneHotEncoder(handle_unknown="ignore"), ["zone"]), ("n", "passthrough", ["wind"]), ("d", "drop", ["kind"])],
        transformer_weights={"o": 0.5, "n": 3.0}, remainder="passthrough")
    case("columns-weighted", make_pipeline(weighted, Ridge()), TRAIN, TARGET, NEW_TEST)
    nested = ColumnTransformer([("all", columns(), ["distance", "zone", "wind"]), ("rest", "passthrough", ["kind"])])
    case("columns-nested", make_pipeline(nested, Ridge()), TRAIN, TARGET, NEW_TEST)
    twice = ColumnTransformer([("a", StandardScaler(), ["wind"]), ("b", MinMaxScaler(), ["wind", "distance"])])
    case("columns-twice", make_pipeline(twice, Ridge()), TRAIN, TARGET, TEST)
    functions = ColumnTransformer([("l", FunctionTransformer(np.log1p), ["distance"]), ("s", FunctionTransformer(np.square), ["wind"]), ("i", FunctionTransformer(), ["kind"])])
    case("functions", make_pipeline(functions, Ridge()), TRAIN, TARGET, TEST)
    case("classes-pipeline", make_pipeline(columns(), LogisticRegression(max_iter=500)), HOLES, pd.cut(HOLES_TARGET, [-100, 8, 20, 1000], labels=["short", "middle", "long"]).astype(str), HOLES_TEST)
    wide()


def wide():
    """A dictionary of a field with many texts, some with the separator in them, beside numbers and truths."""
    for name, options in (("dictionary-wide", {}), ("dictionary-separator", {"separator": ": "})):
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        rng = np.random.default_rng(8)
        def frame(count):
            return pd.DataFrame({
                "route": ["%d=%d" % (a, b) for a, b in rng.integers(1, 25, (count, 2))],
                "street": ["street %d" % s for s in rng.zipf(1.3, count) % 900],
                "miles": rng.gamma(2, 2, count) / 3,
                "holiday": rng.random(count) < 0.2})
        past, test = frame(3000), frame(ROWS)
        target = past.miles * 3 + past.route.str.len() + past.holiday * 2 + rng.normal(0, 1, len(past))
        model = make_pipeline(DictVectorizer(**options), Ridge())
        model.fit(past.to_dict(orient="records"), target)
        answers = model.predict(test.to_dict(orient="records"))
        write(name, model, test.assign(holiday=test.holiday.astype(float)), answers)


def more_trees():
    x, t = numbers(TRAIN), numbers(TEST)
    holes, holes_test = HOLES[["distance", "hour", "wind"]], HOLES_TEST[["distance", "hour", "wind"]]
    case("boosting-quantile", GradientBoostingRegressor(n_estimators=10, loss="quantile", alpha=0.8, random_state=1), x, TARGET, t)
    case("boosting-absolute", GradientBoostingRegressor(n_estimators=10, loss="absolute_error", random_state=1), x, TARGET, t)
    case("boosting-exponential", GradientBoostingClassifier(n_estimators=10, loss="exponential", random_state=1), x, CODES > 10, t)
    case("boosting-zero-classes", GradientBoostingClassifier(n_estimators=5, init="zero", random_state=1), x, CLASSES, t)
    case("boosting-subsample", GradientBoostingRegressor(n_estimators=15, subsample=0.5, n_iter_no_change=3, random_state=1), x, TARGET, t)
    case("histogram-quantile", HistGradientBoostingRegressor(max_iter=5, loss="quantile", quantile=0.8, random_state=1), holes, HOLES_TARGET, holes_test)
    case("histogram-absolute", HistGradientBoostingRegressor(max_iter=5, loss="absolute_error", random_state=1), holes, HOLES_TARGET, holes_test)
    if VERSION >= (1, 3):
        case("histogram-poisson-gamma", HistGradientBoostingRegressor(max_iter=5, loss="gamma", random_state=1), holes, HOLES_TARGET.clip(0.1), holes_test)
    case("histogram-stopped", HistGradientBoostingRegressor(max_iter=50, early_stopping=True, n_iter_no_change=2, random_state=1), holes, HOLES_TARGET, holes_test)
    case("histogram-monotone", HistGradientBoostingRegressor(max_iter=5, monotonic_cst=[1, 0, -1], random_state=1), holes, HOLES_TARGET, holes_test)
    coded, coded_test = TRAIN.assign(kind=TRAIN.kind - 1)[NUMBERS], NEW_TEST.assign(kind=NEW_TEST.kind - 1.0)[NUMBERS]
    case("histogram-categories-classes", HistGradientBoostingClassifier(max_iter=4, categorical_features=[3, 1], random_state=1), coded, CLASSES, coded_test)
    case("extra-tree-classes", DecisionTreeClassifier(splitter="random", max_depth=5, random_state=1), x, CLASSES, t)
    case("extra-bootstrap", ExtraTreesRegressor(5, max_depth=5, bootstrap=True, max_features=2, random_state=1), x, TARGET, t)
    case("forest-two", RandomForestRegressor(5, max_depth=4, random_state=1), x, np.c_[TARGET, TRAIN.wind], t)
    case("forest-poisson", RandomForestRegressor(5, max_depth=4, criterion="poisson", random_state=1), x, TARGET.clip(0), t)
    case("forest-balanced", RandomForestClassifier(6, max_depth=5, class_weight="balanced", random_state=1), x, CLASSES, t)
    if VERSION >= (1, 4):
        case("tree-holes-classes", DecisionTreeClassifier(max_depth=5, random_state=1), holes, (HOLES_TARGET > 12).astype(int), holes_test)
        case("forest-holes-classes", RandomForestClassifier(5, max_depth=5, random_state=1), holes, HOLES_TARGET > 12, holes_test)
    if VERSION >= (1, 6):
        case("extra-holes", ExtraTreesRegressor(5, max_depth=5, random_state=1), holes, HOLES_TARGET, holes_test)


def doubled(x):
    return x * 2


def refused():
    """Models that are not read: what the refusal has to name stands beside each."""
    folder = FOLDER.replace("/skops/", "/skops-refused/")
    os.makedirs(folder, exist_ok=True)
    x = TRAIN[["distance", "hour", "kind"]]
    start = GradientBoostingRegressor(n_estimators=2, init=LinearRegression(), random_state=1)
    single = ColumnTransformer([("o", OneHotEncoder(dtype=np.float32), ["zone"]), ("w", "passthrough", ["wind"])])
    records = TRAIN[["zone", "wind"]].to_dict(orient="records")
    models = {
        "own-function": (make_pipeline(FunctionTransformer(doubled), Ridge()), x, "the function __main__.doubled"),
        "other-function": (make_pipeline(FunctionTransformer(np.tanh), Ridge()), x, "the function numpy.tanh"),
        "arguments": (make_pipeline(FunctionTransformer(np.log1p, kw_args={"dtype": "float64"}), Ridge()), x, "kw_args"),
        "neighbours": (KNeighborsRegressor(), x, "the model KNeighborsRegressor"),
        "svr": (SVR(), x, "the model SVR"),
        "components": (make_pipeline(PCA(2), Ridge()), x, "the transformer PCA"),
        "bins": (make_pipeline(KBinsDiscretizer(3), Ridge()), x, "the transformer KBinsDiscretizer"),
        "power": (make_pipeline(PowerTransformer(), Ridge()), x, "the transformer PowerTransformer"),
        "start": (start, x, "gradient boosting that starts from LinearRegression"),
        "target": (TransformedTargetRegressor(Ridge(), transformer=RobustScaler()), x, "a target transformed by RobustScaler"),
        "onehot-single": (make_pipeline(single, Ridge()), TRAIN, "OneHotEncoder of float32"),
        "dictionary-single": (make_pipeline(DictVectorizer(dtype=np.float32), Ridge()), records, "DictVectorizer of float32"),
    }
    for name, (model, rows, text) in models.items():
        model.fit(rows, TARGET)
        skops.io.dump(model, os.path.join(folder, name + ".skops"), compression=zipfile.ZIP_DEFLATED)
        with open(os.path.join(folder, name + ".txt"), "w") as out:
            out.write(text + "\n")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    if not sys.argv[1:]:
        refused()
    linear()
    pipelines()
    trees()
    more_linear()
    more_pipelines()
    more_trees()
    with open(os.path.join(FOLDER, "versions.txt"), "w") as out:
        out.write("python %s\nscikit-learn %s\nskops %s\nnumpy %s\n" % (sys.version.split()[0], sklearn.__version__, skops.__version__, np.__version__))


if __name__ == "__main__":
    main()
