"""`scripts/frequency`: documents that hold a word."""
import json
import subprocess

from qosar_cli import PROGRAM, SOURCE, CliTest, main


class Frequency(CliTest):
    def made(self, *arguments):
        return subprocess.run([SOURCE / "scripts/frequency", *map(str, arguments)], env={"QOSAR": PROGRAM, "PATH": "/usr/bin:/bin"},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_counts_documents_not_words(self):
        files = [self.write("1.txt", "Schools, schools, a school!"), self.write("2.txt", "The school."),
                 self.write("3.txt", "A house; 12 houses."), self.write("4.txt", "")]
        done = self.made("en", *files)
        self.assertEqual(done.stdout.decode(),
                         "# documents per 1000: counted over 4 documents; a word not listed counts as 1\n"
                         "a\t500\nschool\t500\n")
        self.assertIn("house\t250", self.made("en", *files, "--least", 1).stdout.decode())

    def test_reads_the_records_of_a_corpus(self):
        records = [{"title": {"en": "Кеше", "kk": "Мектеп"}, "text": {"en": "", "kk": text}}
                   for text in ("Мектептің ауласы.", "Үй салынды.", "")]
        path = self.write("documents.jsonl", "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))
        lines = self.made("kk", path).stdout.decode().splitlines()
        self.assertIn("over 2 documents", lines[0])
        self.assertEqual(lines[1:], ["мектеп\t1000"])
        self.assertNotEqual(self.made("en", path).returncode, 0)


if __name__ == "__main__":
    main()
