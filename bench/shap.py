"""The time that XGBoost's Python library takes for the contributions of one row, on one thread.

After bench/run shap: python bench/shap.py [FOLDER_OF_BOOSTERS]; compare with the row `hansom` there.
"""

import sys
import time

import numpy as np
import xgboost as xgb


def main(folder):
    rows = np.random.default_rng(1).normal(size=(256, 10)).astype(np.float32)
    for size in ("100x6", "500x8"):
        booster = xgb.Booster(model_file="%s/xgboost-%s.json" % (folder, size))
        booster.set_param({"nthread": 1})
        matrices = [xgb.DMatrix(rows[i : i + 1], nthread=1) for i in range(len(rows))]
        for name, call in (
            ("pred_contribs, matrix made before", lambda i: booster.predict(matrices[i], pred_contribs=True)),
            (
                "pred_contribs, matrix made for it",
                lambda i: booster.predict(xgb.DMatrix(rows[i : i + 1], nthread=1), pred_contribs=True),
            ),
        ):
            call(0)
            start = time.process_time()
            for i in range(len(rows)):
                call(i)
            spent = (time.process_time() - start) / len(rows) * 1e6
            print("XGBoost %s %s %s: %.0f us of processor time a row" % (xgb.__version__, size, name, spent))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "bench/target/models")
