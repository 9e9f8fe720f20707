"""Listing text: one case in tests/listing/cases for each thing that real listings hold, NAME.txt with what comes of it.

NAME.jsonl holds the articles and, as far as there are any, the rejects: what `qosar listing` prints and tells. A bug
report becomes one more NAME.txt; `listing_test.py --update` writes NAME.jsonl, which is then to be read with care."""
import json
import pathlib
import re
import subprocess
import sys

from qosar_cli import PROGRAM, SOURCE, CliTest, item, main, qosar, records

CASES = SOURCE / "tests/listing/cases"
UPDATE = "--update" in sys.argv
TOLD = re.compile(r"qosar: (?P<file>[^,]+), bytes (?P<start>\d+)–(?P<end>\d+): (?P<reason>\w+): (?P<message>.*)")


def told(line):
    """A reject as stderr tells it."""
    found = TOLD.fullmatch(line)
    return json.dumps({"reject": found["reason"], "message": found["message"],
                       "origin": {"file": found["file"], "start": int(found["start"]), "end": int(found["end"])}},
                      ensure_ascii=False, separators=(",", ":"))


def read(path):
    """What the program makes of a listing, a line for each article and reject."""
    done = qosar("listing", path)
    talk = done.stderr.decode().splitlines()
    rejects = [told(line) for line in talk if TOLD.fullmatch(line)]
    return done.returncode, "".join(line + "\n" for line in done.stdout.decode().splitlines() + rejects), talk


class Cases(CliTest):
    def test_cases(self):
        cases = sorted(CASES.glob("*.txt"))
        self.assertGreater(len(cases), 70)
        for path in cases:
            with self.subTest(case=path.stem):
                code, lines, talk = read(path)
                self.assertEqual(code, 0)
                golden = path.with_suffix(".jsonl")
                if UPDATE:
                    golden.write_text(lines, encoding="utf-8")
                self.assertEqual(lines, golden.read_text(encoding="utf-8"), "--update takes the new reading over")
                self.assertEqual(bool(talk), "reject" in lines or "cut off" in "".join(talk))

    def test_every_reading_has_its_case(self):
        self.assertEqual({path.stem for path in CASES.glob("*.jsonl")}, {path.stem for path in CASES.glob("*.txt")})

    def test_items_stand_where_they_are_said_to(self):
        for path in sorted(CASES.glob("*.txt")):
            data = path.read_bytes()
            for line in read(path)[1].splitlines():
                record = json.loads(line)
                piece = data[record["origin"]["start"]:record["origin"]["end"]].decode(errors="replace")
                with self.subTest(case=path.stem):
                    for text in [record.get("title", ""), *record.get("body", "").split("\n"), *record.get("source_urls", [])]:
                        self.assertIn(text, piece)


class Explained(CliTest):
    def test_every_line_has_its_kind_and_rule(self):
        for path in sorted(CASES.glob("*.txt")):
            *lines, counts = self.explained(path)
            with self.subTest(case=path.stem):
                for line in lines:
                    self.assertRegex(line, r"^ *\d+  [a-z+]+ +[A-Za-z][A-Za-z, -]+")
                self.assertRegex(counts, r"^\d+ articles?, \d+ rejects?")
                self.assertEqual(sum(int(count) for count in re.findall(r"(\d+) [a-z+]+(?:,|$)", counts.partition("lines: ")[2])),
                                 len(lines))

    def explained(self, path):
        return qosar("listing", "--explain", path).stdout.decode().splitlines()


