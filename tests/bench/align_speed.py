#!/usr/bin/env python3
"""How fast `qosar align` is, and how its time and memory grow with the length of a text.

    tests/bench/align_speed.py QOSAR [BENCH] [--against OTHER_QOSAR] [--lines 2000,20000,100000]

Lines are those of the first side; seconds are processor time of one process, start included. BENCH is the folder with
align/: its 61 news documents are aligned in one batch, and its long document, repeated, makes texts of any length. Since
it repeats itself, those are cost figures only. Texts that do not repeat themselves are generated. hunalign is measured
beside qosar where it is installed. Needs Python's standard library only.
"""
import argparse
import pathlib
import random
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True  # no __pycache__ in the source tree
import generate
from throughput import by_turns

PUBLISHED = "hunalign as published for such texts: 6,267 lines/s at 1,880 lines, 1,327 at 20,680 in 777 MB"


def write(path, lines):
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def report(name, lines, programs, task, times=3):
    """Best of some turns for each program."""
    results = by_turns(programs, times, task)
    cells = [f"{lines / max(m.processor, 1e-9):9.0f} lines/s {m.processor:7.2f} s {m.memory:7.1f} MB" for m in results]
    print(f"{name:<34}{lines:>8}" + "  against".join(cells), flush=True)


def long_text(name, first, second, programs, folder, times):
    a, b = folder / f"{name}.en", folder / f"{name}.kk"
    write(a, first)
    write(b, second)
    report(name, len(first), programs, lambda program: [program, "align", a, b], times)
    if hunalign := shutil.which("hunalign"):
        null = folder / "null.dic"
        null.touch()
        report(name + ", hunalign", len(first), [hunalign], lambda program: [program, null, a, b], 1)


def batch(name, documents, programs, folder, rounds):
    """The same documents several times, so that the start of the program does not decide."""
    jobs = "".join(f"{en}\t{kk}\t{folder / 'out'}/{i}.ladder\n" for i, (en, kk) in enumerate(documents * rounds))
    (folder / "out").mkdir(exist_ok=True)
    (folder / "jobs.tsv").write_text(jobs, encoding="utf-8")
    lines = rounds * sum(len(en.read_text(encoding="utf-8").splitlines()) for en, _ in documents)
    report(name, lines, programs, lambda program: [program, "align", "--batch", folder / "jobs.tsv"])


def generated(lines):
    """The bodies of generated articles, one behind the other: sentences joined, split, left out and added."""
    choose = random.Random(1)
    topics, extra = generate.read_templates()
    first, second = [], []
    while len(first) < lines:
        templates = choose.choice(topics).sentences
        english, kazakh = generate.translate(choose, choose.sample(templates, 6), extra, generate.Slots(choose))
        first += english
        second += kazakh
    return first, second


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("qosar", metavar="QOSAR", type=pathlib.Path)
    arguments.add_argument("bench", metavar="BENCH", type=pathlib.Path, nargs="?")
    arguments.add_argument("--against", metavar="OTHER_QOSAR", type=pathlib.Path)
    arguments.add_argument("--lines", type=lambda text: [int(n) for n in text.split(",")], default=[2000, 20000, 100000])
    chosen = arguments.parse_args()
    programs = [program.resolve(strict=True) for program in (chosen.qosar, chosen.against) if program]
    print(f"{'':<34}{'lines':>8}\n({PUBLISHED})")
    with tempfile.TemporaryDirectory(prefix="qosar-align-") as folder:
        folder = pathlib.Path(folder)
        if chosen.bench:
            texts = chosen.bench / "align/ntrex-kk-dev"
            documents = [(gold.with_suffix(".en"), gold.with_suffix(".kk")) for gold in sorted((texts / "noisy").glob("*.gold"))]
            batch(f"{len(documents)} news documents, once", documents, programs, folder, 1)
            batch(f"{len(documents)} news documents, 20 times", documents, programs, folder, 20)
            en, kk = ((texts / "long" / f"all.{side}").read_text(encoding="utf-8").splitlines() for side in ("en", "kk"))
            for lines in chosen.lines:
                times = max(1, round(lines / len(en)))
                long_text(f"repeated-{times}", en * times, kk * times, programs, folder, 3 if lines < 50_000 else 1)
        for lines in chosen.lines:
            long_text(f"generated-{lines}", *generated(lines), programs, folder, 3 if lines < 50_000 else 1)


if __name__ == "__main__":
    main()
