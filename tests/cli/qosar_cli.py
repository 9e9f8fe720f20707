"""Helpers of the command-line tests: run the program, keep scratch files, read records."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.path.abspath(os.environ["QOSAR"])
SOURCE = pathlib.Path(os.environ["QOSAR_SOURCE"]).resolve()
LISTINGS = SOURCE / "corpora/sample/listings"
PAGES = SOURCE / "corpora/sample/pages"
FILES = ["documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl", "manifest.json", "README.md"]
ENTITY = "https://www.gov.kz/memleket/entities/test/press/news/details/"


def qosar(*arguments, stdin=b"", cwd=None, **how):
    """The finished process; stdout and stderr as bytes."""
    where = {"stdout": subprocess.PIPE, **how}
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, cwd=cwd, stderr=subprocess.PIPE, timeout=120,
                          **where)


def records(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def manifest_without_run(corpus):
    manifest = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))
    del manifest["run"]
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def contents(corpus):
    """All files of a corpus that have to be the same from run to run."""
    out = {name: (corpus / name).read_bytes() for name in FILES if name != "manifest.json"}
    out["manifest.json"] = manifest_without_run(corpus).encode()
    return out


def item(title, body, number=None):
    source = f" Source : {ENTITY}{number}?lang=kk" if number else ""
    return f"{title}\n01.02.2026\n{body}{source}\n"


class CliTest(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="qosar-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def population(self, rearranged):
        """Inputs of `run`: a document of the sample, its sentences as paragraphs, the Kazakh ones rearranged."""
        english, kazakh = ((SOURCE / f"corpora/sample/gold/1152748.{side}").read_text(encoding="utf-8").splitlines()
                           for side in ("en", "kk"))
        listing = self.write("population/listing.txt", item("The population of Kazakhstan", "\n".join(english), 1))
        self.write("population/pages/test/1.kk.txt", "Қазақстан халқы\n\n" + "\n".join(rearranged(kazakh)) + "\n")
        return [listing, "--pages", self.folder / "population/pages"]

    def good(self, *arguments, **how):
        """Stdout of a command that has to do its work without a word on stderr."""
        done = qosar(*arguments, **how)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), arguments)
        return done.stdout.decode() if done.stdout is not None else ""

    def corpus(self, out, *arguments, **how):
        self.good("run", *arguments, "--out", out, "-q", **how)
        return pathlib.Path(out)

    def refused(self, code, says, *arguments, **how):
        """The command has to fail with this exit code and one message that holds every word of `says`."""
        done = qosar(*arguments, **how)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, code, (arguments, message))
        self.assertTrue(message.startswith("qosar: "), message)
        if code != 2:  # wrong usage may add how it is used
            self.assertEqual(message.count("\n"), 1, message)
        for word in says if isinstance(says, (list, tuple)) else [says]:
            self.assertIn(str(word), message)
        return done

    def nothing_left(self, out):
        """Neither a corpus nor unfinished work lies at this place."""
        out = pathlib.Path(out)
        left = [entry.name for entry in out.parent.iterdir() if entry.name.startswith((out.name, "." + out.name))]
        self.assertEqual(left, [])


def main():
    unittest.main()
