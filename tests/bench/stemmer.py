#!/usr/bin/env python3
"""How well stems bring the forms of a word together, on forms with their lemmas.

    tests/bench/stemmer.py QOSAR FORMS.tsv [--show N]

FORMS.tsv has a form, its lemma, its part of speech and a count a line; nouns, verbs, adjectives and names are looked
at, in lower case. Prints the share of pairs of forms of a lemma that get the same stem (over all pairs, and as the mean
over lemmas), and the share of pairs with the same stem that have a lemma in common. --show prints what went wrong most.
"""
import argparse
import collections
import itertools
import json
import subprocess

CLASSES = ("NOUN", "VERB", "ADJ", "PROPN")


def read_forms(path):
    """form → its lemmas"""
    lemmas = collections.defaultdict(set)
    with open(path, encoding="utf-8") as file:
        for line in file:
            form, lemma, kind = line.rstrip("\n").split("\t")[:3]
            if kind in CLASSES:
                lemmas[form.lower()].add((lemma.lower(), kind))
    return lemmas


def stems_of(program, forms):
    """form → its stem; the parts of a form with hyphens are joined again, endings without a stem of their own go."""
    out = subprocess.run([program, "words", "--lang", "kk"], input="\n".join(forms) + "\n", check=True, text=True,
                         stdout=subprocess.PIPE).stdout
    parts = collections.defaultdict(list)
    line, end = 0, len(forms[0])
    for record in map(json.loads, out.splitlines()):
        while record["start"] > end:
            line += 1
            end += 1 + len(forms[line])
        if record["stem"]:
            parts[line].append(record["stem"])
    return {form: "-".join(parts[i]) or form for i, form in enumerate(forms)}


def pairs_within(groups):
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(group), 2)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("forms")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()

    lemmas = read_forms(options.forms)
    stems = stems_of(options.program, sorted(lemmas))
    by_lemma, by_stem = collections.defaultdict(set), collections.defaultdict(set)
    for form, its_lemmas in lemmas.items():
        by_stem[stems[form]].add(form)
        for lemma in its_lemmas:
            by_lemma[lemma].add(form)
    shares = []
    for forms in by_lemma.values():
        if len(forms) > 1:
            pairs = list(itertools.combinations(forms, 2))
            shares.append(sum(stems[a] == stems[b] for a, b in pairs) / len(pairs))
    gold, merged = pairs_within(by_lemma.values()), pairs_within(by_stem.values())
    names = {form: {lemma for lemma, _ in its} for form, its in lemmas.items()}
    right = {pair for pair in merged if set.intersection(*(names[form] for form in pair))}
    print(f"forms {len(lemmas)}, lemmas with several forms {len(shares)}, their pairs {len(gold)}")
    print(f"together: {sum(shares) / len(shares):.3f} as the mean over lemmas, {len(gold & merged) / len(gold):.3f} of all pairs")
    print(f"of {len(merged)} merged pairs {len(right) / max(1, len(merged)):.3f} share a lemma")

    if options.show:
        split = [(len(forms) - max(collections.Counter(stems[f] for f in forms).values()), lemma)
                 for lemma, forms in by_lemma.items()]
        print("\nsplit most:")
        for _, lemma in sorted(split, reverse=True)[:options.show]:
            print(" ", *lemma, "|", *(f"{form}>{stems[form]}" for form in sorted(by_lemma[lemma])))
        wrong = collections.Counter(stems[next(iter(pair))] for pair in merged - right)
        print("\nmerged wrongly most:")
        for stem, count in wrong.most_common(options.show):
            print(" ", count, stem, "|", *(f"{form}({','.join(sorted(names[form]))})" for form in sorted(by_stem[stem])))


if __name__ == "__main__":
    main()
