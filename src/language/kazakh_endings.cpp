#include "qosar/language/kazakh_endings.hpp"

#include <algorithm>

namespace qosar {

namespace {

using Endings = std::vector<std::string>;

/// Endings with back vowels and their mates with front vowels; the ending -мен has only one form.
struct Harmonic {
    Endings plural;
    Endings third_person;       ///< possessive: his, its, their
    Endings first_person;       ///< possessive: our
    Endings cases;              ///< behind a stem, a plural or a first person
    Endings third_person_cases; ///< behind a third person
    Endings adjective;          ///< of a place: `астаналық`
    Endings located;            ///< at a place: `астанадағы`
};

const Harmonic back{{"лар", "дар", "тар"},
                    {"ы", "сы"},
                    {"ымыз", "мыз"},
                    {"ның", "дың", "тың", "ға",  "қа",  "ны",  "ды",   "ты",   "да",   "та",   "дан", "тан",
                     "нан", "мен", "бен", "пен", "дай", "тай", "дағы", "тағы", "нікі", "дікі", "тікі"},
                    {"н", "на", "нда", "нан", "ның", "мен", "ндай", "ндағы"},
                    {"лық", "дық", "тық"},
                    {"дағы", "тағы"}};
const Harmonic front{{"лер", "дер", "тер"},
                     {"і", "сі"},
                     {"іміз", "міз"},
                     {"нің", "дің", "тің", "ге",  "ке",  "ні",  "ді",   "ті",   "де",   "те",   "ден", "тен",
                      "нен", "мен", "бен", "пен", "дей", "тей", "дегі", "тегі", "нікі", "дікі", "тікі"},
                     {"н", "не", "нде", "нен", "нің", "мен", "ндей", "ндегі"},
                     {"лік", "дік", "тік"},
                     {"дегі", "тегі"}};

void add_products(Endings& out, const Endings& stems, const Endings& endings) {
    for (const std::string& stem : stems) {
        for (const std::string& ending : endings) {
            out.push_back(stem + ending);
        }
    }
}

void add_chains(Endings& out, const Harmonic& endings) {
    Endings stems{""};
    stems.insert(stems.end(), endings.plural.begin(), endings.plural.end());
    stems.insert(stems.end(), endings.adjective.begin(), endings.adjective.end());
    add_products(stems, endings.adjective, endings.plural);
    add_products(stems, endings.located, endings.plural);
    Endings third;
    add_products(third, stems, endings.third_person);
    Endings first;
    add_products(first, stems, endings.first_person);
    stems.insert(stems.end(), first.begin(), first.end());
    out.insert(out.end(), stems.begin() + 1, stems.end()); // without the empty one
    out.insert(out.end(), third.begin(), third.end());
    add_products(out, stems, endings.cases);
    add_products(out, third, endings.third_person_cases);
}

Endings sorted(Endings endings) {
    std::sort(endings.begin(), endings.end());
    endings.erase(std::unique(endings.begin(), endings.end()), endings.end());
    return endings;
}

} // namespace

const std::vector<std::string>& kazakh_endings() {
    static const Endings endings = [] {
        Endings out;
        add_chains(out, back);
        add_chains(out, front);
        return sorted(std::move(out));
    }();
    return endings;
}

bool is_kazakh_noun_ending(std::string_view letters) {
    return std::binary_search(kazakh_endings().begin(), kazakh_endings().end(), letters);
}

bool is_kazakh_case_ending(std::string_view letters) {
    static const Endings cases = [] {
        Endings out = back.cases;
        out.insert(out.end(), front.cases.begin(), front.cases.end());
        return sorted(std::move(out));
    }();
    return std::binary_search(cases.begin(), cases.end(), letters);
}

} // namespace qosar
