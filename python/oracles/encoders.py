"""Oracle for EncodersTest: shrunk means, ordinal codes and a map of places, as other implementations learn them.

Written for scikit-learn 1.9, category_encoders 2.9 and numpy 2.5; the versions in force are written into the files:
    python encoders.py program/src/test/resources/learn
"""
import sys
from pathlib import Path

import category_encoders
import numpy as np
import sklearn
from category_encoders.m_estimate import MEstimateEncoder
from sklearn.manifold import MDS, smacof
from sklearn.preprocessing import OrdinalEncoder

FOLDER = Path(sys.argv[1])
HEAD = f"# scikit-learn {sklearn.__version__}, category_encoders {category_encoders.__version__}, numpy {np.__version__}\n"


def table(rows, seed):
    """Rows of a colour (some missing, some rare), a size and a target."""
    random = np.random.default_rng(seed)
    colours = np.array(["red", "green", "blue", "grey", "pink", "gold"])
    colour = random.choice(colours, rows, p=[0.4, 0.25, 0.2, 0.1, 0.03, 0.02])
    size = random.integers(1, 5, rows)
    target = np.round(10 + 3 * (colour == "red") - 4 * (colour == "gold") + size + random.normal(0, 2, rows), 3)
    return colour, size, target


def means():
    colour, size, target = table(400, 7)
    encoder = MEstimateEncoder(cols=["colour"], m=20, randomized=False)
    import pandas as pd
    frame = pd.DataFrame({"colour": colour})
    shrunk = encoder.fit(frame, target).transform(frame)["colour"].to_numpy()
    kept = OrdinalEncoder(min_frequency=20, handle_unknown="use_encoded_value", unknown_value=-1).fit(frame)
    codes = kept.transform(frame)[:, 0]
    lines = [HEAD, "colour\tsize\ttarget\tshrunk_mean_m20\tsklearn_code_min20\n"]
    for row in zip(colour, size, target, shrunk, codes):
        lines.append("\t".join([row[0], str(row[1]), repr(float(row[2])), repr(float(row[3])), str(int(row[4]))]) + "\n")
    (FOLDER / "means.tsv").write_text("".join(lines))


def places():
    """Places in a plane, measured with noise; the stress that scikit-learn's SMACOF reaches from 32 starts."""
    random = np.random.default_rng(11)
    where = random.uniform(0, 10, (30, 2))
    apart = np.sqrt(((where[:, None] - where[None]) ** 2).sum(2))
    noisy = np.abs(apart * np.exp(random.normal(0, 0.1, apart.shape)))
    noisy = np.round(np.triu(noisy, 1), 6)
    noisy = noisy + noisy.T
    _, stress = smacof(noisy, n_components=2, n_init=32, max_iter=3000, eps=1e-12, random_state=0,
                       normalized_stress=False)
    lines = [HEAD, f"# stress (half the sum of squares over ordered pairs) {float(stress)!r}\n", "from\tto\tdistance\n"]
    for i in range(30):
        for j in range(i + 1, 30):
            lines.append(f"{i}\t{j}\t{float(noisy[i, j])!r}\n")
    (FOLDER / "places.tsv").write_text("".join(lines))
    (FOLDER / "true_places.tsv").write_text(HEAD + "".join(f"{i}\t{x!r}\t{y!r}\n" for i, (x, y) in
                                                           enumerate(where.tolist())))


FOLDER.mkdir(parents=True, exist_ok=True)
means()
places()
