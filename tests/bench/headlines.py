#!/usr/bin/env python3
"""How well `headline_body_mismatch` tells a document's own headline from another document's.

    tests/bench/headlines.py QOSAR FOLDER      the program, and a folder of NAME.en and NAME.kk, one sentence a line

The first line of each document stands for its headline, the rest for its body. Prints how many documents bear the flag
on the English, the Kazakh, on either side: with their own headlines, and with those of the document 7, 20 and 31 places
on, exchanged on both sides or on one. Needs Python's standard library only.
"""
import json
import pathlib
import subprocess
import sys

LANGUAGES = ("en", "kk")


def read_documents(folder):
    for first in sorted(folder.glob("*.en")):
        sides = [path.read_text(encoding="utf-8").splitlines() for path in (first, first.with_suffix(".kk"))]
        if min(map(len, sides)) > 3:
            yield sides


def flagged(program, documents, headlines):
    """For each document the sides that bear the flag."""
    lines = [json.dumps({"title": dict(zip(LANGUAGES, titles)),
                         "text": {code: "\n".join(lines[1:]) for code, lines in zip(LANGUAGES, sides)}})
             for sides, titles in zip(documents, headlines)]
    done = subprocess.run([program, "flag", "--documents", "-"], input="\n".join(lines) + "\n", check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [{flag["side"] for flag in json.loads(line)["flags"] if flag["name"] == "headline_body_mismatch"}
            for line in done.stdout.splitlines()]


def report(name, found):
    counts = [sum(code in sides for sides in found) for code in LANGUAGES] + [sum(map(bool, found))]
    print(f"{name:32} en {counts[0]:3}  kk {counts[1]:3}  either {counts[2]:3}  of {len(found)}")


def main():
    program, documents = sys.argv[1], list(read_documents(pathlib.Path(sys.argv[2])))
    own = [[lines[0] for lines in sides] for sides in documents]
    report("own headlines", flagged(program, documents, own))
    for places in (7, 20, 31):
        other = own[places:] + own[:places]
        report(f"others', {places} places on", flagged(program, documents, other))
        report(f"others' in English, {places}", flagged(program, documents, [[b[0], a[1]] for a, b in zip(own, other)]))
        report(f"others' in Kazakh, {places}", flagged(program, documents, [[a[0], b[1]] for a, b in zip(own, other)]))


if __name__ == "__main__":
    main()
