"""What issue 2 says of the real listing, which does not belong to this project and may not be here."""
import itertools
import unittest

from qosar_cli import PAGES, SOURCE, CliTest, main, records

LISTING = SOURCE.parent / "shared/samples/listing-2026-02-01.txt"
PATENT = "THE MAIN VALUE IN THE DRAFT PATENT LAW OF THE RK IS STABILITY"
GOOD = [
    "Constitutional Commission: the main platform for developing a new Constitution",
    "The new Constitution of the Republic of Kazakhstan: transparency of the development process and institutional framework",
    "Draft Constitution of the Republic of Kazakhstan: a new constitutional model based on values",
]
ARMY = "The Army Through the Eyes of Mothers: More than 4,000 People Visited Military Units on Open Day"


def derangements(count):
    return [p for p in itertools.permutations(range(count)) if all(i != j for i, j in enumerate(p))]


@unittest.skipUnless(LISTING.exists(), f"the real listing is not here ({LISTING.name})")
class RealListing(CliTest):
    def documents(self, replaced=(), pages=PAGES):
        """Documents of the listing with some headlines replaced, in both sections alike."""
        names = dict(replaced)
        text = LISTING.read_text(encoding="utf-8")
        lines = [names.get(line.strip(), line) for line in text.split("\n")]
        self.corpus_folder = self.folder / "corpus"
        self.corpus(self.corpus_folder, self.write("listing.txt", "\n".join(lines)), "--pages", pages, "--force")
        self.good("verify", self.corpus_folder)
        return records(self.corpus_folder / "documents.jsonl")

    def fired(self, documents, flag="headline_body_mismatch"):
        return [d["title"]["en"] for d in documents if flag in d["flags"]]

    def spans(self, document):
        found = [r for r in records(self.corpus_folder / "evidence.jsonl") if r["id"] == document["id"]]
        return [flag["spans"] for record in found for flag in record["flags"] if flag["name"] == "headline_body_mismatch"][0]

    def test_ten_items_five_documents(self):
        documents = self.documents()
        self.assertEqual([d["title"]["en"] for d in documents], [ARMY, *GOOD, PATENT])
        self.assertEqual([len(d["duplicates"]) for d in documents], [1] * 5)
        kinds = [d["duplicates"][0]["kind"] for d in documents]
        self.assertEqual(sorted(kinds), ["exact"] * 4 + ["near"])
        near = documents[kinds.index("near")]
        self.assertEqual(near["duplicates"][0]["differing"], [{"kept": "Kazakhstan's", "dropped": "Kazakhstans"}])
        self.assertIn("near_duplicate", near["flags"])
        self.assertEqual(records(self.corpus_folder / "rejects.jsonl"), [])
        for document in documents:
            self.assertEqual(document["sections"], ["News", "Society"])
            self.assertEqual(document["date"]["en"], "2026-02-01")
            origins = [document["origin"], document["duplicates"][0]["origin"]]
            self.assertEqual(origins[1]["item"] - origins[0]["item"], 5)

    def test_statuses_with_and_without_the_page(self):
        (self.folder / "empty").mkdir()
        for pages, status in [(PAGES, "headline_only"), (self.folder / "empty", "page_missing")]:
            with self.subTest(status=status):
                documents = self.documents(pages=pages)
                self.assertEqual([d["status"] for d in documents], [status] + ["no_source_url"] * 4)
                self.assertEqual(documents[0]["text"]["en"], "")
                self.assertEqual(len(documents[0]["source_urls"]), 1)

    def test_only_the_patent_headline_fires_and_first_on_patent(self):
        documents = self.documents()
        self.assertEqual(self.fired(documents), [PATENT])
        self.assertEqual(self.fired(documents, "headline_all_caps"), [PATENT])
        first = self.spans(documents[4])[0]
        self.assertEqual((first["text"], first["in"], first["side"]), ("PATENT", "title", "en"))
        self.assertEqual(PATENT[first["start"]:first["end"]], "PATENT")

    def test_case_does_not_decide(self):
        for patent in [PATENT.lower(), PATENT.capitalize(), PATENT.title()]:
            with self.subTest(patent=patent):
                documents = self.documents([(PATENT, patent)])
                self.assertEqual(self.fired(documents), [patent])
                self.assertEqual(self.spans(documents[4])[0]["text"].lower(), "patent")
        capitals = [(title, title.upper()) for title in [ARMY, *GOOD]]
        self.assertEqual(self.fired(self.documents(capitals)), [PATENT])
        self.assertEqual(self.fired(self.documents([(title, title.lower()) for title in GOOD])), [PATENT])

    def test_exchanged_headlines_all_fire(self):
        titles = [*GOOD, PATENT]
        orders = derangements(len(titles))
        self.assertEqual(len(orders), 9)
        for order in orders:
            with self.subTest(order=order):
                given = [titles[i] for i in order]
                self.assertEqual(self.fired(self.documents(zip(titles, given))), given)


if __name__ == "__main__":
    main()
