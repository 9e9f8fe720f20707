"""What the program prints, byte for byte. `golden_test.py --update` writes the files of golden/ anew."""
import pathlib
import sys

from qosar_cli import FILES, SOURCE, CliTest, contents, main, qosar

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
HERE = "tests/cli/golden"  # below the source root, where the commands run, so that no output holds a path of a machine
GOLD = "corpora/sample/gold"
UPDATE = "--update" in sys.argv

COMMANDS = {
    "listing-three-lines": ["listing", "corpora/sample/listings/2026-02-01-three-lines.txt"],
    "listing-one-line": ["listing", "corpora/sample/listings/2026-02-02-one-line.txt"],
    "listing-html": ["listing", "tests/listing/pages/div-cards.html"],
    "listing-html-explain": ["listing", "--explain", "tests/listing/pages/div-cards.html"],
    "segment-en": ["segment", "--lang", "en", f"{HERE}/text.en"],
    "segment-kk": ["segment", "--lang", "kk", f"{HERE}/text.kk"],
    "segment-en-jsonl": ["segment", "--lang", "en", "--format", "jsonl", f"{HERE}/text.en"],
    "segment-kk-jsonl": ["segment", "--lang", "kk", "--format", "jsonl", f"{HERE}/text.kk"],
    "segment-kk-explain": ["segment", "--lang", "kk", "--explain", f"{HERE}/text.kk"],
    "segment-en-lines": ["segment", "--lang", "en", f"{HERE}/lines.en"],
    "segment-en-without": ["segment", "--lang", "en", "--without", "glued", "--without", "wrapped", f"{HERE}/lines.en"],
    "eval-segment": ["eval", "segment", f"{HERE}/gold.jsonl", f"{HERE}/proposed.jsonl"],
    "eval-segment-own": ["eval", "segment", f"{HERE}/gold.jsonl", "--lang", "kk", "--terminated"],
    "eval-segment-conllu": ["eval", "segment", f"{HERE}/gold.conllu", "--lang", "kk"],
    "words-en": ["words", "--lang", "en", f"{HERE}/text.en"],
    "words-kk": ["words", "--lang", "kk", f"{HERE}/text.kk"],
    "language": ["language", f"{HERE}/languages.txt"],
    "page-json": ["page", "https://www.gov.kz/memleket/entities/aksu/press/news/details/101?lang=kk", "--pages", f"{HERE}/tiny/pages"],
    "page-text": ["page", "https://gov.kz/memleket/entities/kitap/press/news/details/102", "--pages", f"{HERE}/tiny/pages"],
    "page-html": ["page", "https://www.gov.kz/memleket/entities/water/press/news/details/1152402?lang=kk", "--pages", "corpora/sample/pages"],
    "page-missing": ["page", "https://www.gov.kz/memleket/entities/aksu/press/news/details/999", "--pages", f"{HERE}/tiny/pages"],
    "align-ladder": ["align", f"{GOLD}/1152467.en", f"{GOLD}/1152467.kk"],
    "align-tsv": ["align", "--format", "tsv", f"{GOLD}/1152467.en", f"{GOLD}/1152467.kk"],
    "align-jsonl": ["align", "--format", "jsonl", f"{GOLD}/1152467.en", f"{GOLD}/1152467.kk"],
    "align-hunalign": ["align", "--format", "hunalign", f"{GOLD}/1152467.en", f"{GOLD}/1152467.kk"],
    "align-explain": ["align", "--explain", f"{GOLD}/1152533.en", f"{GOLD}/1152533.kk"],
    "align-mirrored": ["align", "--from", "kk", "--to", "en", f"{GOLD}/1152467.kk", f"{GOLD}/1152467.en"],
    "eval-align": ["eval", "align", f"{GOLD}/1152467.gold", f"{HERE}/align-ladder.out"],
    "flag-pairs": ["flag", f"{HERE}/pairs.tsv"],
    "flag-headlines": ["flag", "--role", "headline", f"{HERE}/pairs.tsv"],
    "flag-documents": ["flag", "--documents", f"{HERE}/documents.jsonl"],
    "flag-list": ["flag", "--list"],
}

ADDRESSES = [
    "https://www.gov.kz/memleket/entities/mod/press/news/details/1152201?lang=kk",
    "http://gov.kz/memleket/entities/mod/press/news/details/1152201/",
    "HTTPS://WWW.GOV.KZ:443/memleket/entities/mod/press/news/details/1152201?lang=ru&utm_source=x#top",
    "https://gov.kz./memleket/entities/mod/./press/x/../news/details/1152201",
    "https://Example.ORG/A%7Eb?b=2&a=1",
    "https://қазақстан.қаз/жаңалық?id=5",
]


class Golden(CliTest):
    def check(self, name, data):
        path = GOLDEN / name
        if UPDATE:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        self.assertTrue(path.exists(), f"{name} is not there; --update writes it")
        self.assertEqual(data.decode(), path.read_bytes().decode(), f"{name} differs; --update takes the new output over")

    def test_commands(self):
        for name, command in COMMANDS.items():
            with self.subTest(name=name):
                self.check(f"{name}.out", self.good(*command, cwd=SOURCE).encode())

    def test_odd_listing(self):
        """Its rejects are told on stderr."""
        for name, more in [("listing-odd", []), ("listing-explain", ["--explain"])]:
            done = qosar("listing", f"{HERE}/odd-listing.txt", *more, cwd=SOURCE)
            self.assertEqual(done.returncode, 0)
            self.check(f"{name}.out", done.stdout)
            told = done.stderr if more else b"".join(done.stderr.splitlines(keepends=True)[:-1])
            self.check("listing-odd.err", told)
            self.assertIn(b"8 articles, 1 reject, 1 source cut off; lines: ", done.stdout if more else done.stderr)

    def test_page_keys(self):
        self.check("page-key.out", "".join(self.good("page", "key", url) for url in ADDRESSES).encode())

    def test_tiny_corpus(self):
        corpus = self.corpus(self.folder / "corpus", f"{HERE}/tiny/listing.txt", "--pages", f"{HERE}/tiny/pages", cwd=SOURCE)
        self.good("verify", corpus, "--pages", SOURCE / HERE / "tiny/pages")
        self.assertEqual(sorted(path.name for path in corpus.iterdir()), sorted(FILES))
        for name, data in contents(corpus).items():
            with self.subTest(name=name):
                self.check(f"tiny-corpus/{name}", data)

    def test_discovered_pages(self):
        """One article cites nothing, one a page that is not there, one the wrong page; the last is but a title."""
        corpus = self.corpus(self.folder / "corpus", f"{HERE}/discover/listing.txt", "--pages", f"{HERE}/discover/pages",
                             "--discover", cwd=SOURCE)
        self.good("verify", corpus, "--pages", SOURCE / HERE / "discover/pages")
        for name, data in contents(corpus).items():
            with self.subTest(name=name):
                self.check(f"discover-corpus/{name}", data)


if __name__ == "__main__":
    if UPDATE:
        sys.argv.remove("--update")
    main()
