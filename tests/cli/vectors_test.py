"""Sentence vectors as evidence: files, and embedding services with all their faults, on a server of our own."""
import array
import hashlib
import json
import math
import os
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qosar_cli import SOURCE, CliTest, main, qosar

DIMENSION = 24
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1"


def direction(name):
    source = random.Random(hashlib.sha256(name.encode()).digest())
    return [source.gauss(0, 1) / math.sqrt(DIMENSION) for _ in range(DIMENSION)]


def texts(count=40):
    """Two texts with few words in common: every third line has a number. Every fifth line of the first stands joined with the next in the second;
    every seventh is missing there. Also what each line of both means, and the ladder."""
    source, first, second, meanings, beads = random.Random(5), [], [], ({}, {}), []
    words = lambda letters: " ".join("".join(source.choices(letters, k=6)) for _ in range(source.randint(5, 12))) + "."
    while len(first) < count:
        i = len(first)
        joined = i % 5 == 0
        number = f"{1000 + 37 * i} " if i % 3 == 0 else ""
        first += [number + words("abcdefgh")] + [words("abcdefgh") for _ in range(joined)]
        for k in range(i, len(first)):
            meanings[0][first[k]] = [k]
        if i % 7 == 3 and not joined:
            beads.append(f"[{i}]:[]")
            continue
        beads.append(f"[{','.join(map(str, range(i, len(first))))}]:[{len(second)}]")
        second.append(number + words("жзийклмн") + (" " + words("жзийклмн") if joined else ""))
        meanings[1][second[-1]] = list(range(i, len(first)))
    return first, second, {line: rows for side in meanings for line, rows in side.items()}, beads


FIRST, SECOND, MEANINGS, BEADS = texts()


def vector(line, noise=0.3):
    """What the model of these tests makes of a line."""
    sum_ = [sum(values) for values in zip(*(direction(str(k)) for k in MEANINGS.get(line, [line])))]
    length = math.sqrt(sum(v * v for v in sum_))
    own, language = direction("noise " + line), direction("kk" if line[-2:-1] in "жзийклмн" else "en")
    return [v / length + noise * n + 2 * l for v, n, l in zip(sum_, own, language)]


def floats(vectors):
    values = array.array("f")
    for one in vectors:
        values.extend(one)
    return values.tobytes()


