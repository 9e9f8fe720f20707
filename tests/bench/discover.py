#!/usr/bin/env python3
"""How well `run --discover` finds pages by content, and how well wrong addresses are noticed.

    tests/bench/discover.py QOSAR BENCH      the program, and the folder with align/ and headlines/

Each development document becomes an article and a page without date. Prints, for each kind of document, the share of
articles paired with their page and with a wrong one, with all pages in the store and with the right one taken out.
Then titles alone, and documents that cite their own page, another's, or their own with lines moved. Needs Python's standard library only.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ENTITY = "https://www.gov.kz/memleket/entities/bench/press/news/details/"


class Document:
    def __init__(self, name, english, kazakh):
        self.name, self.english, self.kazakh = name, english, kazakh


def documents_of(folder):
    return [Document(gold.stem, *(gold.with_suffix(side).read_text(encoding="utf-8").split("\n") for side in (".en", ".kk")))
            for gold in sorted(folder.glob("*.gold"))]


def run(program, articles, pages, *options):
    """Documents by item. Articles are lists of lines and the number that they cite or None, pages lines by number."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "pages/bench").mkdir(parents=True)
        for number, lines in pages.items():
            (folder / f"pages/bench/{number}.kk.txt").write_text("\n".join(lines), encoding="utf-8")
        listing = ""
        for lines, cited in articles:
            source = f"Source : {ENTITY}{cited}?lang=kk\n" if cited is not None else ""
            listing += f"{lines[0]}\n01.02.2026\n" + "".join(line + "\n" for line in lines[1:] if line) + source + "\n"
        (folder / "listing.txt").write_text(listing, encoding="utf-8")
        subprocess.run([program, "run", folder / "listing.txt", "--pages", folder / "pages", "--out", folder / "corpus", "-q",
                        *options], check=True)
        with open(folder / "corpus/documents.jsonl", encoding="utf-8") as records:
            return {record["origin"]["item"]: record for record in map(json.loads, records)}


def found(record):
    """Number of the page that an article was paired with, or None."""
    return int(record["page"]["place"].split("/")[1].split(".")[0]) if record["pairing"] else None


def report(what, articles, right, wrong):
    print(f"{what}: {articles} articles, right {right / articles:.4f}, wrong {wrong / articles:.4f}")


def discovery(program, name, documents):
    pages = {i: document.kazakh for i, document in enumerate(documents)}
    records = run(program, [(document.english, None) for document in documents], pages, "--discover")
    report(f"{name}, all pages there", len(documents), sum(found(r) == i for i, r in records.items()),
           sum(found(r) not in (None, i) for i, r in records.items()))
    wrong = 0
    for i, document in enumerate(documents):  # alone, so that no other article claims the pages that are left
        others = {j: lines for j, lines in pages.items() if j != i}
        wrong += found(run(program, [(document.english, None)], others, "--discover")[0]) is not None
    report(f"{name}, right page missing", len(documents), 0, wrong)


def titles(program, rows, documents):
    pages = {i: [kazakh] for i, (_, kazakh) in enumerate(rows)}
    records = run(program, [([english], None) for english, _ in rows], pages, "--discover")
    report("titles against titles", len(rows), sum(found(r) == i for i, r in records.items()),
           sum(found(r) is not None and rows[found(r)][1] != rows[i][1] for i, r in records.items()))
    pages = {i: document.kazakh for i, document in enumerate(documents)}
    records = run(program, [(document.english[:1], None) for document in documents], pages, "--discover")
    report("first lines against documents", len(documents), sum(found(r) == i for i, r in records.items()),
           sum(found(r) not in (None, i) for i, r in records.items()))


def other_article(program, name, documents):
    pages = {i: document.kazakh for i, document in enumerate(documents)}
    for what, shift in [("own pages", 0), *((f"pages exchanged by {n}", n) for n in (7, 20, 31))]:
        records = run(program, [(document.english, (i + shift) % len(documents)) for i, document in enumerate(documents)], pages)
        flagged = sum("source_is_other_article" in record["flags"] for record in records.values())
        print(f"source_is_other_article, {name}, {what}: {flagged} of {len(records)}")


def order(program, name, documents):
    """Flags on the order of bodies, as they are and with lines 3 on moved to before the last."""
    texts = [(document.english, [line for line in document.kazakh if line]) for document in documents]
    for moved in (0, 1, 2, 3, 5):
        used = [(english, kazakh) for english, kazakh in texts if moved == 0 or len(kazakh) >= 3 * moved + 3]
        pages = {i: kazakh[:2] + kazakh[2 + moved:-1] + kazakh[2:2 + moved] + kazakh[-1:] if moved else kazakh
                 for i, (_, kazakh) in enumerate(used)}
        records = run(program, [(english, i) for i, (english, _) in enumerate(used)], pages).values()
        for flag in ("alignment_crossing_or_gap", "paragraph_order_break"):
            print(f"{flag}, {name}, {moved} lines moved: {sum(flag in record['flags'] for record in records)} of {len(records)}")


def main():
    program, bench = sys.argv[1], pathlib.Path(sys.argv[2])
    sets = {name: documents_of(bench / "align/ntrex-kk-dev" / name) for name in ("clean", "noisy", "hard")}
    for name, documents in sets.items():
        discovery(program, name, documents)
    rows = [line.split("\t")[:2] for line in (bench / "headlines/titles-dev.tsv").read_text(encoding="utf-8").splitlines()]
    titles(program, rows, sets["clean"])
    for name, documents in sets.items():
        other_article(program, name, documents)
        order(program, name, documents)


if __name__ == "__main__":
    main()
