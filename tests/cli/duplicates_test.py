"""Duplicates, templates and conflicting translations through `run`: groups, representatives, links and flags."""
import random

from qosar_cli import ENTITY, CliTest, contents, item, main, records

OPENING = ("A new workshop was opened in the old town on Friday. {} Craftsmen from four districts came to show felt, "
           "silver and wood. The youngest of them learned the trade at school. ")
CLOSING = "Guests could try the work themselves, and many children stayed until the evening."
STORKS = "Nobody had seen so many storks as came to the lake of this village in the dry summer of that year. They stayed."
KAZAKH = {1: "Қолөнер шеберханасы ашылды.", 2: "Ескі қалада жаңа орын бар.", 3: "Қолөнер шеберханасы ашылды."}


def workshop(words):
    return OPENING.format(words) + CLOSING


class Duplicates(CliTest):
    def setUp(self):
        super().setUp()
        for number, text in KAZAKH.items():
            self.write(f"pages/test/{number}.kk.txt", f"Шеберхана\n\n{text}\n")

    def made(self, items, *arguments, name="corpus"):
        listing = self.write("listing.txt", "\n".join(items))
        corpus = self.corpus(self.folder / name, listing, "--pages", self.folder / "pages", "--force", *arguments)
        self.good("verify", corpus, "--pages", self.folder / "pages")
        return corpus

    def documents(self, *items):
        corpus = self.made(items)
        self.flags = {(record["id"], flag["name"]): flag for record in records(corpus / "evidence.jsonl")
                      for flag in record["flags"]}
        return records(corpus / "documents.jsonl")

    def test_near_duplicate(self):
        """The second one is better: its apostrophe is there."""
        document, = self.documents(item("Workshop opened", workshop("It is one of Kazakhstans oldest.")),
                                   item("Workshop opened", workshop("It is one of Kazakhstan's oldest.")))
        self.assertEqual((document["origin"]["item"], document["duplicates"][0]["origin"]["item"]), (1, 0))
        self.assertEqual(document["duplicates"][0]["differing"], [{"kept": "Kazakhstan's", "dropped": "Kazakhstans"}])
        self.assertEqual(document["related"], [])
        flag = self.flags[document["id"], "near_duplicate"]
        self.assertEqual((flag["spans"][0]["text"], flag["threshold"]), ("Kazakhstan's", 0.7))

    def test_same_template(self):
        first, second = self.documents(item("Workshop opened", workshop("It cost 120 million tenge."), 1),
                                       item("Workshop opened", workshop("It cost 130 million tenge."), 2))
        for here, there, words in [(first, second, ("120 million", "130 million")),
                                   (second, first, ("130 million", "120 million"))]:
            link, = here["related"]
            self.assertEqual((link["kind"], link["document"], link["origin"]),
                             ("same_template", there["id"], there["origin"]))
            self.assertEqual(link["differing"], [{"here": words[0], "there": words[1]}])
            self.assertEqual(self.flags[here["id"], "same_template"]["spans"][0]["text"], words[0])
            self.assertNotIn("near_duplicate", here["flags"])

    def test_same_article_with_other_translation(self):
        text = workshop("It is good.")
        documents = self.documents(item("Workshop opened", text, 1), item("Workshop opened", text, 2),
                                   item("Workshop opened", text, 3))
        self.assertEqual([len(d["related"]) for d in documents], [2, 2, 2])
        for document in documents:
            self.assertEqual({link["kind"] for link in document["related"]}, {"same_text"})
        for document, other in [(documents[0], 2), (documents[2], 2), (documents[1], 1)]:
            message = self.flags[document["id"], "duplicate_conflicting_translation"]["message"]
            self.assertIn(f"cites {ENTITY}{other}", message)
        for document, other in [(documents[0], 3), (documents[2], 1)]:  # other pages, but the same words on them
            message = self.flags[document["id"], "duplicate_conflicting_translation"]["message"]
            self.assertNotIn(f"cites {ENTITY}{other}", message)

    def test_same_page_with_other_article(self):
        first, second, headline = self.documents(item("Workshop opened", workshop("It is good."), 1),
                                                 item("Storks came", STORKS, 1), item("Many storks came", "", 1))
        self.assertEqual([link["kind"] for link in first["related"]], ["same_source", "same_source"])
        for document in [first, second]:
            message = self.flags[document["id"], "duplicate_conflicting_translation"]["message"]
            self.assertIn("another text but cites the same page", message)
        self.assertNotIn("duplicate_conflicting_translation", headline["flags"])

    def test_nothing_in_common(self):
        first, second = self.documents(item("Workshop opened", workshop("It is good."), 1), item("Storks came", STORKS, 2))
        for document in [first, second]:
            self.assertEqual((document["duplicates"], document["related"]), ([], []))

    def mixed(self):
        items = [item("Workshop opened", workshop(f"It cost {100 + i % 3} tenge and {'was' if i % 2 else 'is'} good."),
                      (None, 1, 2)[i % 3 if i < 6 else 0]) for i in range(12)]
        return items + [item("Storks came", STORKS), item("Storks came!", STORKS.replace("dry", "very dry"))]

    def test_threads_and_memory(self):
        one = contents(self.made(self.mixed(), "--threads", 1))
        for threads in [2, 8]:
            self.assertEqual(contents(self.made(self.mixed(), "--threads", threads, "--memory", 1)), one)

    def test_order(self):
        """Shuffled items give the same documents with the same duplicates; only places and their order are others."""
        def without_places(corpus):
            documents = [(d["id"], d["flags"], len(d["duplicates"]),
                          sorted((link["kind"], link["document"]) for link in d["related"]))
                         for d in records(corpus / "documents.jsonl")]
            return sorted(documents)

        items = self.mixed()
        expected = without_places(self.made(items))
        shuffle = random.Random(3)
        for _ in range(5):
            shuffle.shuffle(items)
            self.assertEqual(without_places(self.made(items)), expected)

    def test_memory_has_bounds(self):
        listing = self.write("listing.txt", item("Storks came", STORKS))
        for memory in ["0", "2000000", "-1"]:
            self.refused(2, "--memory", "run", listing, "--pages", self.folder / "pages", "--out", self.folder / "c",
                         "--memory", memory)


if __name__ == "__main__":
    main()