class Hostile(CliTest):
    """Many lines, long lines, wrong bytes: a clear result in constant memory."""

    def read(self, pieces, count):
        sanitized = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()  # needs room for its shadow, and time
        path = self.folder / "listing.txt"
        with open(path, "wb") as out:
            for _ in range(count // 10 if sanitized else count):
                out.write(pieces)
        limit = "" if sanitized else "ulimit -v 400000;"
        done = subprocess.run(["bash", "-c", f"{limit} exec '{PROGRAM}' listing '{path}'"], capture_output=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr[:300])
        return done.stdout, done.stderr.decode().splitlines()

    def test_millions_of_lines(self):
        for piece, says in [(b"lost\n" * 1000, "text_without_title"), (b"More\n" * 1000, None), (b"01.02.2026\n" * 1000, "date_without_title"),
                            (b"\0\n" * 1000, "unknown_kind"), (b"\xff\n" * 1000, "not_utf8"), (b"\n" * 1000, None)]:
            with self.subTest(piece=piece[:8]):
                out, told = self.read(piece, 500 if b"0" in piece else 2000)
                self.assertEqual(out, b"")
                self.assertEqual(len(told), 2 if says else 0)
                self.assertTrue(says is None or says in told[0])

    def test_millions_of_lines_in_one_item(self):
        out, told = self.read(b"01.02.2026 Fair opens\n" + b"x\n" * 999, 2000)
        self.assertEqual((out.count(b"\n") > 90, told), (True, []))  # of 200 under a sanitizer

    def test_one_line_of_100_mb(self):
        for piece, says in [(b"long line ", "line_too_long"), (b"\f", "line_too_long"), (b"Source : http", "line_too_long")]:
            with self.subTest(piece=piece):
                out, told = self.read(piece * 1000, 100_000 // len(piece))
                self.assertEqual(out, b"")
                self.assertIn(says, told[0])

    def test_utf16_is_said_to_be_that(self):
        for charset in ["utf-16", "utf-16-be"]:
            data = (b"\xfe\xff" if charset.endswith("be") else b"") + (item("Roads repaired", "It is done.") * 50).encode(charset)
            done = qosar("listing", self.write("listing.txt", data))
            told = done.stderr.decode().splitlines()
            self.assertEqual((done.returncode, done.stdout, len(told)), (0, b"", 2))
            self.assertIn("UTF-16", told[0])


class Documents(CliTest):
    def flags_of(self, listing):
        (self.folder / "pages").mkdir(exist_ok=True)
        corpus = self.corpus(self.folder / "corpus", self.write("listing.txt", listing), "--pages", self.folder / "pages", "--force")
        self.good("verify", corpus)
        return {document["title"]["en"]: document["flags"] for document in records(corpus / "documents.jsonl")}

    def test_other_languages_are_flagged(self):
        russian = "В районе отремонтировали сорок дорог"
        kazakh = "Ауданда қырық жол жөнделді"
        english = "Forty roads repaired in the district"
        body = "Forty roads were repaired in the district. The work was done in time."
        flags = self.flags_of(item(russian, body) + item(kazakh, "Жол жөнделді. Жұмыс мерзімінде аяқталды, деді ауданның әкімі.") +
                              item(english, "Дороги отремонтированы. Работа закончена вовремя, сообщил аким района."))
        self.assertIn("headline_other_language", flags[russian])
        self.assertNotIn("wrong_language", flags[russian])
        self.assertIn("headline_other_language", flags[kazakh])
        self.assertIn("wrong_language", flags[kazakh])
        self.assertIn("wrong_language", flags[english])
        self.assertNotIn("headline_other_language", flags[english])

    def test_dates_that_name_no_day_are_flagged(self):
        for date in ["31.02.2026", "01.13.2026", "February 30, 2026", "Today, 10:15", "03/04/2026"]:
            with self.subTest(date=date):
                flags = self.flags_of(f"The fair opens in the town\n{date}\nThe fair was opened in the town by the akim.\n")
                self.assertEqual(flags, {"The fair opens in the town": ["impossible_date"]})
        self.assertEqual(self.flags_of("The fair opens in the town\n01.02.2026\nThe fair was opened in the town by the akim.\n"),
                         {"The fair opens in the town": []})


if __name__ == "__main__":
    if UPDATE:
        sys.argv.remove("--update")
    main()
