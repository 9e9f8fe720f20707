#!/usr/bin/env python3
"""How fast qosar is and how much memory it takes, on generated input.

    tests/bench/throughput.py QOSAR [--against OTHER_QOSAR] [--articles 1000,10000] [--threads 1,2] [--full] [--profile 200]

With --against, both programs run by turns, so that a busy machine slows both alike; the ratio is the other's seconds by
QOSAR's, so above 1 QOSAR is the faster one. Processor time and instructions say more than seconds where others work on
the machine, too. Fails if QOSAR's output differs between thread counts. Needs Python's standard library only, and
valgrind for --profile.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # no __pycache__ in the source tree
import generate

LARGE = 100_000
# What a run does and the function that does it. Nothing of one is part of another, save that the lexicon is loaded by
# whoever asks for it first.
STAGES = [("listing to articles, signatures, duplicates, exchanged headlines", "survey_listings"),
          ("the cited page: found, read, HTML to text", "find_source_page"),
          ("text to sentences", "segmented"),
          ("words of both sides matched", "match_words"),
          ("search for the best ladder", "align"),
          ("flags on pairs", "pair_flags"),
          ("flags on documents", "document_flags"),
          ("records as JSON", "document_lines"),
          ("records hashed and written", "CorpusWriter::add"),
          ("lexicon of the language pair, once a run", "builtin_lexicon")]
Measured = collections.namedtuple("Measured", "seconds processor memory")
RECORDS = ["documents.jsonl", "pairs.jsonl", "evidence.jsonl", "rejects.jsonl", "README.md"]


def measure(command):
    """Seconds of wall time, seconds of processor time, and the peak memory of that process in MB (its ru_maxrss)."""
    begin = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(process.args)} failed:\n{complaint.decode(errors='replace')}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def by_turns(programs, times, task):
    """Best times and highest memory of each program; `task` makes its command. Each is first as often as last."""
    results = [[] for _ in programs]
    for turn in range(times):
        for i in sorted(range(len(programs)), reverse=turn % 2 == 1):
            results[i].append(measure(task(programs[i])))
    return [Measured(min(m.seconds for m in result), min(m.processor for m in result), max(m.memory for m in result))
            for result in results]


def digest(corpus):
    """One hash over all that must not depend on the threads."""
    manifest = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))
    del manifest["run"]
    sums = hashlib.sha256(json.dumps(manifest, sort_keys=True).encode())
    for name in RECORDS:
        with open(corpus / name, "rb") as file:
            while piece := file.read(1 << 20):
                sums.update(piece)
    return sums.hexdigest()


def megabytes(*paths):
    files = (file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
    return sum(file.stat().st_size for file in files) / 1e6


def row(*cells):
    print("".join(f"{cell:>{10 if i else 9}}" for i, cell in enumerate(cells)), flush=True)


def runs(programs, sizes, thread_counts, folder):
    """The table of whole runs. Gives back the largest listing."""
    row("articles", "threads", "seconds", "CPU s", "art./s", "MB/s", "memory MB", *(["ratio", "CPU ratio"] if programs[1:] else []))
    for articles in sizes:
        work = folder / str(articles)
        generate.generate(work, articles)
        size, digests = megabytes(work / "listing.txt", work / "pages"), set()
        for threads in thread_counts:
            own, *others = by_turns(programs, 1 if articles >= LARGE else 3, lambda program: [
                program, "run", work / "listing.txt", "--pages", work / "pages", "--force", "--threads", threads,
                "--out", work / ("corpus" if program is programs[0] else "other"), "--progress", "none", "--quiet"])
            digests.add(digest(work / "corpus"))
            ratios = [f"{ratio:.2f}" for other in others
                      for ratio in (other.seconds / own.seconds, other.processor / own.processor)]
            row(articles, threads, f"{own.seconds:.2f}", f"{own.processor:.2f}", f"{articles / own.seconds:.0f}",
                f"{size / own.seconds:.2f}", f"{own.memory:.1f}", *ratios)
        if len(digests) > 1:
            sys.exit(f"the corpus of {articles} articles differs between thread counts")
    return work / "listing.txt"


def start(programs):
    """How long `--version` takes, best of 20, beside a program that does nothing."""
    turns = by_turns([*programs, "/bin/true"], 20, lambda program: [program, "--version"])
    print("qosar --version: " + ", against ".join(f"{turn.seconds * 1000:.1f} ms" for turn in turns[:-1]) +
          f"; /bin/true: {turns[-1].seconds * 1000:.1f} ms", flush=True)


def steps(programs, listing, folder):
    """Single steps over one file of about 20 MB."""
    text = listing.read_bytes()
    big = folder / "big.txt"
    big.write_bytes(text * max(1, 20_000_000 // len(text)))
    for command in (["segment", "--lang", "en"], ["listing"]):
        turns = by_turns(programs, 3, lambda program: [program, *command, big])
        rates = [megabytes(big) / turn.seconds for turn in turns]
        print(f"qosar {command[0]}: " + ", against ".join(f"{rate:.2f} MB/s" for rate in rates))


def instructions(program, articles, folder):
    """Instructions of a run on one thread, counted by valgrind's callgrind: of all, and inclusively by function."""
    counts = folder / "callgrind"
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", program, "run", articles / "listing.txt",
                    "--pages", articles / "pages", "--out", folder / "profiled", "--threads", "1", "--force", "--quiet"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    table = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    found = {}
    for line in table.splitlines():
        if match := re.match(r" *([\d,]+) .*?(PROGRAM TOTALS|qosar::[\w:]+)", line):
            found.setdefault(match[2], int(match[1].replace(",", "")))
    return found.pop("PROGRAM TOTALS"), found


def profile(programs, articles, folder):
    """Where the time goes, in instructions: the same on a busy machine as on an idle one."""
    work = folder / "profile"
    generate.generate(work, articles)
    (total, found), *others = [instructions(program, work, folder) for program in programs]
    print(f"instructions of a run over {articles} articles, in millions an article: {total / articles / 1e6:.2f}" +
          "".join(f", against {other / articles / 1e6:.2f}, ratio {other / total:.2f}" for other, _ in others))
    for name, function in STAGES:
        print(f"{100 * found.get('qosar::' + function, 0) / total:8.1f} %  {name}")


def numbers(text):
    return [int(number) for number in text.split(",")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("qosar", metavar="QOSAR", type=pathlib.Path)
    arguments.add_argument("--against", metavar="OTHER_QOSAR", type=pathlib.Path, help="a second program to compare with")
    arguments.add_argument("--articles", type=numbers, default=[1000, 10_000], help="sizes, with commas")
    arguments.add_argument("--threads", type=numbers, default=[1, 2], help="thread counts, with commas")
    arguments.add_argument("--profile", type=int, metavar="ARTICLES", default=0, help="count instructions, too, of a run over so many")
    arguments.add_argument("--full", action="store_true", help="100,000 articles too")
    chosen = arguments.parse_args()
    programs = [program.resolve(strict=True) for program in (chosen.qosar, chosen.against) if program]
    with tempfile.TemporaryDirectory(prefix="qosar-bench-") as folder:
        folder = pathlib.Path(folder)
        start(programs)
        listing = runs(programs, chosen.articles + [LARGE] * chosen.full, chosen.threads, folder)
        steps(programs, listing, folder)
        if chosen.profile:
            profile(programs, chosen.profile, folder)


if __name__ == "__main__":
    main()
