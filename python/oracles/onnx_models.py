"""ONNX models that converters made of scikit-learn, XGBoost and LightGBM models, with rows and what the original answers.

Writes onnx/src/test/resources/models/NAME.onnx and NAME.tsv: a header with the name of each column and n (number),
t (text) or p (prediction), one line a row. An empty field is missing.

    python python/oracles/onnx_models.py

Run with skl2onnx 1.20.0, onnxmltools 1.16.0, onnx 1.23.2, scikit-learn 1.9.1, lightgbm 4.7.0, xgboost 3.2.0.
"""

import os
import sys
import warnings

import lightgbm
import numpy as np
import onnx
import onnxmltools
import pandas as pd
import skl2onnx
import sklearn
import xgboost
from onnx import TensorProto, helper
from onnxmltools.convert import convert_lightgbm, convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType as MlFloat
from skl2onnx import convert_sklearn, to_onnx
from skl2onnx.common.data_types import DoubleTensorType, FloatTensorType, Int64TensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
FOLDER = os.path.join(os.path.dirname(__file__), "../../onnx/src/test/resources/models")


def table(seed, rows):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "distance": rng.gamma(2, 2, rows).astype(np.float32).astype(float),
            "wind": rng.normal(0, 3, rows).astype(np.float32).astype(float),
            "hour": rng.integers(0, 24, rows),
            "zone": rng.choice(["airport", "old town", "harbour"], rows),
        }
    )
    target = frame.distance * 3 + (frame.zone == "airport") * 10 + np.sin(frame.hour / 4) * 4 + rng.normal(0, 1, rows)
    return frame, target


TRAIN, TARGET = table(1, 600)
TEST, _ = table(2, 50)
NUMBERS = ["distance", "wind", "hour"]
CLASSES = np.where(TARGET > 18, "long", np.where(TARGET > 9, "middle", "short"))
X = TRAIN[NUMBERS].to_numpy(np.float32)
X_TEST = TEST[NUMBERS].to_numpy(np.float32)


def write(name, model, rows, answers):
    onnx.save(model, os.path.join(FOLDER, name + ".onnx"))
    answers = np.asarray(answers).reshape(len(rows), -1)
    kinds = ["n" if pd.api.types.is_numeric_dtype(rows[c]) else "t" for c in rows]
    with open(os.path.join(FOLDER, name + ".tsv"), "w", encoding="utf-8") as out:
        out.write("\t".join([c + ":" + k for c, k in zip(rows, kinds)] + ["prediction:p"] * answers.shape[1]) + "\n")
        for i in range(len(rows)):
            fields = ["" if pd.isna(v) else repr(float(v)) if k == "n" else v for v, k in zip(rows.iloc[i], kinds)]
            fields += [repr(float(v)) if isinstance(v, (float, np.floating)) else str(v) for v in answers[i]]
            out.write("\t".join(fields) + "\n")


def matrices():
    rows = TEST[NUMBERS].rename(columns=dict(zip(NUMBERS, ["x0", "x1", "x2"])))
    floats = [("input", FloatTensorType([None, 3]))]
    model = LinearRegression().fit(X, TARGET)
    write("linear", convert_sklearn(model, initial_types=floats, target_opset=12), rows, model.predict(X_TEST))
    doubles = [("input", DoubleTensorType([None, 3]))]
    write("linear-double", convert_sklearn(model, initial_types=doubles), rows, model.predict(X_TEST.astype(float)))
    write("open-width", convert_sklearn(model, initial_types=[("input", FloatTensorType([None, None]))]), rows, model.predict(X_TEST))
    model = LinearRegression().fit(X, np.c_[TARGET, TARGET * 2])
    write("linear-two", convert_sklearn(model, initial_types=floats), rows, model.predict(X_TEST))
    model = RandomForestRegressor(5, max_depth=5, random_state=1).fit(X, TARGET)
    write("forest", to_onnx(model, X[:1]), rows, model.predict(X_TEST))
    model = RandomForestClassifier(5, max_depth=4, random_state=1).fit(X, CLASSES)
    write("forest-classes", to_onnx(model, X[:1]), rows, model.predict(X_TEST))
    write("forest-classes-no-map", to_onnx(model, X[:1], options={"zipmap": False}), rows, model.predict(X_TEST))
    model = GradientBoostingClassifier(n_estimators=5, random_state=1).fit(X, (TARGET > 12).astype(int))
    write("boosting-two", to_onnx(model, X[:1]), rows, model.predict(X_TEST))
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X, CLASSES)
    write("logistic", to_onnx(model, X[:1]), rows, model.predict(X_TEST))
    model = xgboost.XGBRegressor(n_estimators=10, max_depth=4).fit(X, TARGET)
    write("xgboost", convert_xgboost(model, initial_types=[("input", MlFloat([None, 3]))], target_opset=15), rows, model.predict(X_TEST))
    model = lightgbm.LGBMRegressor(n_estimators=10, num_leaves=8, verbose=-1).fit(X, TARGET)
    write("lightgbm", convert_lightgbm(model, initial_types=[("input", MlFloat([None, 3]))], target_opset=15), rows, model.predict(X_TEST))


