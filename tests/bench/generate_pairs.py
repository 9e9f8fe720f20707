#!/usr/bin/env python3
"""Aligned pairs made up for measuring `qosar lexicon train`: TSV on standard output, the same for the same arguments.

    tests/bench/generate_pairs.py COUNT [SEED]

Sentences are drawn from the lexicon of the repository by Zipf's law, with invented names to make the vocabulary as wide
as that of news; the Kazakh side is put in another order, its words take endings, one in ten is missing or another one.
They mean nothing, and what is learned from them says nothing of quality.
"""
import bisect
import itertools
import pathlib
import random
import sys

ENDINGS = ["", "", "", "лар", "дың", "ға", "да", "дан", "ты", "мен", "сы", "ларының", "тарды", "ында", "дағы"]
FUNCTION = ["the", "of", "and", "in", "to", "a", "for", "on", "that", "with", "by", "was", "is", "as", "at"]
SYLLABLES = [("ka", "ка"), ("bo", "бо"), ("ri", "ри"), ("mu", "му"), ("te", "те"), ("sa", "са"), ("no", "но"),
             ("li", "ли"), ("du", "ду"), ("ge", "ге"), ("ta", "та"), ("zho", "жо"), ("shi", "ши"), ("ku", "ку")]


def terms():
    """Terms of the lexicon with their first translation, in an order that has nothing to do with the alphabet."""
    found = []
    for path in sorted((pathlib.Path(__file__).parents[2] / "languages/en-kk/lexicon").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if not line.startswith("#") and len(columns) > 1:
                found.append((columns[0], columns[1].split(";")[0].strip()))
    random.Random(0).shuffle(found)
    return found


def name(number):
    parts = []
    while len(parts) < 3 or number:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
    return "".join(p[0] for p in parts).capitalize(), "".join(p[1] for p in parts).capitalize()


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    known = terms()
    vocabulary = known + [name(i) for i in range(150_000)]
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(known))))
    weights += list(itertools.accumulate((0.000005 for _ in range(150_000)), initial=weights[-1]))[1:]
    rand = random.Random(seed)
    draw = lambda: vocabulary[bisect.bisect(weights, rand.random() * weights[-1])]
    for _ in range(count):
        drawn = [draw() for _ in range(rand.randint(3, 20))]
        first, second = [], []
        for term, translation in drawn:
            if rand.random() < 0.6:
                first.append(rand.choice(FUNCTION))
            first.append(term)
            chance = rand.random()
            if chance > 0.05:
                translation = draw()[1] if chance < 0.1 else translation
                second.insert(len(second) - min(len(second), rand.choice((0, 0, 1, 2))),
                              translation + rand.choice(ENDINGS))
        print(" ".join(first).capitalize() + ".\t" + " ".join(second).capitalize() + ".")


if __name__ == "__main__":
    main()
