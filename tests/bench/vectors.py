#!/usr/bin/env python3
"""What sentence vectors add to the alignment of the development data, from good ones to garbage.

    tests/bench/vectors.py QOSAR BENCH [--sets noisy,hard] [--noise 0,1,2,none] [--from en --to kk] [--dimension 64]

No model is needed: vectors are made from the gold ladders. Each gold sentence gets a meaning, a random direction; a
line that stands for several holds their sum. To it come a direction that all lines of a language share, one that all
lines of a document share, and noise of its own on each side, whose length is NOISE times that of a meaning. So cosines
of true pairs, without what all share, are about 1/(1 + NOISE²). `none` aligns without vectors, `garbage` is noise alone.
Prints strict F1, null-line F1, how often a true 1-1 pair's cosine is above an exchanged one's (AUC), and what the
program says of the vectors. Needs Python's standard library only.
"""
import argparse
import array
import math
import pathlib
import random
import re
import subprocess
import tempfile


def direction(source, dimension):
    values = [source.gauss(0, 1) for _ in range(dimension)]
    length = math.sqrt(sum(v * v for v in values))
    return [v / length for v in values]


def add(to, what, scale=1.0):
    for k, value in enumerate(what):
        to[k] += scale * value


def beads(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        first, second = line.split(":")[:2]
        yield [[int(n) for n in re.findall(r"\d+", side)] for side in (first, second)]


def meanings(path, lines, source, dimension):
    """Of both sides, the sum of what each line says."""
    out = [[[0.0] * dimension for _ in range(count)] for count in lines]
    for bead in beads(path):
        for i in range(max(map(len, bead))):
            meaning = direction(source, dimension)
            for side, numbers in enumerate(bead):
                if numbers:
                    add(out[side][numbers[min(i, len(numbers) - 1)]], meaning)
    return out


def write_vectors(gold, out, noise, languages, source, dimension):
    sides = [gold.with_suffix(suffix) for suffix in (".en", ".kk")]
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in sides]
    subject = direction(source, dimension)
    vectors = meanings(gold, lines, source, dimension)
    for side, path in enumerate(sides):
        values = array.array("f")
        for vector in vectors[side]:
            length = math.sqrt(sum(v * v for v in vector)) or 1.0
            row = [0.0] * dimension
            if noise is not None:
                add(row, vector, 1 / length)
            add(row, languages[side], 1.5)
            add(row, subject, 0.7)
            add(row, direction(source, dimension), 1.0 if noise is None else noise)
            values.extend(row)
        values.tofile((out / (path.name + ".vectors")).open("wb"))
    return vectors


def auc(out, golds, dimension):
    """True 1-1 pairs against the next pair's second side, by the cosine without the mean of each text."""
    good, bad = [], []
    for gold in golds:
        sides = []
        for suffix in (".en", ".kk"):
            values = array.array("f")
            values.frombytes((out / (gold.with_suffix(suffix).name + ".vectors")).read_bytes())
            rows = [values[i:i + dimension] for i in range(0, len(values), dimension)]
            mean = [sum(column) / len(rows) for column in zip(*rows)]
            sides.append([[v - m for v, m in zip(row, mean)] for row in rows])
        pairs = [(b[0][0], b[1][0]) for b in beads(gold) if len(b[0]) == len(b[1]) == 1]
        for k, (i, j) in enumerate(pairs):
            good.append(cosine(sides[0][i], sides[1][j]))
            bad.append(cosine(sides[0][i], sides[1][pairs[(k + 1) % len(pairs)][1]]))
    return sum((g > b) + (g == b) / 2 for g in good for b in bad) / (len(good) * len(bad))


def cosine(a, b):
    return sum(x * y for x, y in zip(a, b)) / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b) or 1.0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("qosar")
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--sets", default="noisy,hard")
    parser.add_argument("--noise", default="none,0,0.5,1,1.5,2,3,garbage")
    parser.add_argument("--from", dest="first", default="en")
    parser.add_argument("--to", dest="second", default="kk")
    parser.add_argument("--dimension", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", help="a folder with other weights")
    options = parser.parse_args()
    for name in options.sets.split(","):
        folder = options.bench / "align/ntrex-kk-dev" / name
        golds = sorted(folder.glob("*.gold"))
        for noise in options.noise.split(","):
            with tempfile.TemporaryDirectory() as scratch:
                out = pathlib.Path(scratch)
                source = random.Random(options.seed)
                languages = [direction(source, options.dimension) for _ in range(2)]
                jobs = ""
                for gold in golds:
                    jobs += "\t".join(map(str, [gold.with_suffix(".en"), gold.with_suffix(".kk"), out / f"{gold.stem}.ladder"]))
                    if noise != "none":
                        write_vectors(gold, out, None if noise == "garbage" else float(noise), languages, source,
                                      options.dimension)
                        jobs += "\t" + "".join(f"\t{out / gold.with_suffix(s).name}.vectors" for s in (".en", ".kk"))
                    jobs += "\n"
                (out / "jobs.tsv").write_text(jobs, encoding="utf-8")
                done = subprocess.run([options.qosar, "align", "--from", options.first, "--to", options.second, "--batch",
                                       out / "jobs.tsv",
                                       *(["--languages", options.languages] if options.languages else [])], stderr=subprocess.PIPE, text=True, check=True)
                told = [line[7:] for line in done.stderr.splitlines() if "vectors are" in line]
                score = subprocess.run([options.qosar, "eval", "align", folder, out], stdout=subprocess.PIPE, text=True,
                                       check=True).stdout
                tells = "" if noise == "none" else f"AUC {auc(out, golds, options.dimension):.4f}"
                print(f"== {name}, noise {noise} {tells} {' '.join(told)}\n{score}", end="", flush=True)


if __name__ == "__main__":
    main()