def columns():
    steps = ColumnTransformer([("z", OneHotEncoder(handle_unknown="ignore"), ["zone"]), ("n", StandardScaler(), NUMBERS)])
    model = make_pipeline(steps, LinearRegression()).fit(TRAIN, TARGET)
    types = [
        ("distance", FloatTensorType([None, 1])),
        ("wind", FloatTensorType([None, 1])),
        ("hour", Int64TensorType([None, 1])),
        ("zone", StringTensorType([None, 1])),
    ]
    write("columns", convert_sklearn(model, initial_types=types), TEST, model.predict(TEST))


def by_hand():
    """One row at a time, one dimension, a sum of two inputs."""
    a = helper.make_tensor_value_info("a", TensorProto.DOUBLE, [None])
    b = helper.make_tensor_value_info("b", TensorProto.DOUBLE, [None])
    y = helper.make_tensor_value_info("y", TensorProto.DOUBLE, [None])
    graph = helper.make_graph([helper.make_node("Add", ["a", "b"], ["y"])], "sum", [a, b], [y])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    rows = pd.DataFrame({"a": [1.0, 0.1, np.nan], "b": [2.0, 0.2, 1.0]})
    write("sum", model, rows, rows.a + rows.b)
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [None, 3, 8, 8])
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, [None, 3, 8, 8])
    graph = helper.make_graph([helper.make_node("Identity", ["image"], ["y"])], "image", [image], [out])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8), os.path.join(FOLDER, "image.onnx"))


def shapes():
    """A matrix beside a text, five rows at once, and outputs of small types."""
    steps = ColumnTransformer([("z", OneHotEncoder(handle_unknown="ignore"), [3]), ("n", StandardScaler(), [0, 1, 2])])
    frame = TRAIN[NUMBERS + ["zone"]]
    model = make_pipeline(steps, LinearRegression()).fit(frame, TARGET)
    types = [("numbers", FloatTensorType([None, 3])), ("zone", StringTensorType([None, 1]))]
    rows = TEST[NUMBERS + ["zone"]].set_axis(["x0", "x1", "x2", "x3"], axis=1)
    write("matrix-and-text", convert_sklearn(model, initial_types=types), rows, model.predict(TEST[NUMBERS + ["zone"]]))
    model = LinearRegression().fit(X, TARGET)
    rows = pd.DataFrame(X_TEST.astype(float), columns=["x0", "x1", "x2"])[:23]
    types = [("X", FloatTensorType([5, 3]))]
    write("five-rows", convert_sklearn(model, initial_types=types), rows, model.predict(X_TEST[:23]))
    rows = pd.DataFrame({"x0": [0.0, 1, 200, 255], "x1": [4.0, 0.5, 2, 3]})
    for name, kind, answers in (
        ("half", TensorProto.FLOAT16, rows.to_numpy()),
        ("unsigned", TensorProto.UINT8, rows.to_numpy().astype(np.uint8)),
        ("short", TensorProto.INT16, rows.to_numpy().astype(np.int16)),
    ):
        x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 2])
        y = helper.make_tensor_value_info("y", kind, [None, 2])
        graph = helper.make_graph([helper.make_node("Cast", ["x"], ["y"], to=kind)], "cast", [x], [y])
        write(name, helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8), rows, answers)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    matrices()
    columns()
    by_hand()
    shapes()
    with open(os.path.join(FOLDER, "versions.txt"), "w") as out:
        for module in (skl2onnx, onnxmltools, onnx, sklearn, lightgbm, xgboost, np):
            out.write("%s %s\n" % (module.__name__, module.__version__))
        out.write("python %s\n" % sys.version.split()[0])


if __name__ == "__main__":
    main()
