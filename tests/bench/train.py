#!/usr/bin/env python3
"""Time and memory of `qosar lexicon train` on generated pairs.

    tests/bench/train.py QOSAR [COUNT]      the program; pairs to make (1,000,000)
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        pairs = pathlib.Path(folder, "pairs.tsv")
        with open(pairs, "wb") as out:
            generator = pathlib.Path(__file__).with_name("generate_pairs.py")
            subprocess.run([sys.executable, generator, str(count)], stdout=out, check=True)
        begin = time.monotonic()
        process = subprocess.Popen([program, "lexicon", "train", str(pairs), "--out", str(pairs.with_suffix(".lex"))])
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        if status != 0:
            sys.exit("training failed")
        print(f"{count} pairs: {seconds:.1f} s, {count / seconds:.0f} pairs/s, {used.ru_utime + used.ru_stime:.1f} s of "
              f"processors, {used.ru_maxrss / 1024:.0f} MiB at most")


if __name__ == "__main__":
    main()
