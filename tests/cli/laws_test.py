"""Laws that hold for any input, tried on the sample and on generated news (tests/bench/generate.py).

A law that belongs to one layer has its test there: normalising twice (tests/text, tests/web), sentences and gaps
(tests/segment), ladders of random texts (tests/align), writing and reading one record (tests/corpus, tests/align).
"""
import collections
import functools
import itertools
import json
import pathlib
import random
import sys
import tempfile

from qosar_cli import LISTINGS, PAGES, SOURCE, CliTest, contents, item, main, qosar, records

sys.dont_write_bytecode = True  # no __pycache__ in the source tree
sys.path.insert(0, str(SOURCE / "tests/bench"))
import generate

ARTICLES = 120
LANGUAGES = {"en": "kk", "kk": "en"}

# Letters beyond the first plane, a combining mark, an emoji of several code points, a no-break space: offsets that
# count bytes or UTF-16 units go wrong here.
ASTRAL_EN = "𝐀 bridge 🌉 was opened in Aksu. The mayor 👩‍💼 said: “It is 𝟒𝟐 metres long”. Cafe\u0301s will open too."
ASTRAL_KK = "Мост\nАқсуда 🌉 көпір ашылды. Әкім 👩‍💼: «Оның ұзындығы 𝟒𝟐\u00a0метр», – деді. 𝐀 кафелер де ашылады.\n"


def astral(folder):
    folder.mkdir()
    (folder / "pages/test").mkdir(parents=True)
    (folder / "listing.txt").write_text(item("𝐁ridge 🌉 opened", ASTRAL_EN, 1), encoding="utf-8")
    (folder / "pages/test/1.kk.txt").write_text(ASTRAL_KK, encoding="utf-8")
    return folder / "listing.txt", folder / "pages"


def sentences_of(document, side):
    return [document["text"][side][begin:end] for begin, end in document["sentences"][side]]


def on_every_corpus(law):
    @functools.wraps(law)
    def test(self):
        for name, (_, _, corpus) in self.texts.items():
            with self.subTest(text=name):
                law(self, corpus)
    return test