class Service(ThreadingHTTPServer):
    """Answers `/embed` and `/v1/embeddings`; `faults` are what it does to the next requests instead."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.faults, self.requests = [], []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def texts(self):
        return [request["inputs" if "inputs" in request else "input"] for _, _, request in self.requests]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json", headers=()):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def vectors(self, request):
        if self.path.startswith("/embed"):
            return [vector(text) for text in request["inputs"]]
        data = [{"object": "embedding", "index": i, "embedding": vector(text)} for i, text in enumerate(request["input"])]
        return {"object": "list", "data": data[::-1], "model": request.get("model")}

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append((self.path, dict(self.headers), request))
        fault = self.server.faults.pop(0) if self.server.faults else None
        try:
            fault(self, request) if fault else self.answer(200, self.vectors(request))
        except OSError:
            pass  # the program has hung up


def status(code, *headers):
    return lambda handler, request: handler.answer(code, {"error": "overloaded \x1b[31m"}, headers=headers)


def says(body, kind="application/json"):
    return lambda handler, request: handler.answer(200, body, kind)


def changed(change):
    return lambda handler, request: handler.answer(200, change(handler.vectors(request)))


def stalled(handler, request):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"[[0.1,")
    handler.wfile.flush()
    time.sleep(5)


def hung_up(handler, request):
    handler.close_connection = True
    handler.connection.close()


class Vectors(CliTest):
    def setUp(self):
        super().setUp()
        self.a = self.write("a.en", "".join(line + "\n" for line in FIRST))
        self.b = self.write("b.kk", "".join(line + "\n" for line in SECOND))
        self.align = ["align", "--from", "xx", "--to", "yy", self.a, self.b]
        self.service = Service()
        self.addCleanup(self.service.server_close)
        self.addCleanup(self.service.shutdown)

    def vector_files(self, noise=0.3):
        return ["--from-vectors", self.write("a.emb", floats(vector(line, noise) for line in FIRST)),
                "--to-vectors", self.write("b.emb", floats(vector(line, noise) for line in SECOND))]

    def aligned(self, *options, command=None):
        done = qosar(*(command or self.align), *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def right(self, ladder):
        found = [line.rsplit(":", 1)[0] for line in ladder.splitlines() if not line.startswith("#")]
        return sum(bead in BEADS for bead in found) / max(len(found), len(BEADS))

    # files

    def test_good_vectors_align_what_words_cannot(self):
        without, _ = self.aligned()
        ladder, told = self.aligned(*self.vector_files())
        self.assertIn("vectors are used", told)
        self.assertGreater(self.right(ladder), self.right(without) + 0.1)
        self.assertGreater(self.right(ladder), 0.9)

    def test_explain_shows_their_part(self):
        ladder, _ = self.aligned(*self.vector_files(), "--explain")
        self.assertEqual(ladder.count("#   vectors "), sum("[]" not in bead for bead in ladder.splitlines()
                                                            if not bead.startswith("#")))
        self.assertNotIn("#   vectors", self.aligned("--explain")[0])

    def test_garbage_changes_nothing(self):
        for seed in range(5):
            source = random.Random(seed)
            noise = [self.write(name, floats([source.gauss(0, 1) for _ in range(DIMENSION)] for _ in lines))
                     for name, lines in [("x", FIRST), ("y", SECOND)]]
            ladder, told = self.aligned("--from-vectors", noise[0], "--to-vectors", noise[1])
            self.assertIn("vectors are not used", told)
            self.assertEqual(ladder, self.aligned()[0])

    def test_vecalign_overlaps(self):
        files = []
        for side, lines in [("from", FIRST), ("to", SECOND)]:
            rows = [" ".join(lines[i:i + k]) for k in (1, 2, 3) for i in range(len(lines) - k + 1)]
            meanings = [[m for line in lines[i:i + k] for m in MEANINGS[line]] for k in (1, 2, 3)
                        for i in range(len(lines) - k + 1)]
            vectors = []
            for row, meaning in zip(rows, meanings):
                MEANINGS.setdefault(row, meaning)
                vectors.append(vector(row))
            files += [f"--{side}-lines", self.write(f"{side}.txt", "".join(row + "\n" for row in rows)),
                      f"--{side}-vectors", self.write(f"{side}.emb", floats(vectors))]
        ladder, told = self.aligned(*files)
        self.assertIn("vectors are used", told)
        self.assertGreater(self.right(ladder), max(0.85, self.right(self.aligned()[0])))
        jobs = self.write("jobs", "".join(f"{self.a}\t{self.b}\t{self.folder / str(i)}\n" for i in range(2)))
        self.aligned(command=["align", "--from", "xx", "--to", "yy", "--batch", jobs, *files])
        self.assertGreater(self.right((self.folder / "1").read_text()), 0.85)
        self.write("a.en", "not among the lines\n")
        self.refused(1, ["a.en:1: there is no vector"], *self.align, *files)

    def test_batch_has_vectors_in_its_jobs(self):
        files = self.vector_files()
        row = f"{self.a}\t{self.b}\t{self.folder / 'out'}\t\t{files[1]}\t{files[3]}\n"
        batch = ["align", "--from", "xx", "--to", "yy", "--batch", self.write("jobs", row)]
        self.aligned(command=batch)
        self.assertEqual((self.folder / "out").read_text(), self.aligned(*files)[0])
        self.write("jobs", row.rsplit("\t", 1)[0] + "\t\n")
        self.refused(1, ["jobs:1", "one of the two"], *batch)

    def test_broken_files(self):
        files = self.vector_files()
        whole = files[1].read_bytes()
        nan = array.array("f", [math.nan]).tobytes()
        for data, words in [(whole[:-1], ["a.emb", "bytes are no"]), (whole[:-4], "bytes are no"), (b"", "0 bytes"),
                            (whole[:-len(whole) // len(FIRST)], "a.emb"), (nan + whole[4:], "row 1, number 1"),
                            (bytes(4 * DIMENSION) + whole[4 * DIMENSION:], "row 1 is all zero"),
                            (whole[:len(whole) // 2], ["of one model"])]:
            self.write("a.emb", data)
            self.refused(1, words, *self.align, *files)
        self.write("a.emb", whole)
        self.refused(1, "of 7 numbers", *self.align, *files, "--vector-dimension", 7)
        self.refused(1, "missing.emb", *self.align, "--from-vectors", "missing.emb", *files[2:])
        self.refused(1, "no regular file", *self.align, "--from-vectors", self.folder, *files[2:])
        self.aligned(*files, "--vector-dimension", DIMENSION)

    def test_wrong_use(self):
        files = self.vector_files()
        jobs = ["align", "--batch", self.write("jobs", "")]
        url = self.service.url("/embed")
        self.refused(2, "belong together", *self.align, *files[:2])
        self.refused(2, "--from-lines", *self.align, "--from-lines", self.a)
        self.refused(2, "fifth and sixth", *jobs, *files)
        self.refused(2, "not from both", *self.align, *files, "--embed-url", url)
        self.refused(2, "tei or openai", *self.align, "--embed-url", url, "--embed-api", "other")
        self.refused(2, "--embed-batch", *self.align, "--embed-url", url, "--embed-batch", 0)
        self.refused(2, "--embed-timeout", *self.align, "--embed-url", url, "--embed-timeout", 0)
        for bad in ("file:///etc/passwd", "http://a:b@127.0.0.1/embed", "http://127.0.0.1/other"):
            self.refused(2, "address", *self.align, "--embed-url", bad)
        self.assertEqual(self.service.requests, [])

    # services

    def test_both_services_give_what_files_give(self):
        expected = self.aligned(*self.vector_files())[0]
        for path in ("/embed", "/v1/embeddings"):
            self.service.requests.clear()
            ladder, told = self.aligned("--embed-url", self.service.url(path), "--embed-model", "m", "--embed-batch", 16)
            self.assertEqual(ladder, expected)
            self.assertIn(f"{len(FIRST) + len(SECOND)} different sentences", told)
            asked = self.service.texts()
            self.assertEqual([text for texts in asked for text in texts], FIRST + SECOND)
            self.assertEqual({len(texts) for texts in asked[:-1]}, {16})
            self.assertEqual({one[0] for one in self.service.requests}, {path})
        self.assertEqual({one[2]["model"] for one in self.service.requests}, {"m"})
        other = self.aligned("--embed-url", self.service.url("/embed?x=1"), "--embed-api", "tei", "--embed-batch", 1)
        self.assertEqual(other[0], expected)

    def test_each_sentence_is_asked_once_and_empty_ones_never(self):
        self.write("a.en", "\n".join([FIRST[0], "", FIRST[0], "  ", FIRST[1]]) + "\n")
        self.write("b.kk", "\n".join([SECOND[0], FIRST[1]]) + "\n")
        self.aligned("--embed-url", self.service.url("/embed"))
        self.assertEqual(self.service.texts(), [[FIRST[0], FIRST[1], SECOND[0]]])
        jobs = self.write("jobs", "".join(f"{self.a}\t{self.b}\t{self.folder / str(i)}\n" for i in range(3)))
        self.service.requests.clear()
        self.aligned(command=["align", "--batch", jobs, "--embed-url", self.service.url("/embed")])
        self.assertEqual(len(self.service.requests), 1)
        self.write("a.en", "")
        self.write("b.kk", "")
        self.assertEqual(self.aligned("--embed-url", self.service.url("/embed"))[0], "")

    def test_the_token_comes_from_the_environment(self):
        url = ["--embed-url", self.service.url("/embed")]
        for name, options in [("QOSAR_EMBED_TOKEN", []), ("MINE", ["--embed-token-env", "MINE"])]:
            done = qosar(*self.align, *url, *options, env={**os.environ, name: "s3cret"})
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(self.service.requests[-1][1]["Authorization"], "Bearer s3cret")
            self.service.faults = [status(401)]
            done = qosar(*self.align, *url, *options, env={**os.environ, name: "s3cret"})
            self.assertIn(b"status 401", done.stderr)
            self.assertNotIn(b"s3cret", done.stderr)
        self.aligned(*url)
        self.assertNotIn("Authorization", self.service.requests[-1][1])
        self.assertEqual(qosar(*self.align, *url, env={**os.environ, "QOSAR_EMBED_TOKEN": "a\nb"}).returncode, 2)

    def test_passing_faults_are_waited_out(self):
        url = ["--embed-url", self.service.url("/embed"), "--embed-batch", 200]
        expected = self.aligned(*url)[0]
        for faults in ([status(429, ("Retry-After", "1"))], [status(503), status(500)], [hung_up]):
            self.service.faults = list(faults)
            began = time.monotonic()
            self.assertEqual(self.aligned(*url)[0], expected)
            self.assertGreaterEqual(time.monotonic() - began, 0.5)
            self.assertEqual(self.service.faults, [])

    def test_lasting_faults_are_told(self):
        url = ["--embed-url", self.service.url("/embed"), "--embed-batch", 200, "--embed-retries", 0]
        cut = lambda vectors: vectors[:-1]
        ragged = lambda vectors: vectors[:-1] + [vectors[-1][1:]]
        text = lambda vectors: vectors[:-1] + [["0.5"] * DIMENSION]
        for fault, words in [(status(429), "status 429"), (status(500), "status 500"),
                             (status(413), ["status 413", "--embed-batch"]), (status(302, ("Location", "/x")), "status 302"),
                             (changed(cut), "vectors for"), (changed(ragged), "stands beside"),
                             (changed(lambda vectors: vectors + vectors), "more vectors"), (changed(text), "a string"),
                             (says(b"[[1, NaN]]"), "no JSON"), (says(b"[[1, 2"), "no JSON"), (says(b""), "no JSON"),
                             (says(b"<html>Bad gateway</html>", "text/html"), ["no JSON", "Bad gateway"]),
                             (says(b"[" * 1000), "too deep"), (hung_up, "request 1")]:
            self.service.faults = [fault]
            done = self.refused(1, words, *self.align, *url)
            self.assertNotIn(b"\x1b", done.stderr)
            self.assertEqual(done.stdout, b"")
        twice = ["--embed-url", self.service.url("/embed"), "--embed-batch", 30]
        self.service.faults = [None, changed(lambda vectors: [one[1:] for one in vectors])]
        self.refused(1, ["request 2", "after others of"], *self.align, *twice)

    def test_an_answer_without_end(self):
        self.service.faults = [says(b"[[" + b"0.123456789012," * 5_000_000)]
        self.refused(1, "longer than", *self.align, "--embed-url", self.service.url("/embed"), "--embed-retries", 0)

    def test_a_stalled_answer(self):
        self.service.faults = [stalled]
        began = time.monotonic()
        self.refused(1, "request 1", *self.align, "--embed-url", self.service.url("/embed"), "--embed-retries", 0,
                     "--embed-timeout", 0.5)
        self.assertLess(time.monotonic() - began, 4)

    def test_nobody_listens(self):
        url = self.service.url("/embed")
        self.service.shutdown()
        self.service.server_close()
        self.refused(1, ["request 1", "connect"], *self.align, "--embed-url", url, "--embed-retries", 0)

    def test_no_vectors_no_difference(self):
        gold = SOURCE / "corpora/sample/gold/1152310"
        self.assertEqual(qosar("align", f"{gold}.en", f"{gold}.kk").stderr, b"")


if __name__ == "__main__":
    main()
