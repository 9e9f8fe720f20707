"""The same input gives the same bytes, whatever the threads, the way the input comes in, or what was there before."""
import gzip
import shutil
import subprocess
import unittest

from qosar_cli import LISTINGS, PAGES, CliTest, contents, main, records

# A zstd frame of raw blocks: magic number, one-byte header with a window of 128 KiB, blocks of at most 64 KiB.
ZSTD_HEAD = bytes.fromhex("28b52ffd") + b"\x00" + b"\x38"
BLOCK = 1 << 16


def zstd(data):
    """A frame that stores the bytes as they are; Python has no zstd of its own."""
    out = bytearray(ZSTD_HEAD)
    for begin in range(0, len(data), BLOCK):
        block = data[begin:begin + BLOCK]
        last = begin + BLOCK >= len(data)
        out += (len(block) << 3 | last).to_bytes(3, "little") + block
    return bytes(out)


def without_names(corpus):
    """Documents without the names of the input files, which stand in origins and in what flags say of duplicates."""
    documents = records(corpus / "documents.jsonl")
    for document in documents:
        for origin in [document["origin"], *(d["origin"] for d in document["duplicates"])]:
            del origin["file"]
    return documents


class Determinism(CliTest):
    def made(self, name, *arguments, **how):
        return self.corpus(self.folder / name, *(arguments or (LISTINGS,)), "--pages", PAGES, **how)

    def test_threads(self):
        one = contents(self.made("1", LISTINGS, "--threads", 1))
        for threads in [2, 8]:
            with self.subTest(threads=threads):
                self.assertEqual(contents(self.made(str(threads), LISTINGS, "--threads", threads)), one)

    def test_twice_and_with_force(self):
        first = contents(self.made("a"))
        self.assertEqual(contents(self.made("b")), first)
        self.assertEqual(contents(self.made("a", LISTINGS, "--force")), first)
        self.good("verify", self.folder / "a", "--pages", PAGES)

    def test_place_of_inputs_and_working_folder(self):
        shutil.copytree(LISTINGS, self.folder / "elsewhere/listings")
        there = self.made("a", self.folder / "elsewhere/listings")
        here = self.folder / "b"
        self.good("run", "listings", "--pages", PAGES, "--out", here, "-q", cwd=self.folder / "elsewhere")
        self.assertEqual(contents(there), contents(here))
        self.assertEqual(contents(self.made("c")), contents(here))

    def test_order_of_the_input_orders_the_documents_only(self):
        """The representative is a group's earliest member, so groups that span both files may tell another origin."""
        files = sorted(LISTINGS.iterdir())
        forward = self.made("a", *files)
        backward = self.made("b", *reversed(files))
        by_title = lambda corpus: {(d["title"]["en"], d["status"], d["text"]["kk"]) for d in records(corpus / "documents.jsonl")}
        self.assertEqual(by_title(forward), by_title(backward))
        pairs = [{p["id"]: (p["translation"], p["score"], p["flags"]) for p in records(corpus / "pairs.jsonl")}
                 for corpus in [forward, backward]]
        self.assertEqual(pairs[0], pairs[1])
        for corpus, order in [(forward, files), (backward, files[::-1])]:
            names = [file.name for file in order]
            places = [(names.index(d["origin"]["file"]), d["origin"]["item"]) for d in records(corpus / "documents.jsonl")]
            self.assertEqual(places, sorted(places))
        self.good("verify", backward)

    def test_standard_input_and_compression(self):
        for listing in LISTINGS.iterdir():
            data = listing.read_bytes()
            plain = self.made(f"{listing.stem}-plain", listing)
            packed = self.write(f"{listing.stem}.gz", gzip.compress(data))
            members = self.write(f"{listing.stem}.members.gz", gzip.compress(data[:1000]) + gzip.compress(data[1000:]))
            frame = self.write(f"{listing.stem}.zst", zstd(data))
            ways = {"stdin": (["-"], data), "gzip": ([packed], b""), "members": ([members], b""), "zstd": ([frame], b""),
                    "gzip on stdin": (["-"], gzip.compress(data))}
            for name, (inputs, stdin) in ways.items():
                with self.subTest(listing=listing.name, way=name):
                    corpus = self.made(f"{listing.stem}-{name}", *inputs, stdin=stdin)
                    self.assertEqual(without_names(corpus), without_names(plain))
                    self.assertEqual((corpus / "pairs.jsonl").read_bytes(), (plain / "pairs.jsonl").read_bytes())

    @unittest.skipUnless(shutil.which("zstd"), "the zstd program is not here")
    def test_zstd_of_its_own_program(self):
        listing = min(LISTINGS.iterdir())
        packed = self.folder / "listing.zst"
        subprocess.run(["zstd", "-q", listing, "-o", packed], check=True)
        self.assertEqual(without_names(self.made("packed", packed)), without_names(self.made("plain", listing)))

    def test_single_steps(self):
        """What goes through a pipe comes out as from a file, time and again."""
        for listing in LISTINGS.iterdir():
            first = self.good("listing", listing)
            self.assertEqual(first.replace(listing.name, "-"), self.good("listing", stdin=listing.read_bytes()))
            self.assertEqual(first, self.good("listing", listing))
            self.assertEqual(len(first.splitlines()), len(self.good("listing", "-", stdin=listing.read_bytes()).splitlines()))


if __name__ == "__main__":
    main()
