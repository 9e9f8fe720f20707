#!/usr/bin/env python3
"""Fits the weights of pairing/content_evidence.hpp.

    tests/bench/fit_content.py CONTENT_FEATURES BENCH     the program of -DQOSAR_BENCH=ON, and the folder with align/

Good: documents with their translations, whole, damaged, and with half of the translation. Bad: every other document's,
among them some of the same event; the second half of a document for its first; the translation with other numbers, as
reports of one template have, at a quarter of the weight since they are rarer. Prints the weights from all documents,
and what they do to documents that took no part in the fit. Needs Python's standard library only.
"""
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

FOLDS = 5
NEAR = math.log(0.2)  # shares below are far from any decision: one in twenty is enough, at the weight of all


def other_numbers(text):
    def other(match):
        digits = match.group()
        if len(digits) == 4 and digits[:2] in ("19", "20"):
            return str(random.randint(2000, 2025))
        if len(digits) <= 2:
            return str(random.randint(1, 31) if int(digits) <= 31 else random.randint(32, 99))
        return "".join(random.choice("123456789") for _ in digits)
    return re.sub(r"\d+", other, text)


def made_texts(clean, out):
    """Halves, and the same with other numbers, beside each other in `out`."""
    for gold in sorted(clean.glob("*.gold")):
        for side in ("en", "kk"):
            lines = gold.with_suffix(f".{side}").read_text(encoding="utf-8").splitlines(keepends=True)
            half = len(lines) // 2
            for name, part in [("begin", lines[:half]), ("end", lines[half:]), ("numbers", [other_numbers(l) for l in lines])]:
                (out / name).mkdir(exist_ok=True)
                (out / name / f"{gold.stem}.{side}").write_text("".join(part), encoding="utf-8")


def rows(program, bench, made):
    """(features, good?, weight, document, set) of all that can be judged."""
    sets = bench / "align/ntrex-kk-dev"
    names = sorted(gold.stem for gold in (sets / "clean").glob("*.gold"))
    jobs = []
    for what, first, second in [("clean", sets / "clean", sets / "clean"), ("noisy", sets / "noisy", sets / "noisy"),
                                ("hard", sets / "hard", sets / "hard"), ("half page", sets / "clean", made / "begin"),
                                ("halves", made / "begin", made / "begin"), ("other half", made / "begin", made / "end"),
                                ("other numbers", sets / "clean", made / "numbers")]:
        for i, name in enumerate(names):
            for other in [name] if what == "other numbers" else names:
                good = name == other and what not in ("other half", "other numbers")
                if what == "other numbers" and len(re.findall(r"\d+", (first / f"{name}.en").read_text(encoding="utf-8"))) < 8:
                    continue
                jobs.append((first / f"{name}.en", second / f"{other}.kk", good, i, what))
    lines = subprocess.run([program], input="".join(f"{a}\t{b}\n" for a, b, *_ in jobs), check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    for (_, _, good, document, what), line in zip(jobs, lines):
        judged, *features = map(float, line.split("\t"))
        far = features[0] < NEAR and not good
        if judged and (not far or random.random() < 0.05):
            yield [1.0, *features], good, 20.0 if far else 0.25 if what == "other numbers" else 1.0, document, what


def solved(matrix, right):
    n = len(right)
    m = [row + [value] for row, value in zip(matrix, right)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for r in range(n):
            if r != i:
                m[r] = [a - m[r][i] / m[i][i] * b for a, b in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def probability(weights, features):
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, sum(w * f for w, f in zip(weights, features))))))


def fit(data):
    """Logistic regression by Newton's method, with a trifle of ridge."""
    n, ridge = len(data[0][0]), 1e-3
    weights = [0.0] * n
    for _ in range(60):
        slope = [-ridge * w for w in weights]
        bend = [[ridge * (i == j) for j in range(n)] for i in range(n)]
        for features, good, weight, *_ in data:
            p = probability(weights, features)
            for i in range(n):
                slope[i] += weight * (good - p) * features[i]
                for j in range(n):
                    bend[i][j] += weight * p * (1 - p) * features[i] * features[j]
        step = solved(bend, slope)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def main():
    program, bench = sys.argv[1], pathlib.Path(sys.argv[2])
    random.seed(1)
    with tempfile.TemporaryDirectory() as made:
        made_texts(bench / "align/ntrex-kk-dev/clean", pathlib.Path(made))
        data = list(rows(program, bench, pathlib.Path(made)))
    print("bias, share, order, missing_numbers:", " ".join(f"{w:.2f}" for w in fit(data)))
    held_out = []
    for fold in range(FOLDS):
        weights = fit([row for row in data if row[3] % FOLDS != fold])
        held_out += [(probability(weights, row[0]), *row[1:]) for row in data if row[3] % FOLDS == fold]
    for what in dict.fromkeys(row[4] for row in held_out):
        good = [p for p, is_good, _, _, name in held_out if name == what and is_good]
        bad = [p for p, is_good, _, _, name in held_out if name == what and not is_good]
        print(f"{what}: good {len(good)}, above 0.9 {sum(p >= 0.9 for p in good)}; "
              f"bad {len(bad)}, above 0.5 {sum(p >= 0.5 for p in bad)}, above 0.9 {sum(p >= 0.9 for p in bad)}")
    error, all_weight = 0.0, sum(weight for _, _, weight, *_ in held_out)
    for i in range(10):
        bin_ = [(p, good, weight) for p, good, weight, *_ in held_out if min(9, int(p * 10)) == i]
        error += abs(sum(weight * (p - good) for p, good, weight in bin_)) / all_weight
    near = [(p, good, w) for p, good, w, *_ in held_out if p >= 0.05]
    print(f"calibration error {error:.4f}; where p is at least 0.05, {len(near)} cases: mean p "
          f"{sum(w * p for p, _, w in near) / sum(w for *_, w in near):.3f}, good "
          f"{sum(w * g for _, g, w in near) / sum(w for *_, w in near):.3f}")


if __name__ == "__main__":
    main()