class Laws(CliTest):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory(prefix="qosar-laws-")
        cls.addClassCleanup(kept.cleanup)
        cls.kept = pathlib.Path(kept.name)
        generate.generate(cls.kept / "news", ARTICLES)
        inputs = {"sample": (LISTINGS, PAGES), "astral": astral(cls.kept / "astral"),
                  "generated": (cls.kept / "news/listing.txt", cls.kept / "news/pages")}
        cls.texts = {name: (*both, cls.kept / f"{name}.corpus") for name, both in inputs.items()}
        for listing, pages, corpus in cls.texts.values():
            qosar("run", listing, "--pages", pages, "--out", corpus, "-q").check_returncode()

    @on_every_corpus
    def test_sentences_and_gaps_give_the_text_back(self, corpus):
        for document in records(corpus / "documents.jsonl"):
            for side, text in document["text"].items():
                ranges = document["sentences"][side]
                borders = [0, *itertools.chain(*ranges), len(text)]
                self.assertEqual(borders, sorted(borders))
                gaps = [text[begin:end] for begin, end in zip(borders[::2], borders[1::2])]
                self.assertEqual("".join(gaps).strip(), "", "what is in no sentence is white space")
                for sentence in sentences_of(document, side):
                    self.assertEqual(sentence, sentence.strip())
                    self.assertNotEqual(sentence, "")

    @on_every_corpus
    def test_a_ladder_covers_each_sentence_once_in_order(self, corpus):
        for document in records(corpus / "documents.jsonl"):
            for side in LANGUAGES:
                covered = [number for bead in document["beads"] for number in bead[side]]
                sentences = len(document["sentences"][side]) if document["status"] == "paired" else 0
                self.assertEqual(covered, list(range(sentences)))

    @on_every_corpus
    def test_every_offset_gives_its_text_in_code_points(self, corpus):
        documents = {document["id"]: document for document in records(corpus / "documents.jsonl")}
        pairs = {pair["id"]: pair for pair in records(corpus / "pairs.jsonl")}
        for pair in pairs.values():
            if pair["role"] == "body":
                for side in LANGUAGES:
                    sentences = sentences_of(documents[pair["document"]], side)
                    self.assertEqual(" ".join(sentences[i] for i in pair["sentences"][side]), pair["translation"][side])
        spans = 0
        for record in records(corpus / "evidence.jsonl"):
            owner = pairs.get(record["id"]) or documents[record["id"]]
            for anchor in record["anchors"]:
                for side in LANGUAGES:
                    begin, end = anchor[side]
                    self.assertTrue(owner["translation"][side][begin:end].strip(), anchor)
            for span in (span for flag in record["flags"] for span in flag["spans"]):
                texts = owner["title"] if span["in"] == "title" else owner.get("text") or owner["translation"]
                self.assertEqual(texts[span["side"]][span["start"]:span["end"]], span["text"])
                spans += 1
        self.assertGreater(spans + len(pairs), 2)

    @on_every_corpus
    def test_counts_balance(self, corpus):
        """Counted again from the records alone."""
        documents, pairs = records(corpus / "documents.jsonl"), records(corpus / "pairs.jsonl")
        counts = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))["counts"]
        places = [record["origin"] for record in documents + records(corpus / "rejects.jsonl")]
        places += [duplicate["origin"] for document in documents for duplicate in document["duplicates"]]
        items = collections.Counter((place["file"], place["item"]) for place in places)
        self.assertEqual(len(items), counts["items"])
        self.assertEqual(max(items.values()), 1, "an item stands in two places")
        by_file = collections.Counter(file for file, _ in items)
        self.assertEqual(set(items), {(file, i) for file, number in by_file.items() for i in range(number)})
        paired = [document for document in documents if document["status"] == "paired"]
        for side in LANGUAGES:
            self.assertEqual(sum(len(d["sentences"][side]) for d in paired), counts["sentences"][side])
        tallies = {"statuses": [d["status"] for d in documents], "roles": [p["role"] for p in pairs],
                   "qualities": [p["quality"] for p in pairs],
                   "beads": [f"{len(b['en'])}-{len(b['kk'])}" for d in paired for b in d["beads"]],
                   "document_flags": [flag for d in documents for flag in d["flags"]],
                   "pair_flags": [flag for p in pairs for flag in p["flags"]]}
        for name, found in tallies.items():
            self.assertEqual(collections.Counter(found), counts[name])
        body_pairs = collections.Counter(p["document"] for p in pairs if p["role"] == "body")
        for document in paired:
            self.assertEqual(body_pairs[document["id"]], sum(bool(b["en"] and b["kk"]) for b in document["beads"]))

    @on_every_corpus
    def test_written_read_and_written_again_is_the_same(self, corpus):
        """Every line is what another writer of JSON makes of what it reads there."""
        for name in ["documents", "pairs", "evidence", "rejects"]:
            for line in (corpus / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True):
                again = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) + "\n"
                self.assertEqual(again, line)

    def test_a_listing_read_and_written_and_read_is_the_same(self):
        for name, (listing, _, _) in self.texts.items():
            files = sorted(listing.iterdir()) if listing.is_dir() else [listing]
            articles = [json.loads(line) for file in files for line in self.good("listing", file).splitlines()]
            written, section = "", None
            for article in articles:
                if article["sections"] and article["sections"] != section:
                    section, = article["sections"]
                    written += f"{section}\nMore\n"
                day = ".".join(reversed(article["date"].split("-")))
                sources = "".join(f" Source : {url}" for url in article["source_urls"])
                written += f"{article['title']}\n{day}\n" + (article["body"] + sources).strip() + "\n"
            again = [json.loads(line) for line in self.good("listing", stdin=written.encode()).splitlines()]
            for article in articles + again:
                del article["origin"]
            with self.subTest(text=name):
                self.assertEqual(again, articles)

    def test_threads(self):
        for name, (listing, pages, corpus) in self.texts.items():
            for threads in [1, 2, 8]:
                with self.subTest(text=name, threads=threads):
                    out = self.folder / name / str(threads)
                    made = self.corpus(out, listing, "--pages", pages, "--threads", threads)
                    self.assertEqual(contents(made), contents(corpus))

    def bodies(self):
        """The paired bodies of all corpora, by document, then by side, as sentences."""
        return {document["id"]: {side: sentences_of(document, side) for side in LANGUAGES}
                for _, _, corpus in self.texts.values() for document in records(corpus / "documents.jsonl")
                if document["status"] == "paired" and document["page"]["language"] == "kk"}

    def ladders(self, jobs):
        """The ladder of each job, which is the languages and texts of its two sides, as lists of beads with scores."""
        ladders = {}
        for languages in {job[:2] for job in jobs.values()}:
            lines = []
            for name, (first, second, a, b) in jobs.items():
                if (first, second) == languages:
                    paths = [self.write(f"align/{name}.{first}-{second}.{i}", "".join(s + "\n" for s in text))
                             for i, text in enumerate([a, b])]
                    lines.append("\t".join(map(str, [*paths, self.folder / f"align/{name}.ladder"])) + "\n")
            batch = self.write("jobs.tsv", "".join(lines))
            qosar("align", "--from", languages[0], "--to", languages[1], "--batch", batch).check_returncode()
        for name in jobs:
            ladders[name] = [tuple(line.split(":")) for line in (self.folder / f"align/{name}.ladder").read_text().splitlines()]
        return ladders

    def test_a_text_aligned_with_itself_is_all_one_to_one(self):
        jobs = {f"{name}-{side}": (side, side, text, text) for name, sides in self.bodies().items() for side, text in sides.items()}
        self.assertGreater(len(jobs), 200)
        for name, ladder in self.ladders(jobs).items():
            with self.subTest(name=name):
                self.assertEqual([bead[:2] for bead in ladder], [(f"[{i}]", f"[{i}]") for i in range(len(jobs[name][2]))])

    def test_swapped_sides_mirror_the_ladder(self):
        """All beads with their scores. The order of neighbouring null beads means nothing and is not mirrored."""
        jobs = {}
        for name, sides in self.bodies().items():
            jobs[name + "-forth"] = ("en", "kk", sides["en"], sides["kk"])
            jobs[name + "-back"] = ("kk", "en", sides["kk"], sides["en"])
        ladders = self.ladders(jobs)
        for name in ladders:
            if name.endswith("-forth"):
                with self.subTest(name=name):
                    back = ladders[name.replace("-forth", "-back")]
                    mirrored = [(first, second, score) for second, first, score in back]
                    self.assertEqual(sorted(mirrored), sorted(ladders[name]))

    def test_order_of_the_input_files_orders_the_records_only(self):
        """Of the same articles, in another order of the files: the same documents, pairs and evidence. Only the order of
        documents follows the input, and with it which of several equal duplicates stands for its group."""
        lines = (self.kept / "news/listing.txt").read_text(encoding="utf-8").splitlines(keepends=True)
        sections = [i for i, line in enumerate(lines) if line == "More\n"]
        borders = [sections[i] - 1 for i in range(len(sections))] + [len(lines)]
        files = [self.write(f"parts/{i}.txt", "".join(lines[begin:end]))
                 for i, (begin, end) in enumerate(zip(borders, borders[1:]))]
        self.assertGreaterEqual(len(files), 3)

        def made(name, order):
            corpus = self.corpus(self.folder / name, *order, "--pages", self.kept / "news/pages")
            documents = records(corpus / "documents.jsonl")
            places = [(order.index(self.folder / "parts" / d["origin"]["file"]), d["origin"]["item"]) for d in documents]
            firsts = [min([place] + [(order.index(self.folder / "parts" / twin["origin"]["file"]), twin["origin"]["item"])
                                     for twin in d["duplicates"]]) for d, place in zip(documents, places)]
            self.assertEqual(firsts, sorted(firsts), "in the order of their earliest members")
            members = {}
            for document in documents:
                twins = document.pop("duplicates")
                origins = [document.pop("origin"), *(twin["origin"] for twin in twins)]
                members[document["id"]] = sorted((origin["file"], origin["item"]) for origin in origins)
                for link in document["related"]:
                    del link["origin"]  # of several articles equal to the letter the first one stands for them
                document["sections"].sort()
            ordered = lambda rows: sorted(json.dumps(row, sort_keys=True) for row in rows)
            pairs = records(corpus / "pairs.jsonl")
            for pair in pairs:
                pair["sections"].sort()
            evidence = [record for record in records(corpus / "evidence.jsonl") if record["id"].startswith("p_")]
            return members, ordered(documents), ordered(pairs), ordered(evidence)

        straight = made("straight", files)
        for name, order in [("back", files[::-1]), ("shuffled", random.Random(1).sample(files, len(files)))]:
            for part, (one, other) in zip(["groups", "documents", "pairs", "evidence"], zip(straight, made(name, order))):
                with self.subTest(order=name, part=part):
                    self.assertEqual(one, other)


if __name__ == "__main__":
    main()
