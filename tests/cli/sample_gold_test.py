"""The sample corpus is one to trust: its size, its gold ladders, and that these speak of the very texts of its pages."""
import collections
import html
import re

from qosar_cli import LISTINGS, PAGES, SOURCE, CliTest, main, records

GOLD = SOURCE / "corpora/sample/gold"
SHARE_BAR = "Бөлісу:TelegramFacebook"  # of the HTML pages; in gold's eyes no part of the text


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def ladder_of(path):
    """Beads as pairs of lists of sentence numbers."""
    return [tuple([int(number) for number in side.strip("[]").split(",") if number] for side in line.split(":")[:2])
            for line in lines_of(path)]


def plain(text):
    """Without what gold leaves out: kinds of space, and where paragraphs end or are glued."""
    return re.sub(r"\s+", "", html.unescape(text))


class SampleGold(CliTest):
    def setUp(self):
        super().setUp()
        self.documents = records(self.corpus(self.folder / "corpus", LISTINGS, "--pages", PAGES) / "documents.jsonl")
        self.ladders = {path.stem: ladder_of(path) for path in sorted(GOLD.glob("*.gold"))}

    def document(self, name):
        found, = [d for d in self.documents if d["page"] and d["page"]["url"].split("?")[0].endswith("/" + name)]
        return found

    def test_is_large_enough(self):
        items = sum(1 + len(document["duplicates"]) for document in self.documents)
        self.assertGreaterEqual(items, 24)
        kazakh = [d for d in self.documents if d["page"] and d["page"]["language"] == "kk"]
        sizes = sorted(len(document["sentences"]["kk"]) for document in kazakh)
        fitting = [size for size in sizes if 8 <= size <= 40]
        self.assertGreaterEqual(len(fitting), 16, sizes)
        self.assertGreaterEqual(len(self.ladders), 12)
        self.assertEqual({d["page"]["reader"] for d in kazakh}, {"json", "html", "text"})

    def test_ladders_hold_each_sentence_once_in_order(self):
        for name, ladder in self.ladders.items():
            for side, ending in enumerate([".en", ".kk"]):
                with self.subTest(name=name, side=ending):
                    numbers = [number for bead in ladder for number in bead[side]]
                    self.assertEqual(numbers, list(range(len(lines_of(GOLD / (name + ending))))))

    def test_twelve_ladders_have_joins_both_ways_an_omission_and_an_addition(self):
        types = [{f"{len(a)}-{len(b)}" for a, b in ladder} for ladder in self.ladders.values()]
        self.assertGreaterEqual(sum({"1-2", "2-1", "1-0", "0-1"} <= of_one for of_one in types), 12)

    def test_texts_are_those_of_listing_and_page(self):
        for name in self.ladders:
            document = self.document(name)
            for side in ["en", "kk"]:
                with self.subTest(name=name, side=side):
                    text = plain(document["text"][side]).removeprefix(SHARE_BAR)
                    self.assertEqual(text, plain("".join(lines_of(GOLD / f"{name}.{side}"))))

    def test_readme_counts_are_true(self):
        readme = " ".join((GOLD.parent / "README.md").read_text(encoding="utf-8").split())
        types = collections.Counter(f"{len(a)}-{len(b)}" for ladder in self.ladders.values() for a, b in ladder)
        counts = ", ".join(f"{types[t]} {t}" for t in ["1-1", "1-2", "2-1", "0-1", "1-0", "2-2"])
        self.assertIn(f"The {len(self.ladders)} ladders have {sum(types.values())} beads: {counts}, one 1-3, one 3-1.", readme)


if __name__ == "__main__":
    main()
