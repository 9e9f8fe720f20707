"""The sample corpus: what corpora/sample/README.md says that each item shows is what `run` finds."""
import json
import re

from qosar_cli import LISTINGS, PAGES, SOURCE, CliTest, main, records

# Not planted but found: "Wheels" of mobile clinics, the names "Ken Dala" and "Nauryz" that their bodies never repeat,
# and "Bottom" of a sea. They are here so that a better rule has to say so.
# Beginning of the English headline: status, flags of the document, flags planted on pairs (English sentences, flag).
PLANTED = {
    "The Army Through": ("headline_only", ["exact_duplicate"], []),
    "Seventeen New Schools": ("paired", ["near_duplicate"], []),
    "Hospital on Wheels": ("paired", ["headline_body_mismatch"], [([10], "number_one_sided")]),
    "Reservoirs in the South": ("paired", [], []),
    "“Ken Dala”": ("paired", ["headline_body_mismatch"], [([4], "number_conflict")]),
    "Rescuers evacuated 63": ("paired", [], []),
    "Emergency telephone": ("no_text", [], []),
    "FREE LEGAL AID": ("paired", ["headline_all_caps"], []),
    "More than 16 thousand": ("paired", ["exact_duplicate"], []),
    "Rare Manuscripts": ("paired", [], [([2], "length_ratio_outlier")]),
    "The Nauryz fair": ("no_source_url", ["headline_body_mismatch"], []),
    "Kazakhstani skiers": ("paired", [], []),
    "New passenger train": ("paired", [], [([2], "wrong_language")]),
    "Water supply renewed": ("page_missing", [], []),
    "Wind farm": ("paired", [], []),
    "Fifteen more services": ("paired", [], [([2], "untranslated_copy"), ([2], "wrong_language")]),
    "Customs officers": ("paired", [], []),
    "The population of": ("paired", ["headline_body_mismatch"], []),
    "Two Million Trees": ("paired", [], []),
    "180 kilometres": ("paired", ["headline_mismatch", "headline_body_mismatch"], []),
    "Winners of the physics": ("headline_only", [], []),
    "Earthquake-resistant": ("paired", ["headline_body_mismatch"], []),
    "Family archives": ("paired", ["headline_missing_one_side"], []),
    "Consular services": ("page_unusable", [], []),
    "Drinking water supply": ("paired", ["headline_other_language", "wrong_language"], None),  # the whole page: any pair may bear flags
    "Four hundred old": ("paired", [], []),
    "\"Wings of Saryarka": ("page_missing", [], []),
    "The weather service": ("no_source_url", [], []),
}

STATUSES = {"no_text", "no_source_url", "page_missing", "page_unusable", "headline_only", "paired"}
FLAGS = {"headline_mismatch", "headline_body_mismatch", "headline_missing_one_side", "headline_all_caps",
         "headline_other_language", "number_conflict", "number_one_sided", "length_ratio_outlier", "untranslated_copy", "wrong_language",
         "low_alignment_confidence", "exact_duplicate", "near_duplicate"}
# Shown by discover_test.py and golden/discover-corpus: the sample cites all pages that it has, each the right one.
# order_test.py exchanges paragraphs of a page and leaves some out. duplicates_test.py makes templates and conflicts.
ELSEWHERE = {"impossible_date", "discovered", "source_is_other_article", "alignment_crossing_or_gap", "paragraph_order_break",
             "same_template", "duplicate_conflicting_translation"}
# Free translations hold more of these than were planted: a number that only one side names, and beads in doubt.
MAY_OCCUR = {"number_one_sided", "low_alignment_confidence"}


class Sample(CliTest):
    def setUp(self):
        super().setUp()
        self.out = self.corpus(self.folder / "corpus", LISTINGS, "--pages", PAGES)
        self.documents = records(self.out / "documents.jsonl")
        self.pairs = records(self.out / "pairs.jsonl")

    def planted(self, document):
        found = [value for begin, value in PLANTED.items() if document["title"]["en"].startswith(begin)]
        self.assertEqual(len(found), 1, document["title"]["en"])
        return found[0]

    def test_statuses_and_flags_of_documents(self):
        self.assertEqual(len(self.documents), len(PLANTED))
        for document in self.documents:
            status, flags, _ = self.planted(document)
            with self.subTest(title=document["title"]["en"]):
                self.assertEqual(document["status"], status)
                self.assertEqual(sorted(document["flags"]), sorted(flags))

    def test_flags_of_pairs(self):
        for document in self.documents:
            planted = self.planted(document)[2]
            pairs = [pair for pair in self.pairs if pair["document"] == document["id"]]
            found = sorted((pair["sentences"]["en"], flag) for pair in pairs for flag in pair["flags"])
            with self.subTest(title=document["title"]["en"]):
                if planted is None:
                    self.assertGreater(len(found), 3)
                    continue
                self.assertEqual([one for one in planted if one not in found], [], "planted, but not found")
                self.assertEqual([one for one in found if one not in planted and one[1] not in MAY_OCCUR], [],
                                 "found, but not planted")

    def test_everything_occurs(self):
        self.assertEqual({document["status"] for document in self.documents}, STATUSES)
        found = {flag for record in self.documents + self.pairs for flag in record["flags"]}
        self.assertEqual(found, FLAGS)
        registry = {line.split("\t")[0] for line in self.good("flag", "--list").splitlines()}
        self.assertEqual(found | ELSEWHERE, registry)
        self.assertEqual(found & ELSEWHERE, set())

    def test_readme_says_where_each_status_and_flag_is(self):
        readme = (SOURCE / "corpora/sample/README.md").read_text(encoding="utf-8")
        table = re.findall(r"^\| `(\w+)` \| (.+?)… \|", readme, re.MULTILINE)
        self.assertEqual({name for name, _ in table}, STATUSES | FLAGS)
        for name, headline in table:
            with self.subTest(name=name):
                document, = [d for d in self.documents if d["title"]["en"].startswith(headline)]
                pairs = [pair for pair in self.pairs if pair["document"] == document["id"]]
                borne = {flag for record in [document, *pairs] for flag in record["flags"]}
                self.assertIn(name, borne | {document["status"]})

    def test_counts_and_verify(self):
        counts = json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))["counts"]
        self.assertEqual((counts["items"], counts["documents"], counts["duplicates"], counts["rejects"]), (31, 28, 3, 0))
        self.assertIn("sound", self.good("verify", self.out, "--pages", PAGES))

    def test_offsets_give_the_sentences(self):
        """In code points, which is what Python slices by."""
        texts = {document["id"]: document for document in self.documents}
        for pair in self.pairs:
            if pair["role"] == "headline":
                continue
            document = texts[pair["document"]]
            for side in ["en", "kk"]:
                ranges = [document["sentences"][side][number] for number in pair["sentences"][side]]
                joined = " ".join(document["text"][side][begin:end] for begin, end in ranges)
                self.assertEqual(joined, pair["translation"][side])

    def test_spans_give_their_text(self):
        owners = {record["id"]: record for record in self.documents + self.pairs}
        spans = 0
        for record in records(self.out / "evidence.jsonl"):
            owner = owners[record["id"]]
            for flag in record["flags"]:
                for span in flag["spans"]:
                    spans += 1
                    texts = owner["title"] if span["in"] == "title" else owner.get("text") or owner["translation"]
                    self.assertEqual(texts[span["side"]][span["start"]:span["end"]], span["text"])
        self.assertGreater(spans, 20)


if __name__ == "__main__":
    main()
