#!/usr/bin/env python3
"""Quality on the development data beside the checkout: alignment, flags and score of ready-made pairs.

    tests/bench/quality.py QOSAR BENCH      the program, and the folder with align/ and headlines/

Prints the figures of docs/results.md. Needs Python's standard library only.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def qosar(program, *arguments, stdin=None):
    return subprocess.run([program, *map(str, arguments)], input=stdin, check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def align_set(program, folder):
    """Ladders for all documents of a folder, judged by its gold ones."""
    with tempfile.TemporaryDirectory() as out:
        jobs = "".join(f"{gold.with_suffix('.en')}\t{gold.with_suffix('.kk')}\t{out}/{gold.stem}.ladder\n"
                       for gold in sorted(folder.glob("*.gold")))
        pathlib.Path(out, "jobs.tsv").write_text(jobs, encoding="utf-8")
        qosar(program, "align", "--batch", pathlib.Path(out, "jobs.tsv"))
        return qosar(program, "eval", "align", folder, out)


def flagged(program, pairs, *options):
    lines = qosar(program, "flag", *options, stdin="".join(f"{a}\t{b}\n" for a, b in pairs)).splitlines()
    return [json.loads(line) for line in lines]


def auc(good, bad):
    """Chance that a good score is above a bad one, ties counting half."""
    ranked = sorted([(s, 1) for s in good] + [(s, 0) for s in bad])
    total, i = 0.0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        total += sum(kind for _, kind in ranked[i:j]) * (i + j + 1) / 2
        i = j
    return (total - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad))


def scores(program, pairs):
    out = qosar(program, "lexicon", "score", stdin="".join(f"{a}\t{b}\n" for a, b in pairs))
    return [float(line) for line in out.splitlines()]


def above(good, bad):
    """Share of lines whose good score is above their bad one, ties counting half."""
    return sum((g > b) + (g == b) / 2 for g, b in zip(good, bad)) / len(good)


def words_alone(program, rows, triples):
    """What the words say without length: true pairs against the next line's Kazakh, true titles against wrong ones."""
    shifted = [(rows[i][0], rows[(i + 1) % len(rows)][1]) for i in range(len(rows))]
    print("== words alone\nNTREX, true above the next line's: "
          f"{above(scores(program, rows), scores(program, shifted)):.4f}")
    true, similar, random = (scores(program, [(t[0], t[k]) for t in triples]) for k in (1, 2, 3))
    print(f"titles, true above random {above(true, random):.4f}, above the most similar {above(true, similar):.4f}")


def coverage(program, name, pairs):
    """How much of the English the lexicon knows, and for how much of that a translation stands in the Kazakh."""
    lines = qosar(program, "lexicon", "stats", "--pairs", "-", stdin="".join(f"{a}\t{b}\n" for a, b in pairs))
    c = json.loads(lines.splitlines()[-1])
    print(f"{name}: {c['content_words']} content words, {c['known'] / c['content_words']:.3f} known "
          f"({c['known'] / (c['content_words'] + c['unknown_names']):.3f} with {c['unknown_names']} unknown names), "
          f"of these {c['answered'] / c['known']:.3f} answered")


def columns(path, count):
    return [line.split("\t")[:count] for line in path.read_text(encoding="utf-8").splitlines()]


def sentences(program, bench):
    """Sentence ends: NTREX and EWT without the ends that nobody can see, the treebank, and the probes case by case."""
    for name, language, *options in [("ntrex.kk", "kk", "--terminated"), ("ntrex.en", "en", "--terminated"),
                                     ("ud.en", "en", "--terminated"), ("ud.kk", "kk"), ("probes.kk", "kk"), ("probes.en", "en")]:
        score = qosar(program, "eval", "segment", bench / f"segment/{name}.jsonl", "--lang", language, *options)
        print(f"== sentences {name}\n" + "".join(score.splitlines(keepends=True)[:2]), end="")


def main():
    program, bench = sys.argv[1], pathlib.Path(sys.argv[2])
    for name in ("clean", "noisy", "hard", "long"):
        print(f"== align {name}\n{align_set(program, bench / 'align/ntrex-kk-dev' / name)}", end="")
    sentences(program, bench)
    rows = columns(bench / "align/ntrex-kk-dev.pairs.tsv", 2)
    words_alone(program, rows, columns(bench / "headlines/triples-dev.tsv", 4))
    coverage(program, "coverage, titles", columns(bench / "headlines/titles-dev.tsv", 2))
    coverage(program, "coverage, NTREX", rows)
    grave = [r for r in flagged(program, rows, "--prior", "0.95")
             if any(f["severity"] in ("warn", "error") for f in r["flags"])]
    print(f"== flags\ntrue pairs with warn or error: {len(grave)} of {len(rows)}")
    for r in grave:
        print("  line %d: %s" % (r["line"], "; ".join(f["name"] + ": " + f["message"] for f in r["flags"])))
    shifted = [(rows[i][0], rows[(i + 1) % len(rows)][1]) for i in range(len(rows))]
    good = [r["score"] for r in flagged(program, rows)]
    bad = [r["score"] for r in flagged(program, shifted)]
    print(f"shifted by one row: {sum(s < 0.5 for s in bad) / len(bad):.4f} score below 0.5, "
          f"AUC true against shifted {auc(good, bad):.4f}")


if __name__ == "__main__":
    main()
