"""`qosar lexicon` and `--lexicon`: what users make of dictionaries, and what it changes."""
import json

from qosar_cli import CliTest, main, qosar

TEXT = "# languages: en kk\n# source: mine\n# licence: CC0-1.0\nzzyzx\tқияқы; қиял\tn\nzzyzx road\tқиыр жол\tn\n"
PAIR = "The zzyzx was seen there.\tСол жерден қияқы көрінді.\n"


class Lexicon(CliTest):
    def rows(self, *arguments, **more):
        return [line.split("\t") for line in self.good("lexicon", *arguments, **more).splitlines()]

    def test_lookup_tells_where_a_translation_comes_from(self):
        rows = self.rows("lookup", "draft law")
        self.assertIn(["draft law", "заң жобасы"], [row[:2] for row in rows])
        self.assertTrue(all(row[6].endswith(".tsv") and row[7] == "Apache-2.0" for row in rows))
        self.assertIn(["Қазақстан", "Kazakhstan"], [row[:2] for row in self.rows("lookup", "Қазақстанның")])
        done = qosar("lexicon", "lookup", "zzyzx")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertIn(b"zzyzx", done.stderr)

    def test_a_users_lexicon_stands_beside_the_built_in_one(self):
        text = self.write("mine.tsv", TEXT)
        image = self.folder / "mine.lex"
        self.good("lexicon", "merge", text, "--out", image)
        for path in [text, image]:
            with self.subTest(path=path.name):
                rows = self.rows("lookup", "zzyzx", "law", "--lexicon", path)
                self.assertEqual([row[1] for row in rows if row[0].startswith("zzyzx")], ["қияқы", "қиял", "қиыр жол"])
                self.assertIn("заң", [row[1] for row in rows])
                before = float(self.good("lexicon", "score", stdin=PAIR.encode()))
                self.assertGreater(float(self.good("lexicon", "score", "--lexicon", path, stdin=PAIR.encode())), before)
                flag = lambda *more: json.loads(self.good("flag", *more, stdin=PAIR.encode()))["score"]
                self.assertGreater(flag("--lexicon", path), flag())
        self.assertEqual(self.good("lexicon", "merge", image), TEXT)

    def test_merge_takes_either_direction_and_adds_up(self):
        forth = self.write("forth.tsv", "# languages: en kk\n# source: a\n# licence: \nlaw\tзаң\tn\t0.5\t0.25\t3\n")
        back = self.write("back.tsv", "# languages: kk en\n# source: b\n# licence: MIT\nзаң\tlaw\tn\t0.25\t0.5\t4\nсу\twater\tn\n")
        self.assertEqual(self.good("lexicon", "merge", forth, back),
                         "# languages: en kk\n# source: a\n# licence: \nlaw\tзаң\tn\t0.5\t0.25\t7\n"
                         "# source: b\n# licence: MIT\nwater\tсу\tn\n")

    def test_import_records_source_and_licence(self):
        path = self.write("d.dic", "заң жобасы @ draft law\n")
        done = qosar("lexicon", "import", path, "--source", "Mine", "--licence", "MIT")
        self.assertEqual((done.returncode, done.stdout.decode()),
                         (0, "# languages: en kk\n# source: Mine\n# licence: MIT\ndraft law\tзаң жобасы\t\n"))
        self.assertIn(b"1 translations of 1 pairs", done.stderr)

    def test_stats_count(self):
        text = self.write("mine.tsv", TEXT)
        pairs = self.write("pairs.tsv", PAIR)
        parts = [json.loads(line) for line in
                 self.good("lexicon", "stats", "--lexicon", text, "--pairs", pairs).splitlines()]
        self.assertGreater(parts[0]["terms"], 9000)
        self.assertEqual(parts[2]["sources"], [{"name": "mine", "licence": "CC0-1.0", "translations": 3}])
        self.assertEqual((parts[2]["terms"], parts[2]["terms_of_several_words"]), (2, 1))
        self.assertEqual(parts[3]["pairs"], 1)
        self.assertGreaterEqual(parts[3]["content_words"], parts[3]["known"])
        self.assertGreaterEqual(parts[3]["known"], parts[3]["answered"])
        self.assertGreater(parts[3]["answered"], 0)

    def test_languages_folder_takes_the_place_of_a_file(self):
        self.write("languages/en-kk/lexicon/law.tsv", "# Law.\nlaw\tсынақ\tn\n")
        rows = self.rows("lookup", "law", "water", "--languages", self.folder / "languages")
        self.assertEqual([row[1] for row in rows if row[0] == "law"], ["сынақ"])
        self.assertIn("су", [row[1] for row in rows if row[0] == "water"])

    def test_what_is_wrong_is_said(self):
        bad = self.write("bad.tsv", "# languages: en kk\nlaw\tзаң\tn\nlaw\n")
        other = self.write("other.tsv", "# languages: de fr\nHaus\tmaison\tn\n")
        cut = self.write("cut.lex", b"QOSARLEX" + bytes(20))
        for path, says in [(bad, f"{bad}:3"), (other, "de and fr"), (cut, cut), (self.folder / "none.tsv", "none.tsv")]:
            with self.subTest(path=path.name):
                self.refused(1, says, "lexicon", "lookup", "law", "--lexicon", path)
                self.refused(1, says, "lexicon", "score", "--lexicon", path, stdin=PAIR.encode())
                self.refused(1, says, "run", path, "--pages", self.folder, "--out", self.folder / "out", "--lexicon", path)
                self.nothing_left(self.folder / "out")
        self.refused(1, "--force", "lexicon", "merge", bad.rename(self.folder / "x.tsv"), "--out", other)
        self.refused(2, "does not tell", "lexicon", "import", self.write("d.xyz", ""))
        self.refused(2, "pdf", "lexicon", "import", other, "--format", "pdf")
        self.refused(2, "frob", "lexicon", "frob")
        self.refused(2, "lexicon", "lexicon")
        self.refused(2, "word", "lexicon", "lookup")
        self.refused(1, ":2", "lexicon", "score", self.write("pairs.tsv", PAIR + "no tab\n"))
        for action in ["lookup", "score", "stats", "import", "merge"]:
            self.assertIn("Example:", self.good("lexicon", action, "--help"))


if __name__ == "__main__":
    main()
