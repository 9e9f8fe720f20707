"""Learning: `lexicon train`, and the `--adapt` of `run` and `align`."""
import json
from random import Random

from qosar_cli import LISTINGS, PAGES, CliTest, contents, main, qosar


def toy(count, translated=True):
    """Lines of two languages that never were; the second translates the first word by word, or is another text."""
    random, first, second = Random(1), [], []
    for _ in range(count):
        numbers = [random.randrange(90) for _ in range(random.randint(3, 14))]
        first.append(" ".join("x" + chr(97 + n % 10) + chr(97 + n // 10) + "a" for n in numbers))
        if not translated:
            numbers = [random.randrange(90) for _ in numbers]
        second.append(" ".join("y" + chr(107 + n % 10) + chr(107 + n // 10) + "u" for n in numbers))
    return first, second


class Adapt(CliTest):
    def lines(self, name, lines):
        return self.write(name, "".join(line + "\n" for line in lines))

    def train(self, *arguments):
        """Standard output of a training that works; what it did is told on stderr."""
        done = qosar("lexicon", "train", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"translations from", done.stderr)
        return done.stdout.decode()

    def test_what_is_trained_can_be_used(self):
        first, second = toy(300)
        self.write("pairs.tsv", "".join(f"{a}\t{b}\n" for a, b in zip(first, second)))
        pairs = ["--from", "xx", "--to", "yy", self.folder / "pairs.tsv"]
        text, image = self.folder / "toy.tsv", self.folder / "toy.lex"
        for out in (text, image):
            self.train(*pairs, "--out", out, "--source", "toy", "--licence", "CC0-1.0")
        rows = [line.split("\t") for line in text.read_text().splitlines() if not line.startswith("#")]
        self.assertGreater(len(rows), 80)
        for row in rows:
            if float(row[3]) > 0.5:
                self.assertEqual([chr(ord(c) + 10) for c in row[0][1:3]], list(row[1][1:3]))
        words = lambda content: sorted(line.split("\t")[:2] for line in content.splitlines())
        self.assertEqual(words(self.good("lexicon", "merge", image, "--from", "xx", "--to", "yy")),
                         words(text.read_text()))
        pair = f"{first[0]}\t{second[0]}\n".encode()
        score = lambda *more: float(self.good("lexicon", "score", "--from", "xx", "--to", "yy", *more, stdin=pair))
        self.assertGreater(score("--lexicon", image), score() + 1)
        self.assertAlmostEqual(score("--lexicon", image), score("--lexicon", text), 3)
        whole = image.read_bytes()
        for broken in (whole[:-1], whole[:200] + b"\xff" + whole[201:], whole[:8]):
            image.write_bytes(broken)
            self.refused(1, "toy.lex", "lexicon", "score", "--lexicon", image, "--from", "xx", "--to", "yy", stdin=pair)

    def test_training_is_the_same_for_any_threads_and_order(self):
        first, second = toy(500)
        rows = [f"{a}\t{b}\n" for a, b in zip(first, second)]
        outs = set()
        for threads, order in [(1, rows), (2, rows[::-1]), (8, rows[100:] + rows[:100])]:
            path = self.write("pairs.tsv", "".join(order))
            outs.add(self.train(path, "--from", "xx", "--to", "yy", "--threads", threads))
        self.assertEqual(len(outs), 1)

    def test_wrong_use_of_train(self):
        path = self.write("p.tsv", "a\tb\n")
        self.refused(2, "pairs", "lexicon", "train")
        self.refused(2, "threads", "lexicon", "train", path, "--threads", "-1")
        self.refused(2, "iterations", "lexicon", "train", path, "--iterations", 0)
        self.refused(1, "none.tmx", "lexicon", "train", self.folder / "none.tmx")
        self.refused(1, "--force", "lexicon", "train", path, "--out", path)
        self.assertEqual(self.train(path), "# languages: en kk\n")

    def test_align_learns_where_there_is_no_lexicon(self):
        first, second = toy(150)
        a, b = self.lines("a", first), self.lines("b", [s for i, s in enumerate(second) if i % 30 != 7])
        align = ["align", "--from", "xx", "--to", "yy", a, b]
        done = qosar(*align)
        self.assertIn(b"learned", done.stderr)
        beads = [line.rsplit(":", 1)[0] for line in done.stdout.decode().splitlines()]
        alone = [bead for bead in beads if bead.endswith(":[]")]
        self.assertEqual(alone, [f"[{i}]:[]" for i in range(150) if i % 30 == 7])
        self.assertEqual(qosar(*align, "--adapt").stdout, done.stdout)
        self.assertNotIn(b"learned", qosar(*align, "--no-adapt").stderr)
        self.assertEqual(qosar(*align, "--adapt", "--no-adapt").returncode, 2)
        other = self.lines("c", toy(150, translated=False)[1])
        self.assertIn(b"learned nothing", qosar("align", "--from", "xx", "--to", "yy", a, other).stderr)

    def test_batch_learns_from_all_texts(self):
        first, second = toy(200)
        jobs = ""
        for i in range(10):
            a, b = self.lines(f"{i}.a", first[20 * i:20 * i + 20]), self.lines(f"{i}.b", second[20 * i:20 * i + 20])
            jobs += f"{a}\t{b}\t{self.folder / str(i)}.ladder\n"
        self.assertIn(b"from 200", qosar("align", "--from", "xx", "--to", "yy", "--batch", self.write("jobs", jobs)).stderr)
        for i in range(10):
            self.assertEqual(len((self.folder / f"{i}.ladder").read_text().splitlines()), 20)

    def test_run_adapts_alike_for_any_threads(self):
        one = self.folder / "1"
        done = qosar("run", LISTINGS, "--pages", PAGES, "--out", one, "--adapt", "--threads", 1)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"learned ", done.stderr)
        eight = self.corpus(self.folder / "8", LISTINGS, "--pages", PAGES, "--adapt", "--threads", 8)
        self.assertEqual(contents(one), contents(eight))
        self.good("verify", one, "--pages", PAGES)

    def test_run_learns_where_there_is_no_lexicon(self):
        first, second = toy(240)
        listing, pages = "", self.folder / "pages"
        (pages / "example.org").mkdir(parents=True)
        for i in range(12):
            url = f"https://example.org/news/{i}"
            lines = slice(20 * i, 20 * i + 20)
            listing += f"{first[20 * i]} item {i}\n{i + 1:02}.02.2026\n" + "".join(
                line.capitalize() + ".\n" for line in first[lines]) + f"Source : {url}\n\n"
            (pages / f"example.org/news_{i}.yy.json").write_text(json.dumps({
                "title": second[20 * i],
                "body": "".join(f"<p>{line.capitalize()}.</p>" for line in second[lines])}))
        run = ["run", self.write("toy.txt", listing), "--pages", pages, "--from", "xx", "--to", "yy", "--out"]
        for name, *more in (["learning"], ["again", "--adapt", "--threads", 8], ["not", "--no-adapt"]):
            done = qosar(*run, self.folder / name, *more)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(b"learned" in done.stderr, name != "not", done.stderr)
        self.assertEqual(contents(self.folder / "learning"), contents(self.folder / "again"))
        scores = {name: [json.loads(line)["score"] for line in (self.folder / name / "pairs.jsonl").read_text().splitlines()]
                  for name in ("learning", "not")}
        self.assertGreater(sum(score > 0.9 for score in scores["learning"]), 200)
        self.assertLess(sum(scores["not"]), sum(scores["learning"]))
        self.refused(2, "exclude", *run, self.folder / "x", "--adapt", "--no-adapt")

    def test_the_manifest_names_lexicons(self):
        lexicon = self.write("mine.tsv", "# languages: en kk\nzzyzx\tқияқы\tn\n")
        self.corpus(self.folder / "c", LISTINGS, "--pages", PAGES, "--lexicon", lexicon)
        manifest = json.loads((self.folder / "c/manifest.json").read_text())
        self.assertEqual([entry["file"] for entry in manifest["lexicons"]], ["mine.tsv"])
        self.assertEqual(len(manifest["lexicons"][0]["sha256"]), 64)


if __name__ == "__main__":
    main()
