"""Broken inputs: one clear message that names the place, the right exit code, nothing half-written."""
import gzip
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import unittest

from qosar_cli import ENTITY, LISTINGS, PAGES, PROGRAM, SOURCE, CliTest, contents, item, main, qosar, records

BIG = 100_000_000
GOOD = item("School opened in the village of Aksu", "A new school was opened. It has 300 places.", 1)
NOBODY = 65534
# A process with mounts of its own, which needs no root where the system lets users make namespaces.
ON_OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]
MAY_MOUNT = shutil.which("unshare") is not None and subprocess.run(
    [*ON_OWN_MOUNTS, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0


def text_commands(path):
    """Every command that reads this as text, line by line or whole."""
    return [("segment", "--lang", "kk", path), ("words", "--lang", "kk", path), ("language", path),
            ("align", path, path), ("flag", path), ("flag", "--documents", path),
            ("align", "--batch", path), ("eval", "align", path, path)]


class Usage(CliTest):
    def test_wrong_usage_is_2(self):
        for arguments, says in [
            ((), None),
            (("frobnicate",), "frobnicate"),
            (("run", "--frobnicate"), "frobnicate"),
            (("run", LISTINGS, "--pages"), "pages"),
            (("run", LISTINGS, "--out", self.folder / "c"), "pages"),
            (("run", LISTINGS, "--pages", PAGES), "out"),
            (("run", "--pages", PAGES, "--out", self.folder / "c"), "listing"),
            (("run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c", "--threads", "many"), "threads"),
            (("run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c", "--threads", "-1"), "threads"),
            (("run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c", "--progress", "loud"), "loud"),
            (("run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c", "--max-error-rate", "nan"), "max-error-rate"),
            (("run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c", "--input-format", "pdf"), "pdf"),
            (("listing", "--input-format", "pdf", LISTINGS), "pdf"),
            (("segment",), "lang"),
            (("segment", "--lang", "kk", "--format", "pdf"), "pdf"),
            (("segment", "--lang", "kk", "a", "b"), "file"),
            (("segment", "--lang", "kk", "--without", "spaces"), "spaces"),
            (("eval", "segment", "a"), "--lang"),
            (("eval", "segment", "a", "b", "--lang", "kk"), "--lang"),
            (("align", "a"), "two"),
            (("align", "a", "b", "--format", "pdf"), "pdf"),
            (("align", "a", "b", "--batch", "c"), "batch"),
            (("flag", "--role", "footer"), "footer"),
            (("flag", "--prior", "7"), "prior"),
            (("page",), "address"),
            (("page", ENTITY + "1"), "pages"),
            (("verify",), "corpus"),
            (("verify", "a", "b"), "corpus"),
            (("eval", "align", "a"), "needed"),
            (("eval", "weather", "a", "b"), "weather"),
        ]:
            with self.subTest(arguments=arguments):
                if says is None:
                    done = qosar(*arguments)
                    self.assertEqual((done.returncode, done.stdout), (2, b""))
                    self.assertIn(b"Usage", done.stderr)
                else:
                    self.assertEqual(self.refused(2, says, *arguments).stdout, b"")
        self.nothing_left(self.folder / "c")

    def test_help_is_0_and_has_an_example(self):
        for command in ["run", "listing", "page", "language", "segment", "words", "lexicon", "align", "flag", "verify", "eval"]:
            self.assertIn("Example:", self.good(command, "--help"))

class TextFiles(CliTest):
    def test_not_utf8_names_file_and_line(self):
        path = self.write("broken.txt", b"good line\nbad \xd0\x20 line\n")
        for command in text_commands(path):
            with self.subTest(command=command[:2]):
                line = [] if command[0] in ("segment", "eval") or "--batch" in command else [":2"]
                first_line_is_bad = command[0] == "flag" or "--batch" in command
                self.assertEqual(self.refused(1, [path] + ([] if first_line_is_bad else line), *command).stdout, b"")

    def test_not_utf8_on_standard_input(self):
        for command in [("segment", "--lang", "kk"), ("words", "--lang", "kk"), ("language",), ("flag",)]:
            self.refused(1, "UTF-8", *command, stdin=b"\xff\xfe\n")

    def test_gold_sentences_that_are_none(self):
        gold = self.write("gold.jsonl", '{"id":"a","text":"Bir. Eki.","ends_cp":[4,9]}\n')
        for name, data, where in [("broken.jsonl", '{"id":"a","text":\n', ":1"), ("text.conllu", "1\tBir\n", ":1"),
                                  ("other.jsonl", '\n{"id":"a","text":"Bir","sentences":["Eki"]}\n', ":2")]:
            path = self.write(name, data)
            self.refused(1, f"{path}{where}", "eval", "segment", path, "--lang", "kk")
        stranger = self.write("stranger.jsonl", '{"id":"b","ends_cp":[1]}\n')
        self.refused(1, f"{stranger}:1", "eval", "segment", gold, stranger)
        self.refused(1, "'a'", "eval", "segment", gold, self.write("none.jsonl", ""))

    def test_one_line_of_100_mb_is_cut_in_constant_memory(self):
        sanitized = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()  # needs room for its shadow, and time
        piece = "Ол келді. Бұл – т.б. адам. ".encode() * 1000
        pieces = (10_000_000 if sanitized else 100_000_000) // len(piece)
        path = self.folder / "line.txt"
        with open(path, "wb") as line:
            for _ in range(pieces):
                line.write(piece)
        limit = "" if sanitized else "ulimit -v 350000;"
        done = subprocess.run(["bash", "-c", f"{limit} exec '{PROGRAM}' segment --lang kk '{path}'"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 2000 * pieces)

    def test_empty_file_gives_nothing(self):
        path = self.write("empty.txt", "")
        for command in text_commands(path):
            with self.subTest(command=command[:2]):
                done = qosar(*command)
                self.assertEqual(done.returncode, 0)
                if command[0] != "eval":
                    self.assertEqual(done.stdout, b"")

    def test_nul_bytes_are_data(self):
        path = self.write("nul.txt", b"Bir\0eki. Ush.\n")
        for command in [("segment", "--lang", "kk", "--format", "jsonl", path), ("words", "--lang", "kk", path),
                        ("language", path), ("align", path, path)]:
            with self.subTest(command=command[0]):
                self.good(*command)
        pairs = self.write("pairs.tsv", b"One\0two.\tBir\0eki.\n")
        self.assertEqual(json.loads(self.good("flag", pairs))["line"], 1)

    def test_folder_in_place_of_a_file(self):
        for command in text_commands(self.folder)[:-1]:
            with self.subTest(command=command[:2]):
                self.refused(1, [self.folder, "folder"], *command)

    def test_missing_file(self):
        path = self.folder / "nowhere.txt"
        for command in text_commands(path) + [("listing", path)]:
            with self.subTest(command=command[:2]):
                self.refused(1, path, *command)

    def test_closed_standard_input(self):
        for command in [("listing",), ("segment", "--lang", "kk"), ("words", "--lang", "kk"), ("language",), ("flag",),
                        ("align", "-", self.write("a.en", "One.\n")), ("flag", "--documents", "-"), ("align", "--batch", "-")]:
            with self.subTest(command=command[:2]):
                done = subprocess.run([PROGRAM, *map(str, command)], capture_output=True, timeout=60,
                                      preexec_fn=lambda: os.close(0))
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                self.assertRegex(done.stderr.decode(), r"\Aqosar: .*standard input.*\n\Z")

    def test_bad_pairs_name_the_line(self):
        path = self.write("pairs.tsv", "One.\tБір.\nno tab here\n")
        self.refused(1, f"{path}:2", "flag", path)

    def test_bad_documents_name_the_line(self):
        good = json.dumps({"title": {"en": "A", "kk": "Ә"}, "text": {"en": "B.", "kk": "Б."}}, ensure_ascii=False)
        for bad in ["{", "[]", "7", "", '{"title":"flat"}', "[" * 200_000, '{"title":' * 200_000]:
            with self.subTest(bad=bad[:12]):
                path = self.write("documents.jsonl", good + "\n" + bad + "\n")
                self.refused(1, f"{path}:2", "flag", "--documents", path)

    def test_bad_ladders_name_the_line(self):
        gold = self.write("gold.ladder", "[0]:[0]:1\n")
        for bad in ["nonsense", "[0]", "[0]:0", "[0]:[1]:x", "[a]:[0]:1", "[-1]:[0]", "[0:[0]:1", "[0]:[0]:0.5 x",
                    "[99999999999999999999999]:[0]:1"]:
            with self.subTest(bad=bad):
                path = self.write("bad.ladder", "[0]:[0]:1\n" + bad + "\n")
                self.refused(1, f"{path}:2", "eval", "align", gold, path)
                self.refused(1, f"{path}:2", "eval", "align", path, gold)
        huge = self.write("huge.ladder", "[18446744073709551615]:[9999999999999]:1\n")
        self.good("eval", "align", gold, huge)

    def test_gold_folder_without_its_ladders(self):
        self.write("gold/1.gold", "[0]:[0]:1\n")
        (self.folder / "proposed").mkdir()
        self.refused(1, "1.gold", "eval", "align", self.folder / "gold", self.folder / "proposed")

    def test_bad_jobs_name_the_line(self):
        a = self.write("a.en", "One.\n")
        jobs = self.write("jobs.tsv", f"{a}\t{a}\t{self.folder}/1.ladder\n{a}\t{a}\n")
        self.refused(1, f"{jobs}:2", "align", "--batch", jobs)
        jobs.write_text(f"{a}\t{self.folder}/none\t{self.folder}/2.ladder\n")
        self.refused(1, self.folder / "none", "align", "--batch", jobs)
        self.assertFalse((self.folder / "2.ladder").exists())

    def test_ladder_that_cannot_be_put_in_its_place(self):
        a = self.write("a.en", "One.\n")
        (self.folder / "taken.ladder").mkdir()
        for place in ["taken.ladder", "nowhere/1.ladder", "a.en/1.ladder"]:
            with self.subTest(place=place):
                self.refused(1, str(self.folder / place).removesuffix("/1.ladder"), "align", "--batch",
                             self.write("jobs.tsv", f"{a}\t{a}\t{self.folder}/{place}\n"))
                self.assertEqual(sorted(os.listdir(self.folder)), ["a.en", "jobs.tsv", "taken.ladder"])

    def test_ladder_that_exists_is_replaced_whole(self):
        a = self.write("a.en", "One.\n")
        old = self.write("1.ladder", "an old ladder that is longer than the new one\n")
        self.assertEqual(qosar("align", "--batch", self.write("jobs.tsv", f"{a}\t{a}\t{old}\n")).returncode, 0)
        self.assertRegex(old.read_text(), r"\A\[0\]:\[0\]:0\.\d+\n\Z")


class Listings(CliTest):
    def run_over(self, data, *more, code=0):
        path = self.write("in/listing.txt", data)
        out = self.folder / "corpus"
        shutil.rmtree(out, ignore_errors=True)
        (self.folder / "pages").mkdir(exist_ok=True)
        done = qosar("run", path, "--pages", self.folder / "pages", "--out", out, "-q", *more)
        self.assertEqual((done.returncode, done.stderr), (code, b""))
        self.good("verify", out)
        return out

    def check_reject(self, data, reason, documents=2):
        out = self.run_over(data)
        self.assertEqual([r["reason"] for r in records(out / "rejects.jsonl")], [reason])
        self.assertEqual(len(records(out / "documents.jsonl")), documents)
        reject = records(out / "rejects.jsonl")[0]
        self.assertGreater(reject["origin"]["end"], reject["origin"]["start"])

    def test_damaged_items_become_rejects_and_the_others_stay(self):
        after = item("Bridge over the river Tobol was repaired", "Builders repaired the bridge in May.", 2)
        broken = item("Clinic opened in the city of Semey", "BROKEN text of the clinic.", 3).encode()
        for damage, reason in [(b"\xff\xd0", "not_utf8"), (b"\0\0", "nul_bytes")]:
            with self.subTest(reason=reason):
                self.check_reject(GOOD.encode() + broken.replace(b"BROKEN", damage) + after.encode(), reason)

    def test_100_mb_line_becomes_a_reject_and_is_an_error_elsewhere(self):
        path = self.folder / "in/listing.txt"
        path.parent.mkdir()
        with open(path, "wb") as out:
            out.write(GOOD.encode() + b"Clinic opened in the city of Semey\n01.02.2026\n")
            for _ in range(BIG // 1_000_000):
                out.write(b"long line " * 100_000)
            out.write(b"\n" + item("Bridge over the river Tobol was repaired", "Builders repaired it.", 2).encode())
        self.addCleanup(lambda: path.unlink(missing_ok=True))
        (self.folder / "pages").mkdir()
        corpus = self.corpus(self.folder / "corpus", path, "--pages", self.folder / "pages")
        self.assertEqual([r["reason"] for r in records(corpus / "rejects.jsonl")], ["line_too_long"])
        self.assertEqual(len(records(corpus / "documents.jsonl")), 2)
        done = qosar("listing", path)
        self.assertEqual((done.returncode, done.stdout.count(b"\n")), (0, 2))
        self.assertIn(b"line_too_long", done.stderr)
        for command in text_commands(path)[1:]:
            with self.subTest(command=command[:2]):
                self.refused(1, path, *command)
        self.good("segment", "--lang", "kk", path, stdout=subprocess.DEVNULL)  # which reads a text, not lines

    def test_100_mb_line_through_compression_and_standard_input(self):
        line = GOOD.encode() + b"Clinic opened in the city of Semey\n01.02.2026\n" + b"long line " * (BIG // 10) + b"\n"
        packed = self.write("in.gz", gzip.compress(line, 1))
        self.assertLess(packed.stat().st_size, 1_000_000)
        (self.folder / "pages").mkdir()
        for name, inputs, stdin in [("packed", packed, b""), ("stdin", "-", line)]:
            with self.subTest(name=name):
                corpus = self.corpus(self.folder / name, inputs, "--pages", self.folder / "pages", stdin=stdin)
                self.assertEqual([r["reason"] for r in records(corpus / "rejects.jsonl")], ["line_too_long"])
                self.assertEqual(len(records(corpus / "documents.jsonl")), 1)

    def test_files_that_are_no_listings_are_all_rejects(self):
        for name, data in [("UTF-16", GOOD.encode("utf-16")), ("random", random.Random(1).randbytes(100_000)),
                           ("NULs", bytes(100_000)), ("KOI8", "Привет\n01.02.2026\nТекст\n".encode("koi8-r") * 3)]:
            with self.subTest(name=name):
                out = self.run_over(data)
                self.assertEqual((out / "documents.jsonl").read_bytes(), b"")
                reasons = {reject["reason"] for reject in records(out / "rejects.jsonl")}
                self.assertTrue(reasons and reasons <= {"not_utf8", "nul_bytes", "text_without_title", "unknown_kind"}, reasons)

    def test_empty_listing_gives_an_empty_sound_corpus(self):
        out = self.run_over(b"")
        self.assertEqual((out / "documents.jsonl").read_bytes(), b"")

    def test_odd_listings_never_crash(self):
        for data in [b"\n\n\n", b"01.02.2026\n", b"Source : \n", b"Title\n", b"\xef\xbb\xbf" + GOOD.encode(),
                     GOOD.replace("\n", "\r\n").encode(), GOOD.rstrip("\n").encode(), b"More\nMore\nNews\n",
                     "‮evil\n01.02.2026\nText.\n".encode(), b"A 99.99.9999\nB\n", b"Title 01.02.2026"]:
            with self.subTest(data=data[:20]):
                self.run_over(data)

    def test_folder_of_files_in_folders(self):
        self.write("in/a/one.txt", GOOD)
        self.write("in/b/c/two.txt", item("Bridge over the river Tobol was repaired", "Builders repaired it.", 2))
        (self.folder / "pages").mkdir()
        corpus = self.corpus(self.folder / "corpus", self.folder / "in", "--pages", self.folder / "pages")
        self.assertEqual([d["origin"]["file"] for d in records(corpus / "documents.jsonl")],
                         ["a/one.txt", "b/c/two.txt"])

    def test_folder_without_files(self):
        (self.folder / "in").mkdir()
        self.refused(1, "no listing", "run", self.folder / "in", "--pages", PAGES, "--out", self.folder / "c")
        self.nothing_left(self.folder / "c")

    def test_missing_inputs(self):
        out = self.folder / "c"
        self.refused(1, "nowhere.txt", "run", self.folder / "nowhere.txt", "--pages", PAGES, "--out", out)
        self.refused(1, "nowhere", "run", LISTINGS, "--pages", self.folder / "nowhere", "--out", out)
        self.refused(1, "listing", "run", LISTINGS, "--pages", self.write("listing.txt", GOOD), "--out", out)
        self.refused(2, "nowhere", "run", LISTINGS, "--pages", PAGES, "--out", out, "--languages", self.folder / "nowhere")
        self.nothing_left(out)

    def test_missing_store_elsewhere(self):
        (self.folder / "empty").mkdir()
        made = self.corpus(self.folder / "c", self.write("none.txt", ""), "--pages", self.folder / "empty")
        for store in [self.folder / "nowhere", self.folder / "none.txt"]:
            with self.subTest(store=store.name):
                self.refused(1, [store, "page store"], "page", ENTITY + "1", "--pages", store)
                self.refused(1, [store, "page store"], "verify", made, "--pages", store)

    def test_cut_short_and_damaged_compression(self):
        whole = gzip.compress(GOOD.encode() * 200)
        flipped = bytearray(whole)
        flipped[len(whole) // 2] ^= 0xFF
        for data in [whole[:len(whole) // 2], whole[:-1], whole[:5], bytes(flipped), b"\x28\xb5\x2f\xfd\x04"]:
            with self.subTest(size=len(data)):
                path = self.write("in.gz", data)
                self.refused(1, path, "run", path, "--pages", PAGES, "--out", self.folder / "c")
                self.refused_listing(path)
                self.nothing_left(self.folder / "c")

    def refused_listing(self, path):
        done = qosar("listing", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(path).encode(), done.stderr)

    def test_too_many_rejects(self):
        path = self.write("in.txt", GOOD.encode() + item("Clinic opened in the city of Semey", "x").encode().replace(b"x", b"\xff"))
        self.refused(1, "max-error-rate", "run", path, "--pages", PAGES, "--out", self.folder / "c",
                     "--max-error-rate", "0.4")
        self.nothing_left(self.folder / "c")


class Pages(CliTest):
    def status_of(self, name, data, *more):
        """Status and problem of the one document whose page this is."""
        listing = self.write("listing.txt", GOOD)
        shutil.rmtree(self.folder / "pages", ignore_errors=True)
        self.write(f"pages/test/{name}", data)
        out = self.folder / "corpus"
        corpus = self.corpus(out, listing, "--pages", self.folder / "pages", "--force", *more)
        document, = records(corpus / "documents.jsonl")
        self.good("verify", out, "--pages", self.folder / "pages")
        page = json.loads(self.good("page", ENTITY + "1?lang=kk", "--pages", self.folder / "pages"))
        self.assertEqual(page["place"], f"test/{name}")
        return document["status"], document["page"]["problem"]

    def test_unusable_pages_say_why(self):
        deep = 1_000_000
        for name, data, says in [
            ("1.kk.json", "", "JSON"),
            ("1.kk.json", '{"body": "<p>Мектеп', "JSON"),
            ("1.kk.json", "[]", "no article"),
            ("1.kk.json", "null", "no article"),
            ("1.kk.json", '{"body": {"a": 1}, "title": [2]}', "text"),
            ("1.kk.json", "[" * deep, "JSON"),
            ("1.kk.json", "[" * deep + "]" * deep, "article"),
            ("1.kk.json", '{"content":' * deep + "1" + "}" * deep, "article"),
            ("1.kk.json", json.dumps({"title": "A", "body": "<b>" * deep + "x"}), "nest"),
            ("1.kk.html", "<b>" * deep, "nest"),
            ("1.kk.html", "<p>" + "<div>" * deep + "text", "nest"),
            ("1.kk.html", "", "no text"),
            ("1.kk.html", b"\0" * 1000, "no text"),
            ("1.kk.txt", "", "no text"),
            ("1.kk.txt", "\n \n\t\n", "no text"),
        ]:
            with self.subTest(name=name, data=data[:20]):
                status, problem = self.status_of(name, data)
                self.assertEqual(status, "page_unusable")
                self.assertIn(says, problem)

    def test_huge_page(self):
        status, problem = self.status_of("1.kk.txt", "Мектеп ашылды. " * 1_000_000)
        self.assertEqual(status, "page_unusable")
        self.assertIn("16777216", problem)
        status, _ = self.status_of("1.kk.txt", "Мектеп\n" + "Мектеп ашылды. " * 100, "--max-page-bytes", "1000")
        self.assertEqual(status, "page_unusable")

    def test_odd_bytes_still_give_text(self):
        for name, data in [("1.kk.txt", b"Title\n\xff\xfe\xd0 text.\n"), ("1.kk.html", b"<p>\xff\0 text here.</p>"),
                           ("1.kk.json", b'{"title":"A","body":"<p>\xff text.</p>"}')]:
            with self.subTest(name=name):
                self.assertIn(self.status_of(name, data)[0], ["paired", "page_unusable"])

    def test_folder_in_place_of_a_page(self):
        (self.folder / "pages/test/1.kk.json").mkdir(parents=True)
        corpus = self.corpus(self.folder / "c", self.write("in.txt", GOOD), "--pages", self.folder / "pages")
        self.assertEqual(records(corpus / "documents.jsonl")[0]["status"], "page_unusable")

    def test_address_that_leads_out_of_the_store(self):
        self.write("secret.kk.txt", "Құпия\nҚұпия мәтін.")
        (self.folder / "pages").mkdir()
        for url in ["https://www.gov.kz/memleket/entities/../../secret", "https://x.kz/..%2f..%2fsecret",
                    "file:///etc/passwd", "https:///secret", "https://../secret"]:
            done = qosar("page", url, "--pages", self.folder / "pages")
            self.assertEqual(done.returncode, 0)
            self.assertEqual(json.loads(done.stdout)["status"], "missing")
        self.refused(1, "no web address", "page", "key", "not an address")


class Places(CliTest):
    def test_corpus_that_exists_stays_without_force(self):
        out = self.corpus(self.folder / "c", LISTINGS, "--pages", PAGES)
        before = contents(out)
        self.refused(1, [out, "--force"], "run", self.write("in.txt", GOOD), "--pages", PAGES, "--out", out)
        self.assertEqual(contents(out), before)
        self.corpus(out, self.folder / "in.txt", "--pages", PAGES, "--force")
        self.assertEqual(len(records(out / "documents.jsonl")), 1)
        self.assertEqual(sorted(os.listdir(self.folder)), ["c", "in.txt"])

    def test_foreign_folder_or_file_stays_even_with_force(self):
        for place in ["diary/monday.txt", "site/manifest.json", "file"]:
            self.write(place, '{"name": "mine"}')
            out = self.folder / place.split("/")[0]
            for force in [(), ("--force",)]:
                with self.subTest(place=place, force=force):
                    self.refused(1, out, "run", LISTINGS, "--pages", PAGES, "--out", out, *force)
                    self.assertEqual((self.folder / place).read_text(), '{"name": "mine"}')
                    self.assertFalse(os.path.exists(f"{out}.part"))

    def test_foreign_folder_with_the_name_of_unfinished_work_stays(self):
        mine = self.write("c.part/diary.txt", "mine")
        self.refused(1, "c.part", "run", LISTINGS, "--pages", PAGES, "--out", self.folder / "c")
        self.assertEqual(mine.read_text(), "mine")
        self.assertFalse((self.folder / "c").exists())

    def test_empty_folder_is_filled(self):
        (self.folder / "c").mkdir()
        self.good("verify", self.corpus(f"{self.folder}/c/", LISTINGS, "--pages", PAGES))

    def test_place_below_a_file(self):
        path = self.write("file", "x")
        self.refused(1, path, "run", LISTINGS, "--pages", PAGES, "--out", path / "c")

    def test_verify_of_what_is_no_corpus(self):
        self.refused(1, "nowhere", "verify", self.folder / "nowhere")
        self.refused(1, "manifest", "verify", self.folder)
        self.refused(1, "in.txt", "verify", self.write("in.txt", "x"))
        for text in ["", "{", "[]", "7", '{"format":"other/1"}', '{"format":7}', "[" * 1_000_000]:
            with self.subTest(text=text[:10]):
                self.write("m/manifest.json", text)
                for name in ["documents", "pairs", "evidence", "rejects"]:
                    self.write(f"m/{name}.jsonl", "")
                self.write("m/README.md", "")
                self.refused(1, "manifest", "verify", self.folder / "m")


class FullDisk(CliTest):
    def test_file_size_limit_while_running(self):
        whole = self.corpus(self.folder / "whole", LISTINGS, "--pages", PAGES)
        sizes = sorted({path.stat().st_size for path in whole.iterdir()} - {0})
        for limit in [0, 100, *[size - 1 for size in sizes]]:
            def full(limit=limit):
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with self.subTest(limit=limit):
                out = self.folder / "c"
                done = self.refused(1, str(out), "run", LISTINGS, "--pages", PAGES, "--out", out, "-q", preexec_fn=full)
                self.assertIn(b"cannot", done.stderr)
                self.nothing_left(out)

    @unittest.skipUnless(MAY_MOUNT, "no user namespace may be made here, so no small disk to fill")
    def test_disk_that_is_really_full(self):
        """A disk of a few pages, mounted for this process alone; the corpus needs more at one stage or another."""
        need = sum(path.stat().st_size for path in self.corpus(self.folder / "whole", LISTINGS, "--pages", PAGES).iterdir())
        disk = self.folder / "disk"
        disk.mkdir()
        for size in [4096, 32_768, 131_072, need // 2, need - 8192]:
            with self.subTest(size=size):
                script = 'mount -t tmpfs -o size="$1" none "$2" && shift && cd "$1" && shift && "$@"; code=$?; ls -A; exit $code'
                done = subprocess.run([*ON_OWN_MOUNTS, "sh", "-c", script, "sh", str(size), str(disk), PROGRAM, "run", str(LISTINGS),
                                       "--pages", str(PAGES), "--out", "c", "-q"], capture_output=True, timeout=120)
                self.assertEqual((done.returncode, done.stdout), (1, b""), done.stderr)
                self.assertRegex(done.stderr.decode(), r"\Aqosar: cannot .*c\.part.*No space left on device\n\Z")

    def test_file_size_limit_in_a_batch(self):
        a = self.write("a.en", "One is here.\nTwo is here.\n" * 20)
        jobs = self.write("jobs.tsv", f"{a}\t{a}\t{self.folder}/x.ladder\n")
        self.refused(1, "x.ladder", "align", "--batch", jobs,
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)))
        self.nothing_left(self.folder / "x.ladder")

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full here")
    def test_full_standard_output(self):
        corpus = self.corpus(self.folder / "c", LISTINGS, "--pages", PAGES)
        gold = SOURCE / "corpora/sample/gold/1152310"
        for command in [("--help",), ("--version",), ("listing", LISTINGS), ("listing", LISTINGS, "--explain"),
                        ("segment", "--lang", "kk", f"{gold}.kk"), ("words", "--lang", "kk", f"{gold}.kk"),
                        ("language", f"{gold}.kk"), ("align", f"{gold}.en", f"{gold}.kk"), ("flag", "--list"),
                        ("page", "key", ENTITY + "1"), ("verify", corpus),
                        ("eval", "align", f"{gold}.gold", f"{gold}.gold")]:
            with self.subTest(command=command[:2]), open("/dev/full", "wb") as full:
                self.refused(1, "cannot write", *command, stdout=full)


class Unreadable(CliTest):
    """Root may read anything, so where the tests run as root the program runs as nobody, from a place open to all."""

    def setUp(self):
        super().setUp()
        os.chmod(self.folder, 0o755)
        shutil.copy(PROGRAM, self.folder / "program")
        shutil.copytree(PAGES, self.folder / "pages")
        shutil.copytree(LISTINGS, self.folder / "listings")
        subprocess.run(["chmod", "-R", "a+rX", self.folder], check=True)
        (self.folder / "open").mkdir()
        os.chmod(self.folder / "open", 0o777)
        self.addCleanup(subprocess.run, ["chmod", "-R", "u+rwX", self.folder])  # so that it can be removed

    def as_nobody(self, *arguments):
        nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run([self.folder / "program", *map(str, arguments)], capture_output=True, timeout=60, **nobody)

    def check(self, path, *arguments):
        done = self.as_nobody(*arguments)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(str(path).encode(), done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        self.assertEqual(list((self.folder / "open").iterdir()), [])

    def test_text(self):
        path = self.write("closed.txt", "x\ty\n")
        os.chmod(path, 0)
        for command in text_commands(path) + [("listing", path)]:
            with self.subTest(command=command[:2]):
                self.check(path, *command)

    def test_listing(self):
        """One that the user named ends the run; one found in a folder is a reject."""
        path = sorted((self.folder / "listings").iterdir())[0]
        os.chmod(path, 0)
        self.check(path, "run", path, "--pages", self.folder / "pages", "--out", self.folder / "open/c")
        done = self.as_nobody("run", self.folder / "listings", "--pages", self.folder / "pages", "--out", self.folder / "open/c", "-q")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        rejects = [(r["reason"], r["origin"]["file"]) for r in records(self.folder / "open/c/rejects.jsonl")]
        self.assertEqual(rejects, [("unreadable_file", path.name)])

    def test_folder_of_listings(self):
        os.chmod(self.folder / "listings", 0)
        self.check("listings", "run", self.folder / "listings", "--pages", self.folder / "pages", "--out", self.folder / "open/c")

    def test_page_is_unusable(self):
        os.chmod(self.folder / "pages/edu/1152310.kk.json", 0)
        done = self.as_nobody("run", self.folder / "listings", "--pages", self.folder / "pages", "--out", self.folder / "open/c", "-q")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        document, = [d for d in records(self.folder / "open/c/documents.jsonl")
                     if d["page"] and "/1152310" in d["page"]["url"]]
        self.assertEqual(document["status"], "page_unusable")

    def test_store_that_may_not_be_entered(self):
        os.chmod(self.folder / "pages", 0)
        done = self.as_nobody("run", self.folder / "listings", "--pages", self.folder / "pages", "--out", self.folder / "open/c", "-q")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual({d["page"]["problem"] != "" for d in records(self.folder / "open/c/documents.jsonl") if d["page"]}, {True})

    def test_corpus(self):
        made = self.corpus(self.folder / "c", LISTINGS, "--pages", PAGES)
        for name in ["manifest.json", "pairs.jsonl"]:
            os.chmod(made / name, 0)
            self.check(name, "verify", made)
            os.chmod(made / name, 0o644)

    def test_place_that_may_not_be_written(self):
        (self.folder / "shut").mkdir()
        os.chmod(self.folder / "shut", 0o555)
        self.check("shut", "run", self.folder / "listings", "--pages", self.folder / "pages", "--out", self.folder / "shut/c")


if __name__ == "__main__":
    main()
