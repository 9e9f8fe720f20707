"""`run --discover` through the real program: the sample's articles without their addresses find their pages again."""
import re

from qosar_cli import LISTINGS, PAGES, CliTest, contents, main, records

SOURCE_LINE = re.compile(r"\s*Sources?\s*:\s*https?://\S+")


class Discover(CliTest):
    def setUp(self):
        super().setUp()
        self.listings = self.folder / "listings"
        for listing in LISTINGS.iterdir():
            self.write(f"listings/{listing.name}", SOURCE_LINE.sub("", listing.read_text(encoding="utf-8")))

    def made(self, name, *arguments):
        return self.corpus(self.folder / name, *arguments, "--pages", PAGES)

    def test_pages_of_articles_without_addresses(self):
        cited = {d["title"]["en"]: d for d in records(self.made("cited", LISTINGS) / "documents.jsonl")}
        corpus = self.made("found", self.listings, "--discover")
        self.good("verify", corpus, "--pages", PAGES)
        right = 0
        for document in records(corpus / "documents.jsonl"):
            with self.subTest(title=document["title"]["en"]):
                if document["pairing"] is None:
                    self.assertIsNone(document["page"])
                    self.assertNotIn("discovered", document["flags"])
                    continue
                right += 1
                self.assertEqual(document["page"]["place"], cited[document["title"]["en"]]["page"]["place"])
                self.assertEqual(document["pairing"]["method"], "discovered")
                self.assertGreaterEqual(document["pairing"]["confidence"], 0.9)
                self.assertEqual((document["page"]["url"], document["page"]["key"]), ("", ""))
                self.assertIn("discovered", document["flags"])
        paired = [d for d in cited.values() if d["status"] == "paired" and d["page"]["language"] == "kk"]
        self.assertEqual(right, len(paired))
        self.assertEqual({p["url"] for p in records(corpus / "pairs.jsonl")}, {""})

    def test_threads(self):
        one = contents(self.made("one", self.listings, "--discover", "--threads", 1))
        self.assertEqual(contents(self.made("five", self.listings, "--discover", "--threads", 5)), one)

    def test_nothing_changes_where_all_have_their_page(self):
        self.assertEqual(contents(self.made("with", LISTINGS, "--discover")), contents(self.made("without", LISTINGS)))

    def test_cited_pages_are_not_stolen(self):
        """The same article again without address, with other numbers so that it is no duplicate."""
        listing = next(path for path in sorted(LISTINGS.iterdir()) if "one-line" in path.name)
        text = listing.read_text(encoding="utf-8")
        copy = re.sub(r"\d\d+ (?=[a-z])", "77 ", SOURCE_LINE.sub("", text))
        both = self.write("both.txt", text + "\n" + copy)
        documents = records(self.made("stolen", both, "--discover") / "documents.jsonl")
        self.assertGreater(sum(d["pairing"] is None for d in documents), 3)
        self.assertNotIn("discovered", {flag for d in documents for flag in d["flags"]})

    def test_empty_store_and_unreadable_names(self):
        (self.folder / "store/empty").mkdir(parents=True)
        self.write("store/loose.kk.txt", "Бос\n")
        self.write("store/a/deep/er.kk.txt", "Бос\n")
        self.write("store/a/.kk.txt", "Бос\n")
        self.write("store/a/other.ru.txt", "Пусто\n")
        (self.folder / "store/a/folder.kk.txt").mkdir()
        out = self.corpus(self.folder / "empty", self.listings, "--pages", self.folder / "store", "--discover")
        self.assertEqual({d["pairing"] for d in records(out / "documents.jsonl")}, {None})

    def test_options(self):
        nothing = self.made("sure", self.listings, "--discover", "--min-confidence", 1)
        self.assertEqual({d["pairing"] for d in records(nothing / "documents.jsonl")}, {None})
        for wrong in [["--min-confidence", "0.5"], ["--min-confidence", "1.1"], ["--min-confidence", "nan"], ["--window", "-1"],
                      ["--window", "1000000000"]]:
            self.refused(2, wrong[0], "run", self.listings, "--pages", PAGES, "--out", self.folder / "no", "--discover", *wrong)

    def test_a_missing_page_is_told(self):
        text = "".join((LISTINGS / name).read_text(encoding="utf-8") for name in sorted(p.name for p in LISTINGS.iterdir()))
        moved = self.write("moved.txt", re.sub(r"details/\d+", "details/9", text))
        corpus = self.made("moved", moved, "--discover")
        flags = [flag for record in records(corpus / "evidence.jsonl") for flag in record["flags"] if flag["name"] == "discovered"]
        self.assertGreater(len(flags), 15)
        for flag in flags:
            self.assertRegex(flag["message"], r"^found by content as \S+, with confidence (0\.9\d|1\.00); of the cited one, the store holds no ")
            self.assertEqual((flag["severity"], flag["threshold"]), ("info", 0.9))


if __name__ == "__main__":
    main()
