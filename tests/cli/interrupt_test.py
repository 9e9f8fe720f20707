"""A run stopped half-way leaves nothing half-written, and the same command again gives the same bytes."""
import json
import os
import signal
import subprocess
import time

from qosar_cli import LISTINGS, PAGES, PROGRAM, SOURCE, CliTest, contents, main, records

COPIES = 8  # of the sample's items, each with a number of its own so that none is a duplicate
INTERRUPTED = 75


def big_listing():
    lines = (LISTINGS / "2026-02-01-three-lines.txt").read_text(encoding="utf-8").strip().split("\n")
    items = [lines[i - 1:i + 2] for i, line in enumerate(lines) if line == "01.02.2026" and len(lines[i + 1]) > 200]
    out = []
    for copy in range(COPIES):
        for title, date, body in items:
            out += [title, date, f"This is report number {1000 + copy}. {body}"]
    return "\n".join(out) + "\n"


class Interrupt(CliTest):
    def setUp(self):
        super().setUp()
        self.listing = self.write("big.txt", big_listing())
        self.out = self.folder / "corpus"

    def command(self, *more):
        return ["run", self.listing, "--pages", PAGES, "--out", self.out, "-q", *more]

    def start(self, stage, *more):
        """A run that is within this stage, for as long as the caller lets it go on."""
        words = [PROGRAM, *map(str, self.command("--progress", "json", "--threads", "1", *more))]
        process = subprocess.Popen(words, stderr=subprocess.PIPE)
        self.addCleanup(process.stderr.close)
        for line in process.stderr:
            if json.loads(line)["stage"] == stage:
                process.send_signal(signal.SIGSTOP)
                return process
        self.fail("the run ended before its stage " + stage)

    def stop(self, process, how):
        """Exit code and last words of a run that gets this signal."""
        process.send_signal(how)
        process.send_signal(signal.SIGCONT)
        last = process.stderr.read().decode()
        return process.wait(60), [line for line in last.split("\n") if line and not line.startswith("{")]

    def undisturbed(self):
        whole = self.corpus(self.folder / "whole", self.listing, "--pages", PAGES)
        self.assertGreater(len(records(whole / "documents.jsonl")), 80)
        self.assertEqual(records(whole / "rejects.jsonl"), [])
        return contents(whole)

    def test_stopped_run_says_so_and_leaves_nothing(self):
        for stage in ["articles", "documents"]:
            for how in [signal.SIGTERM, signal.SIGINT]:
                with self.subTest(stage=stage, how=how):
                    code, words = self.stop(self.start(stage), how)
                    self.assertEqual(code, INTERRUPTED)
                    self.assertEqual(len(words), 1, words)
                    self.assertIn("interrupted", words[0])
                    self.nothing_left(self.out)

    def test_stopped_replacement_leaves_the_old_corpus(self):
        self.corpus(self.out, LISTINGS, "--pages", PAGES)
        before = contents(self.out)
        code, _ = self.stop(self.start("documents", "--force"), signal.SIGTERM)
        self.assertEqual(code, INTERRUPTED)
        self.assertEqual(contents(self.out), before)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["big.txt", "corpus"])

    def test_same_bytes_after_a_kill_or_a_stop(self):
        whole = self.undisturbed()
        for stage, how in [("articles", signal.SIGKILL), ("documents", signal.SIGKILL), ("documents", signal.SIGTERM)]:
            with self.subTest(stage=stage, how=how):
                self.stop(self.start(stage, "--force"), how)
                if how == signal.SIGKILL and not self.out.exists():
                    self.refused(1, str(self.out), "verify", self.out)
                self.good(*self.command("--force"))
                self.assertEqual(contents(self.out), whole)
                self.assertFalse(self.out.with_name("corpus.part").exists())
        self.good("verify", self.out)

    def test_stopped_batch_leaves_whole_ladders_alone(self):
        gold, jobs = SOURCE / "corpora/sample/gold/1152748", self.write("jobs.tsv", "")
        (self.folder / "ladders").mkdir()
        jobs.write_text("".join(f"{gold}.en\t{gold}.kk\t{self.folder}/ladders/{i}\n" for i in range(2000)))
        whole = self.good("align", f"{gold}.en", f"{gold}.kk")
        for how, code in [(signal.SIGTERM, INTERRUPTED), (signal.SIGINT, INTERRUPTED), (signal.SIGKILL, -signal.SIGKILL)]:
            with self.subTest(how=how):
                process = subprocess.Popen([PROGRAM, "align", "--batch", jobs], stderr=subprocess.PIPE)
                while len(os.listdir(self.folder / "ladders")) < 3 and process.poll() is None:
                    time.sleep(0.001)
                process.send_signal(how)
                words = process.communicate(timeout=60)[1].decode()
                self.assertEqual(process.returncode, code, words)
                left = [path for path in (self.folder / "ladders").iterdir() if not path.name.startswith(".")]
                self.assertLess(len(left), 2000)
                ladders = {path.read_text() for path in left}
                self.assertLessEqual(ladders, {whole})  # killed, it may not have named any yet
                if code == INTERRUPTED:
                    self.assertEqual(ladders, {whole})
                    self.assertRegex(words, r"\Aqosar: interrupted.*\n\Z")
                    self.assertEqual(len(left), len(os.listdir(self.folder / "ladders")), "nothing half-written")
                for path in (self.folder / "ladders").iterdir():
                    path.unlink()

    def test_reader_that_goes_away(self):
        """As `qosar listing … | head -1`: the program ends without a word."""
        many = self.write("many.txt", big_listing() * 20)
        process = subprocess.Popen([PROGRAM, "listing", many], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual((process.stderr.read(), process.wait(60)), (b"", -signal.SIGPIPE))
        process.stderr.close()

    def test_two_runs_to_one_place(self):
        first = self.start("documents")
        self.refused(1, ["another run", self.out], *self.command())
        code, words = self.stop(first, signal.SIGCONT)
        self.assertEqual((code, words), (0, []))
        self.good("verify", self.out)
        self.assertEqual(contents(self.out), self.undisturbed())


if __name__ == "__main__":
    main()
