"""`verify` passes a sound corpus and notices every damage, also one with the hashes made anew."""
import hashlib
import json
import random
import shutil

from qosar_cli import FILES, LISTINGS, PAGES, CliTest, main, qosar, records

DAMAGES = 150
SEED = 20260201


def flip(data, place):
    place %= len(data)
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


def drop(data, place):
    lines = data.splitlines(keepends=True)
    del lines[place % len(lines)]
    return b"".join(lines)


def swap(data, place):
    lines = data.splitlines(keepends=True)
    a, b = place % len(lines), (place // 7 + 1) % len(lines)
    lines[a], lines[b] = lines[b], lines[a]
    return b"".join(lines)


def truncate(data, place):
    return data[:place % (len(data) - 1)]


def drop_byte(data, place):
    place %= len(data)
    return data[:place] + data[place + 1:]


def checked_part(manifest):
    """Bytes of a manifest that speak of the corpus; the rest tells of the run, and nothing in the corpus can prove it."""
    begin, end = manifest.index(b'"counts"'), manifest.index(b'"run"')
    return begin, manifest.rindex(b"}", begin, end)


class Verify(CliTest):
    def setUp(self):
        super().setUp()
        self.sound = self.corpus(self.folder / "sound", LISTINGS, "--pages", PAGES)
        self.damaged = self.folder / "damaged"
        shutil.copytree(self.sound, self.damaged)

    def notices(self, what, *more):
        done = qosar("verify", self.damaged, *more)
        self.assertEqual(done.returncode, 1, what)
        self.assertIn(str(self.damaged).encode(), done.stderr, what)
        self.assertEqual(done.stderr.count(b"\n"), 1, what)
        return done.stdout.decode()

    def restore(self, name):
        shutil.copyfile(self.sound / name, self.damaged / name)

    def test_sound_corpus_passes(self):
        self.assertIn("sound", self.good("verify", self.sound))
        self.assertIn("sound", self.good("verify", self.sound, "--pages", PAGES))

    def test_every_damage_is_noticed(self):
        chance = random.Random(SEED)
        done = 0
        while done < DAMAGES:
            name = FILES[done % len(FILES)]
            data = (self.sound / name).read_bytes()
            damage = chance.choice([flip, flip, drop, swap, truncate, drop_byte])
            place = chance.randrange(1 << 40)
            if name == "manifest.json":
                begin, end = checked_part(data)
                bad = data[:begin] + chance.choice([flip, truncate])(data[begin:end], place) + data[end:]
            elif not data:
                bad = b"{}\n"
            else:
                bad = damage(data, place)
            if bad != data:
                (self.damaged / name).write_bytes(bad)
                with self.subTest(name=name, damage=damage.__name__, place=place):
                    self.notices((name, damage.__name__, place))
                self.restore(name)
            done += 1

    def test_missing_and_added_files(self):
        for name in FILES:
            with self.subTest(name=name):
                (self.damaged / name).unlink()
                self.refused_with(name)
                self.restore(name)
        (self.damaged / "README.md").unlink()
        (self.damaged / "README.md").mkdir()
        self.notices("README.md is a folder")

    def refused_with(self, name):
        done = qosar("verify", self.damaged)
        self.assertEqual(done.returncode, 1)
        self.assertIn(name, (done.stdout + done.stderr).decode())

    def test_page_that_changed(self):
        shutil.copytree(PAGES, self.folder / "pages")
        page = self.folder / "pages/edu/1152310.kk.json"
        page.write_bytes(page.read_bytes() + b" ")
        shutil.copytree(self.sound, self.damaged, dirs_exist_ok=True)
        self.assertIn("edu/1152310.kk.json", self.notices("page", "--pages", self.folder / "pages"))
        page.unlink()
        self.assertIn("edu/1152310.kk.json", self.notices("page", "--pages", self.folder / "pages"))

    def edit(self, name, number, change):
        """Edits one record of the damaged corpus."""
        all_records = records(self.damaged / name)
        change(all_records[number])
        lines = (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in all_records)
        (self.damaged / name).write_text("".join(lines), encoding="utf-8")

    def renew_hashes(self, change=lambda manifest: None):
        path = self.damaged / "manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        change(manifest)
        for name, facts in manifest["files"].items():
            data = (self.damaged / name).read_bytes()
            facts.update(bytes=len(data), lines=data.count(b"\n"), sha256=hashlib.sha256(data).hexdigest())
        path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def test_records_written_by_another_hand_pass(self):
        """The editing alone is no damage."""
        self.edit("pairs.jsonl", 0, lambda pair: None)
        self.renew_hashes()
        self.good("verify", self.damaged)

    def test_edits_with_new_hashes_are_noticed(self):
        pairs = records(self.sound / "pairs.jsonl")
        flagged = next(i for i, pair in enumerate(pairs) if pair["flags"])
        clean = next(i for i, pair in enumerate(pairs) if not pair["flags"] and pair["role"] == "body")
        documents = records(self.sound / "documents.jsonl")
        paired = next(i for i, document in enumerate(documents) if document["status"] == "paired")
        duplicated = next(i for i, document in enumerate(documents) if document["duplicates"])
        evidence = records(self.sound / "evidence.jsonl")
        explained = next(i for i, record in enumerate(evidence) if record["flags"])

        def put(*path):
            *way, last, value = path

            def change(record):
                for key in way:
                    record = record[key]
                record[last] = value(record[last]) if callable(value) else value
            return change

        edits = [
            ("pairs.jsonl", clean, put("translation", "en", lambda text: text + ".")),
            ("pairs.jsonl", clean, put("translation", "kk", lambda text: text.upper())),
            ("pairs.jsonl", clean, put("flags", ["number_conflict"])),
            ("pairs.jsonl", clean, put("quality", "error")),
            ("pairs.jsonl", clean, put("sentences", "kk", lambda numbers: numbers + [numbers[-1] + 1])),
            ("pairs.jsonl", clean, put("bead", "3-1")),
            ("pairs.jsonl", clean, put("id", "p_00000000000000000000000000000000")),
            ("pairs.jsonl", clean, put("index", lambda index: index + 1)),
            ("pairs.jsonl", clean, put("role", "headline")),
            ("pairs.jsonl", clean, put("document", "d_00000000000000000000000000000000")),
            ("pairs.jsonl", clean, put("score", lambda score: score / 2)),
            ("pairs.jsonl", clean, put("score", 1.5)),
            ("pairs.jsonl", clean, put("score", "high")),
            ("pairs.jsonl", clean, put("url", "https://example.org/")),
            ("pairs.jsonl", clean, put("date", "1999-01-01")),
            ("pairs.jsonl", clean, put("sections", ["Sport"])),
            ("pairs.jsonl", clean, lambda pair: pair.pop("date")),
            ("pairs.jsonl", flagged, put("flags", [])),
            ("documents.jsonl", paired, put("text", "en", lambda text: text[1:])),
            ("documents.jsonl", paired, put("text", "kk", lambda text: text[1:])),
            ("documents.jsonl", paired, put("title", "kk", lambda text: text + "!")),
            ("documents.jsonl", paired, put("status", "headline_only")),
            ("documents.jsonl", paired, put("status", "page_missing")),
            ("documents.jsonl", paired, put("status", "splendid")),
            ("documents.jsonl", paired, put("counts", "pairs", lambda number: number + 1)),
            ("documents.jsonl", paired, put("counts", "sentences", "en", lambda number: number + 1)),
            ("documents.jsonl", paired, put("counts", "beads", {})),
            ("documents.jsonl", paired, put("beads", lambda beads: beads[:-1])),
            ("documents.jsonl", paired, put("beads", [])),
            ("documents.jsonl", paired, put("sentences", "kk", lambda ranges: ranges[1:])),
            ("documents.jsonl", paired, put("sentences", "kk", 1, 0, lambda start: start - 3)),
            ("documents.jsonl", paired, put("flags", lambda flags: flags + ["headline_all_caps"])),
            ("documents.jsonl", duplicated, put("duplicates", [])),
            ("documents.jsonl", duplicated, put("flags", [])),
            ("documents.jsonl", paired, put("source_urls", ["https://example.org/"])),
            ("evidence.jsonl", explained, put("flags", [])),
            ("evidence.jsonl", explained, put("flags", 0, "severity", "enormous")),
            ("evidence.jsonl", explained, put("id", "p_00000000000000000000000000000000")),
        ]
        for number, (name, record, change) in enumerate(edits):
            with self.subTest(number=number, name=name):
                self.edit(name, record, change)
                self.renew_hashes()
                self.notices((number, name))
            self.restore(name)
            self.restore("manifest.json")

    def test_spans_that_do_not_fit_are_noticed(self):
        evidence = records(self.sound / "evidence.jsonl")
        spanned = [i for i, record in enumerate(evidence) if any(flag["spans"] for flag in record["flags"])]
        for prefix in ["p_", "d_"]:
            number = next(i for i in spanned if evidence[i]["id"].startswith(prefix))
            for key, value in [("text", "something else"), ("start", 1_000_000), ("end", 0)]:
                with self.subTest(prefix=prefix, key=key):
                    self.edit("evidence.jsonl", number,
                              lambda record: next(f for f in record["flags"] if f["spans"])["spans"][0].update({key: value}))
                    self.renew_hashes()
                    self.notices(key)
                    self.restore("evidence.jsonl")
                    self.restore("manifest.json")

    def test_edited_counts_are_noticed(self):
        counts = json.loads((self.sound / "manifest.json").read_text(encoding="utf-8"))["counts"]
        for name, value in counts.items():
            for key in value if isinstance(value, dict) else [None]:
                with self.subTest(name=name, key=key):
                    def change(manifest):
                        table, last = (manifest["counts"], name) if key is None else (manifest["counts"][name], key)
                        table[last] += 1
                    self.renew_hashes(change)
                    self.notices((name, key))
                    self.restore("manifest.json")

    def test_hostile_records_never_crash(self):
        deep = "[" * 200_000 + "]" * 200_000
        for name in ["documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl", "manifest.json"]:
            for text in [deep, '{"flags":' + deep + "}", "{}", "null", "\0", "\xff", '{"id":7}']:
                with self.subTest(name=name, text=text[:12]):
                    (self.damaged / name).write_text(text + "\n", encoding="latin-1")
                    if name != "manifest.json":
                        self.renew_hashes()
                    self.assertEqual(qosar("verify", self.damaged).returncode, 1)
                    self.restore(name)
                    self.restore("manifest.json")
        for key in ["counts", "files", "languages", "format"]:
            with self.subTest(key=key):
                manifest = json.loads((self.sound / "manifest.json").read_text(encoding="utf-8"))
                manifest[key] = "DEEP"
                text = json.dumps(manifest).replace('"DEEP"', deep)
                (self.damaged / "manifest.json").write_text(text, encoding="utf-8")
                self.assertEqual(qosar("verify", self.damaged).returncode, 1)
        manifest = json.loads((self.sound / "manifest.json").read_text(encoding="utf-8"))
        manifest["counts"]["pairs"] = "DEEP"
        (self.damaged / "manifest.json").write_text(json.dumps(manifest).replace('"DEEP"', deep), encoding="utf-8")
        self.assertEqual(qosar("verify", self.damaged).returncode, 1)


if __name__ == "__main__":
    main()
