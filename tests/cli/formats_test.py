"""Listings of every kind through the program: detected, packed, piped, in folders; all give one corpus's texts."""
import gzip
import json
import subprocess

from qosar_cli import LISTINGS, PROGRAM, SOURCE, CliTest, main, qosar, records

PAGES = SOURCE / "tests/listing/pages"
PAGE = PAGES / "div-cards.html"


def articles(output):
    """Without origins, which tell the kinds apart."""
    found = [json.loads(line) for line in output.splitlines()]
    for article in found:
        del article["origin"]
    return found


def warc(html):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example.kz/news/\r\n"
    return head + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


class Formats(CliTest):
    def setUp(self):
        super().setUp()
        html = PAGE.read_bytes()
        self.page = articles(self.good("listing", PAGE))
        self.files = {"page.html": html, "page.jsonl": self.good("listing", PAGE).encode(),
                      "page.html.gz": gzip.compress(html), "page.warc.gz": gzip.compress(warc(html)) + gzip.compress(warc(b"<html>"))}

    def test_each_kind_gives_the_same_articles(self):
        self.assertEqual(len(self.page), 3)
        for name in ["page.html", "page.jsonl", "page.html.gz"]:
            with self.subTest(name=name):
                self.assertEqual(articles(self.good("listing", self.write(name, self.files[name]))), self.page)
                self.assertEqual(articles(self.good("listing", stdin=self.files[name])), self.page)

    def test_warc_resolves_links_against_its_address(self):
        done = qosar("listing", self.write("page.warc.gz", self.files["page.warc.gz"]))
        self.assertIn(b"no_text", done.stderr)
        found = articles(done.stdout.decode())
        self.assertEqual([article.pop("url") for article in found], [f"https://herald.example.kz/news/{n}" for n in (101, 102, 103)])
        self.assertEqual(found, [{key: value for key, value in article.items() if key != "url"} for article in self.page])

    def test_folder_of_all_kinds_is_a_sound_corpus(self):
        for name, data in self.files.items():
            self.write(f"in/{name}", data)
        self.write("in/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
        self.write("in/.hidden.txt", "Hidden\n01.02.2026\nText.\n")
        (self.folder / "in/again.html").symlink_to("page.html")
        (self.folder / "in/ring").symlink_to(".")
        (self.folder / "pages").mkdir()
        corpus = self.corpus(self.folder / "c", self.folder / "in", "--pages", self.folder / "pages")
        self.good("verify", corpus)
        rejects = {(r["reason"], r["origin"]["file"]) for r in records(corpus / "rejects.jsonl")}
        self.assertEqual(rejects, {("unknown_kind", "picture.png"), ("no_text", "page.warc.gz")})
        documents = records(corpus / "documents.jsonl")
        self.assertEqual(len(documents), 3)
        self.assertEqual({len(document["duplicates"]) for document in documents}, {3})

    def test_text_comes_back_through_json(self):
        first = self.good("listing", LISTINGS)
        second = self.good("listing", self.write("all.jsonl", first))
        self.assertEqual(articles(second), articles(first))

    def test_hostile_inputs_end_in_time_and_memory(self):
        with open(PROGRAM, "rb") as program:
            sanitized = b"__asan_init" in program.read()
        scale = 10 if sanitized else 1
        cases = [("line", b'{"title":"' + b"x" * (100_000_000 // scale) + b'"}\n', "jsonl"),
                 ("bomb", gzip.compress(b"<html>" + b"<p>x" * (50_000_000 // scale), 9), "html"),
                 ("records", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * (1_000_000 // scale), "warc")]
        for name, data, kind in cases:
            path = self.write(name, data)
            limit = "" if sanitized else "ulimit -v 400000;"
            done = subprocess.run(["bash", "-c", f"{limit} exec '{PROGRAM}' listing --input-format {kind} '{path}'"],
                                  capture_output=True, timeout=300)
            with self.subTest(name=name):
                self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr[:500])


if __name__ == "__main__":
    main()
