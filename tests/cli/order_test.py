"""Flags on the order of bodies: `run` on a document of the sample, whole, with passages exchanged, and with parts left out."""
from qosar_cli import CliTest, main, records

ORDER = {"alignment_crossing_or_gap", "paragraph_order_break"}


class Order(CliTest):
    def flags(self, rearranged):
        """Flags on the order, by name."""
        corpus = self.corpus(self.folder / "corpus", *self.population(rearranged))
        document, = records(corpus / "documents.jsonl")
        self.assertEqual(document["status"], "paired")
        return {flag["name"]: flag for record in records(corpus / "evidence.jsonl") for flag in record["flags"]
                if flag["name"] in ORDER}

    def test_whole(self):
        self.assertEqual(self.flags(lambda lines: lines), {})

    def test_exchanged(self):
        flags = self.flags(lambda lines: lines[:4] + lines[9:20] + lines[4:9] + lines[20:])
        self.assertEqual(set(flags), ORDER)
        for flag in flags.values():
            self.assertEqual([span["side"] for span in flag["spans"][:2]], ["en", "kk"])
            self.assertIn("at another place in kk", flag["message"])

    def test_left_out(self):
        flags = self.flags(lambda lines: lines[:12])
        self.assertEqual(set(flags), {"alignment_crossing_or_gap"})
        self.assertIn("of en without a counterpart in kk", flags["alignment_crossing_or_gap"]["message"])


if __name__ == "__main__":
    main()
