#!/usr/bin/env python3
"""News with planted duplicates and look-alikes, and how well `qosar run` tells them apart.

    tests/bench/plant_duplicates.py make FOLDER [--articles 10000] [--seed 1]     writes listing.txt and truth.tsv
    tests/bench/plant_duplicates.py score FOLDER CORPUS                           recall, precision, recall by kind
    tests/bench/plant_duplicates.py measure QOSAR [--articles 10000] [--seed 1] [--least 0.99]    all of it

Each family begins with an article of its own: sentences of some forty frames, filled with words of our lexicon. Planted
duplicates of it keep its facts: 1 to 10 % of the words are edited, sentences moved or dropped, the title changed, names
spelled otherwise, or several of these. Look-alikes keep its words and change facts, as press offices do. Truth is which
articles are duplicates of each other: a family's first article with its duplicates, each look-alike with its own.
"""
import argparse
import collections
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
PLACES = ["Almaty", "Shymkent", "Karaganda", "Aktobe", "Taraz", "Pavlodar", "Semey", "Atyrau", "Kostanay", "Oral",
          "Petropavl", "Aktau", "Turkistan", "Kokshetau", "Taldykorgan", "Ekibastuz", "Rudny", "Zhanaozen", "Balkhash",
          "Konayev", "Stepnogorsk", "Arkalyk", "Zharkent", "Ridder", "Kulsary", "Aral", "Esik", "Tekeli"]
GIVEN = ["Marat", "Murat", "Serik", "Berik", "Aigul", "Daniyar", "Yerlan", "Nurlan", "Askar", "Gulnara", "Timur", "Zarina",
         "Bauyrzhan", "Madina", "Kanat", "Aliya", "Ruslan", "Saule", "Zhanar", "Mukhtar"]
# Surnames with another spelling of the same name, or none.
SURNAMES = [("Tokayev", "Tokaev"), ("Nurlanov", None), ("Bekov", None), ("Zhumabayev", "Jumabaev"), ("Seitkaliev", None),
            ("Akhmetov", "Ahmetov"), ("Omarov", None), ("Qasymov", "Kasymov"), ("Sarsenbayev", "Sarsenbaev"),
            ("Iskakov", None), ("Kairatov", None), ("Zhaksylykov", "Jaksylykov"), ("Mukanov", None), ("Yesimov", "Esimov"),
            ("Baimukhanov", "Baimuhanov"), ("Tulegenov", None), ("Abdrakhmanov", "Abdrahmanov"), ("Smagulov", None)]
# {n} noun, {a} adjective, {v} verb, {d} adverb; {N} number, {P} percent, {D} date, {M} month and year, {C} city, {X} person.
FRAMES = """
The {a} {n} of {C} was shown to {N} guests who had come for the {n} and the {n}.
On {D} the {n} of the region {v}ed the {a} {n} and its {n}.
According to {X}, the {n} will {v} the {n} before the {a} {n} begins.
More than {N} {n}s took part in the {n}, which was {d} {a} this year.
In {C} the {n} rose by {P}, while the {n} of the {a} {n} fell.
{X} said that the {n} and the {n} of the district need a {a} {n}.
The {n} cost {N} million tenge, and a part of it was paid by the {a} {n}.
A {a} {n} opened in {M}, and since then the {n} has {d} {v}ed.
Residents of {C} asked the {n} to {v} the {a} {n} near the {n}.
By {M} the {n} must {v} {N} {n}s, of which a third are {a}.
Experts {d} {v} the {n}, because the {a} {n} leaves no room for a {n}.
It was also decided to {v} the {n} and to give the {n} a {a} {n}.
The share of the {a} {n} in the {n} is {P} and may {v} further.
At the {n} {X} handed the {n} over to the {a} {n} of {C}.
Every {a} {n} will get a {n}, a {n} and the right to {v} them.
The {n} was built by {N} workers with the help of a {a} {n}.
{X} and {X} spoke about the {n}, the {n} and how to {v} them.
Between {C} and {C} a {a} {n} now runs twice a week.
Nobody could {v} the {n} for long, so the {n} had to wait for a {a} {n}.
From {D} on, the {n} accepts the {n} {d} and without a {n}.
Students who {v} the {n} can choose among the {a} {n}, the {n} and the {n}.
Doctors advise to {v} the {n} {d} and to keep the {a} {n} away from the {n}.
Last year the same {n} brought {N} tonnes of {n} and {N} tonnes of {n}.
In spite of the {a} {n}, the {n} of the village did not {v}.
Scientists from {C} found a {a} {n} under the {n} and will {v} it.
As before, the {n} is {a}, but its {n} and its {n} are not.
When the {n} ended, {N} families had got a {n} with a {a} {n}.
The {a} {n} was followed by a {n} in which the {n} and the {n} met.
{C} hosts the {n} for the {a} time, and its {n} is ready to {v}.
To {v} the {n}, one must send the {n} and the {a} {n} by {D}.
Our {n} is {a} enough to {v} the {n}, the organisers believe.
The {n} for {M} holds a {n}, two {n}s and a {a} {n}.
""".strip().splitlines()
TITLES = ["{a} {n} to {v} the {n} in {C}", "{X} on the {n} and the {a} {n}", "How the {n} will {v} a {a} {n}",
          "{N} {n}s for the {n} of {C}", "The {a} {n} grows by {P}", "A {n} without a {n}: what the {a} {n} says"]
