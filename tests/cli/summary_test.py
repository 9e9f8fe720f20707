"""What a person reads at the end of a run: true, complete, in colour on a terminal and only there."""
import os
import pty
import re
import subprocess

from qosar_cli import ENTITY, LISTINGS, PAGES, PROGRAM, SOURCE, CliTest, item, main, qosar, records

COLOURS = {"error": "\x1b[1;31m", "warn": "\x1b[1;33m", "info": "\x1b[36m"}
OFF = "\x1b[0m"
SAMPLE = [LISTINGS, "--pages", PAGES]
DISCOVER = SOURCE / "tests/cli/golden/discover"  # has flags that the sample lacks


def without_colour(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


class Summary(CliTest):
    def plain(self, *arguments):
        done = qosar("run", *arguments, "--out", self.folder / "corpus", "--force")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        return done.stderr.decode()

    def on_terminal(self, inputs=SAMPLE, **environment):
        """What the same command shows where stderr is a terminal."""
        ours, theirs = pty.openpty()
        plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        words = [PROGRAM, "run", *inputs, "--out", self.folder / "corpus", "--force", "--progress", "none"]
        process = subprocess.Popen(words, stderr=theirs, env={**plain, "TERM": "xterm", **environment})
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 1 << 16):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(ours)
        self.assertEqual(process.wait(60), 0)
        return shown.decode().replace("\r\n", "\n")

    def sample(self):
        return self.plain(*SAMPLE)

    def test_no_escape_sequence_away_from_a_terminal(self):
        self.assertNotIn("\x1b", self.sample())

    def test_colour_on_a_terminal_by_severity(self):
        shown = self.on_terminal()
        discovered = self.on_terminal([DISCOVER / "listing.txt", "--pages", DISCOVER / "pages", "--discover"])
        exchanged = self.on_terminal(self.population(lambda lines: lines[:4] + lines[9:20] + lines[4:9] + lines[20:]))
        talks = "The ministers talked for long about roads and rail, and signed {} papers. Then they went home."
        twins = self.write("twins.txt", item("Talks", talks.format(12), 1) + item("Talks", talks.format(13), 1))
        related = self.on_terminal([twins, "--pages", self.folder])
        undated = self.on_terminal([self.write("undated.txt", "Fair opens in Aksu\n31.02.2026\nIt opened.\n"), "--pages", PAGES])
        for line in self.good("flag", "--list").splitlines():
            name, severity = line.split("\t")[:2]
            with self.subTest(flag=name):
                self.assertIn(f"{COLOURS[severity]}{severity:5} {name}{OFF}", shown + discovered + exchanged + related + undated)
        self.assertIn(f"In the first week, {COLOURS['warn']}210{OFF} farms", shown, "the words that a flag is about")
        time = re.compile(r"in [0-9.]+ s on")
        self.assertEqual(time.sub("", without_colour(shown)), time.sub("", self.sample()))

    def test_no_colour_where_it_is_not_wanted(self):
        self.assertIn("\x1b", self.on_terminal(NO_COLOR=""), "an empty NO_COLOR means nothing (no-color.org)")
        for environment in [{"NO_COLOR": "1"}, {"TERM": "dumb"}]:
            with self.subTest(environment=environment):
                self.assertNotIn("\x1b", self.on_terminal(**environment))

    def test_quiet(self):
        self.corpus(self.folder / "corpus", LISTINGS, "--pages", PAGES)  # which fails on any word on stderr

    def test_numbers_are_those_of_the_records(self):
        shown = self.sample()
        corpus = self.folder / "corpus"
        documents, pairs = records(corpus / "documents.jsonl"), records(corpus / "pairs.jsonl")
        self.assertIn(f"31 items in, {len(pairs)} pairs out", shown)
        for status in {document["status"] for document in documents}:
            number = sum(document["status"] == status for document in documents)
            self.assertRegex(shown, rf"(?m)^ +{number}  {status} ")
        for bead in {pair["bead"] for pair in pairs}:
            number = sum(pair["bead"] == bead and pair["role"] == "body" for pair in pairs)
            self.assertRegex(shown, rf"(?m)^ +{number}  {bead} ")
        for quality in ["ok", "info", "warn", "error"]:
            self.assertIn(f" {sum(pair['quality'] == quality for pair in pairs)} {quality}", shown)

    def test_every_flag_has_its_number_and_an_example_that_bears_it(self):
        lines = self.sample().splitlines()
        corpus = self.folder / "corpus"
        bearers = [(record["flags"], record.get("translation", record.get("title")))
                   for name in ["documents.jsonl", "pairs.jsonl"] for record in records(corpus / name)]
        for flag in {flag for flags, _ in bearers for flag in flags}:
            texts = [sides for flags, sides in bearers if flag in flags]
            with self.subTest(flag=flag):
                place, = [i for i, line in enumerate(lines) if line.endswith(f" {flag} × {len(texts)}")]
                example = re.fullmatch(r" +en  …?(.+?)…?", lines[place + 2])[1]
                self.assertTrue(any(example in sides["en"] for sides in texts), example)

    def test_what_it_says_to_try_next_works(self):
        for place in ["corpus", "new corpus's; $HOME"]:
            done = qosar("run", LISTINGS, "--pages", PAGES, "--out", self.folder / place)
            lines = done.stderr.decode().split("\nNext\n")[1].splitlines()
            self.assertEqual(len(lines), 3)
            for line in lines:
                command = line.strip().split("   ")[0]
                with self.subTest(command=command):
                    shell = subprocess.run(re.sub("^qosar", PROGRAM, command), shell=True, capture_output=True, timeout=60)
                    self.assertEqual((shell.returncode, shell.stderr), (0, b""))
                    self.assertNotEqual(shell.stdout, b"")

    def test_readme_shows_what_is_printed(self):
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        excerpt = readme.split("The first one ends like this (shortened):\n\n```text\n")[1].split("```")[0].splitlines()
        printed = [re.sub(r"in [0-9.]+ s on \d+ threads?", "", line) for line in self.sample().splitlines()]
        for line in excerpt:
            if line not in ("…", "The corpus is in out/sample"):
                self.assertIn(re.sub(r"in [0-9.]+ s on \d+ threads?", "", line), printed, "README.md is out of date")

    def test_hostile_text_cannot_command_the_terminal(self):
        title = "Mayor\x1b[2J of Aksu\u202e opened 12\u009b schools"
        self.write("pages/test/1.kk.txt", "Ақсу\x1b]0;x\x07 әкімі 13\u2028 мектеп ашты\nӘкім мектеп ашты.")
        listing = self.write("listing.txt", f"{title}\n01.02.2026\nThe mayor opened a school. Source : {ENTITY}1?lang=kk\n"
                             f"Mayor\x1b[2J of Semey\n01.02.2026\nShe came. Source : {ENTITY}2\x1b[31m?lang=kk\n")
        shown = self.plain(listing, "--pages", self.folder / "pages")
        self.assertIn("Mayor", shown)
        self.assertNotRegex(shown, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]")

    def test_a_long_sentence_is_shown_where_its_flag_is(self):
        words = "The builders who came from many towns worked through the whole long winter without any rest and "
        listing = self.write("listing.txt", "School opened in Aksu\n01.02.2026\n" + words +
                             f"finished 412 classrooms in the end. Source : {ENTITY}1?lang=kk\n")
        self.write("pages/test/1.kk.txt", "Ақсуда мектеп ашылды\n\nКөп қаладан келген құрылысшылар ұзақ қыс бойы тынықпай "
                   "жұмыс істеп, соңында 415 сынып бөлмесін бітірді.\n")
        shown = self.plain(listing, "--pages", self.folder / "pages")
        self.assertRegex(shown, r"en  ….*412 classrooms")
        self.assertTrue(all(len(line) <= 100 for line in shown.splitlines() if "  en  " in line or "  kk  " in line))


if __name__ == "__main__":
    main()