SLOT = re.compile(r"\{([a-zA-Z])\}")


def lexicon():
    words = collections.defaultdict(set)
    for path in sorted((ROOT / "languages/en-kk/lexicon").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) == 3 and re.fullmatch(r"[a-z]{4,12}", columns[0]):
                words[columns[2]].add(columns[0])
    return {kind: sorted(words[kind]) for kind in ("n", "a", "v", "d", "adj", "adv") if kind in words}


class Writer:
    """An article is a title and sentences; each is a list of pieces, a piece a word of the frame or (slot, value)."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        words = lexicon()
        self.look_alikes = []  # of the family at hand: the facts of each one's sentences
        self.words = {"n": words["n"], "a": words["adj"], "v": words["v"], "d": words["adv"]}
        self.facts = {"N": self.number, "P": self.percent, "D": self.date, "M": self.month,
                      "C": lambda: self.random.choice(PLACES), "X": self.person}

    def number(self):
        r = self.random
        return r.choice([lambda: str(r.randint(3, 99)), lambda: str(r.randint(100, 999)), lambda: f"{r.randint(1, 99)},{r.randint(0, 999):03}",
                         lambda: f"{r.randint(2, 90)}.{r.randint(1, 9)}"])()

    def percent(self):
        return f"{self.random.randint(2, 60)}{self.random.choice(['', '.' + str(self.random.randint(1, 9))])} percent"

    def date(self):
        return f"{self.random.randint(1, 28)} {self.random.choice(MONTHS)}"

    def month(self):
        return f"{self.random.choice(MONTHS)} {self.random.randint(2019, 2026)}"

    def person(self):
        return f"{self.random.choice(GIVEN)} {self.random.choice(SURNAMES)[0]}"

    def filled(self, frame):
        pieces, end = [], 0
        for slot in SLOT.finditer(frame):
            pieces += [(None, frame[end:slot.start()])] if slot.start() > end else []
            kind, end = slot.group(1), slot.end()
            pieces.append((kind, self.facts[kind]() if kind in self.facts else self.random.choice(self.words[kind])))
        return pieces + ([(None, frame[end:])] if end < len(frame) else [])

    def article(self):
        count = self.random.choice([3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 28])
        return [self.filled(self.random.choice(TITLES))] + [self.filled(f) for f in self.random.choices(FRAMES, k=count)]


def text_of(sentence):
    text = "".join(value for _, value in sentence)
    return text[:1].upper() + text[1:]


def words_edited(writer, sentences, share):
    """Each plain word is exchanged, dropped, doubled by another or misspelled with this probability; facts are kept."""
    r = writer.random
    plain = re.compile(r"(?<![\w])(?!million)[A-Za-z][a-z]+(?![\w])")

    def edit(match):
        word = match.group(0)
        if r.random() >= share:
            return word
        kind = r.choice("edit drop add typo".split())
        if kind == "drop" and word[0].islower():
            return r.choice(["", "so"])
        if kind == "add":
            return f"{word} {r.choice(writer.words['d'])}"
        if kind == "typo" and len(word) > 3:
            place = r.randrange(1, len(word) - 1)
            return word[:place] + word[place + 1] + word[place] + word[place + 2:]
        other = r.choice(writer.words["n"])
        return other.capitalize() if word[0].isupper() else other

    out = []
    for sentence in sentences:
        out.append([(kind, value if kind in writer.facts else plain.sub(edit, value)) for kind, value in sentence])
    return out


def facts_of(writer, sentence):
    return [piece for piece in sentence if piece[0] in writer.facts]


def moved(writer, article):
    body = article[1:]
    for _ in range(writer.random.randint(1, 2)):
        sentence = body.pop(writer.random.randrange(len(body)))
        body.insert(writer.random.randrange(len(body) + 1), sentence)
    return article[:1] + body


def dropped(writer, article):
    """Without the fact in which a look-alike differs an article would be a duplicate of both, so one is always kept."""
    body = article[1:]
    for _ in range(max(1, len(body) // writer.random.choice([5, 8]))):
        place = writer.random.randrange(len(body))
        rest = body[:place] + body[place + 1:]
        left = [facts_of(writer, sentence) for sentence in rest]
        if len(body) > 3 and all(any(facts not in other for facts in left if facts) for other in writer.look_alikes):
            body = rest
    return article[:1] + body


def title_changed(writer, article):
    return [writer.filled(writer.random.choice([t for t in TITLES if not re.search(r"\{[NPX]\}", t)]))] + article[1:]


def respelled(_, article):
    other = {name: spelling for name, spelling in SURNAMES if spelling}
    return [[(kind, " ".join(other.get(word, word) for word in value.split()) if kind == "X" else value)
             for kind, value in sentence] for sentence in article]


def edited(share):
    return lambda writer, article: article[:1] + words_edited(writer, article[1:], share)


def several(writer, article):
    return title_changed(writer, edited(writer.random.uniform(0.02, 0.1))(writer, dropped(writer, moved(writer, article))))


def sentence_added(writer, article):
    return article + [[(None, "The press service of the office told this to the readers of the newspaper.")]]


DUPLICATES = {"1 % of words": edited(0.01), "2 % of words": edited(0.02), "5 % of words": edited(0.05),
              "10 % of words": edited(0.1), "sentences moved": moved, "sentences dropped": dropped,
              "title changed": title_changed, "names respelled": respelled, "sentence added": sentence_added,
              "up to 10 % of words, moved, dropped, title": several, "sentences glued": lambda _, a: a,
              "case, quotes, blanks": lambda _, a: a, "the same": lambda _, a: a}


def facts_changed(kinds, most):
    """Another value for up to `most` facts of these kinds; None where there is none."""
    def change(writer, article):
        places = [(s, p) for s, sentence in enumerate(article) for p, piece in enumerate(sentence) if s > 0 and piece[0] and piece[0] in kinds]
        if not places:
            return None
        out = [list(sentence) for sentence in article]
        for s, p in writer.random.sample(places, min(most, len(places))):
            kind, value = out[s][p]
            other = value
            while other == value:
                other = writer.facts[kind]()
            out[s][p] = (kind, other)
        return out
    return change


def template_edited(writer, article):
    out = facts_changed("NPDMCX", 3)(writer, article)
    return out and edited(0.03)(writer, out)


def numbers_exchanged(_, article):
    for s, sentence in enumerate(article):
        places = [p for p, piece in enumerate(sentence) if piece[0] == "N"]
        if s > 0 and len(places) == 2 and sentence[places[0]] != sentence[places[1]]:
            out = [list(one) for one in article]
            out[s][places[0]], out[s][places[1]] = sentence[places[1]], sentence[places[0]]
            return out
    return None


LOOK_ALIKES = {"one number": facts_changed("NP", 1), "all numbers": facts_changed("NP", 99), "a date": facts_changed("D", 1),
               "a month or year": facts_changed("M", 1), "a place": facts_changed("C", 1), "a person": facts_changed("X", 1),
               "all facts": facts_changed("NPDMCX", 99), "facts and 3 % of words": template_edited,
               "numbers exchanged": numbers_exchanged}


def listing_item(article, kind, r):
    title, sentences = text_of(article[0]), [text_of(sentence) for sentence in article[1:]]
    body = ("" if kind == "sentences glued" else r.choice([" ", " ", "\n"])).join(sentences)
    if kind == "case, quotes, blanks":
        title, body = title.upper(), body.replace("'", "’").replace(" of ", " of  ")
    return f"{title} {r.randint(1, 28):02}.{r.randint(1, 12):02}.2026\n{body}\n\n"


def make(folder, articles, seed):
    """Families of one to ten articles, all shuffled. truth.tsv: family, group, kind; one line an item, in order."""
    writer = Writer(seed)
    r = writer.random
    items = []
    family = 0
    while len(items) < articles:
        base = writer.article()
        group = itertools.count()
        first = next(group)
        items.append((family, first, "first", base))
        look_alikes = [(kind, LOOK_ALIKES[kind](writer, base))
                       for kind in r.sample(sorted(LOOK_ALIKES), r.choice([0, 0, 1, 1, 2, 4]))]
        writer.look_alikes = [[facts_of(writer, sentence) for sentence in other[1:]] for _, other in look_alikes if other]
        for kind in r.sample(sorted(DUPLICATES), r.choice([0, 0, 1, 1, 2, 4])):
            items.append((family, first, kind, DUPLICATES[kind](writer, base)))
        for kind, other in look_alikes:
            if other is not None:
                number = next(group)
                items.append((family, number, kind, other))
                if r.random() < 0.3:
                    again = r.choice(["2 % of words", "sentences moved", "title changed", "the same"])
                    items.append((family, number, again, DUPLICATES[again](writer, other)))
        family += 1
    items = items[:articles]
    r.shuffle(items)
    folder = pathlib.Path(folder)
    (folder / "listing.txt").write_text("".join(listing_item(a, kind, r) for _, _, kind, a in items), encoding="utf-8")
    (folder / "truth.tsv").write_text("".join(f"{f}\t{f}.{g}\t{kind}\n" for f, g, kind, _ in items), encoding="utf-8")


def score(folder, corpus):
    """(recall, precision, rows of kind, found, planted); pairs are counted, by kind those with the first of their group."""
    truth = [line.split("\t") for line in (pathlib.Path(folder) / "truth.tsv").read_text(encoding="utf-8").splitlines()]
    found, linked = {}, collections.defaultdict(set)
    with open(pathlib.Path(corpus) / "documents.jsonl", encoding="utf-8") as lines:
        for number, record in enumerate(map(json.loads, lines)):
            for origin in [record["origin"], *(d["origin"] for d in record["duplicates"])]:
                found[origin["item"]] = number
    assert len(found) == len(truth), f"{len(found)} items in the corpus, {len(truth)} planted"
    groups, documents, both = collections.Counter(), collections.Counter(), collections.Counter()
    leaders = {}
    for item, (family, group, kind) in enumerate(truth):
        groups[group] += 1
        documents[found[item]] += 1
        both[group, found[item]] += 1
        if kind == "first" or kind in LOOK_ALIKES:
            leaders[group] = item
    pairs = lambda counter: sum(n * (n - 1) // 2 for n in counter.values())
    kinds = collections.defaultdict(lambda: [0, 0])
    wrong = []
    for item, (family, group, kind) in enumerate(truth):
        leader = leaders.get(f"{family}.0") if kind in LOOK_ALIKES else leaders.get(group)
        if leader is not None and leader != item:
            right = (found[item] == found[leader]) == (kind in DUPLICATES)
            kinds[("apart: " if kind in LOOK_ALIKES else "together: ") + kind][0] += right
            kinds[("apart: " if kind in LOOK_ALIKES else "together: ") + kind][1] += 1
            wrong += [] if right else [(kind, leader, item)]
    recall = pairs(both) / max(1, pairs(groups))
    precision = pairs(both) / max(1, pairs(documents))
    return recall, precision, sorted((kind, *counts) for kind, counts in kinds.items()), wrong


def report(folder, corpus, show=0):
    recall, precision, kinds, wrong = score(folder, corpus)
    print(f"recall {recall:.4f}, precision {precision:.4f}")
    for kind, right, all_ in kinds:
        print(f"| {kind} | {right} of {all_} | {right / all_:.4f} |")
    for kind, leader, item in wrong[:show]:
        print("wrong:", kind, leader, item)
    return recall, precision


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "score", "measure"])
    parser.add_argument("place", nargs="+")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, help="fail below this recall or precision")
    parser.add_argument("--show", type=int, default=0, help="so many wrong ones by their items")
    options = parser.parse_args()
    if options.what == "make":
        return make(options.place[0], options.articles, options.seed)
    if options.what == "score":
        return print() if report(*options.place, options.show) is None else None
    with tempfile.TemporaryDirectory(prefix="qosar-duplicates-") as folder:
        make(folder, options.articles, options.seed)
        (pathlib.Path(folder) / "pages").mkdir()
        corpus = f"{folder}/corpus"
        subprocess.run([options.place[0], "run", f"{folder}/listing.txt", "--pages", f"{folder}/pages", "--out", corpus, "-q"], check=True)
        measured = report(folder, corpus, options.show)
    if options.least is not None and min(measured) < options.least:
        sys.exit(f"recall and precision have to be at least {options.least}")


if __name__ == "__main__":
    main()
