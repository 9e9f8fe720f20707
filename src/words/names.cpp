#include "qosar/words/names.hpp"

#include <algorithm>
#include <array>

#include "folded_letters.hpp"
#include "qosar/language/kazakh_endings.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/latin.hpp"
#include "remembered.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t least_letters = 3;   ///< of a name that need not be equal
constexpr std::size_t longest_ending = 32; // bytes

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {"'s", "’s", "ʼs", "'", "’"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    return word;
}

/// Where a Kazakh word may end before an ending, by its folded letters.
std::vector<std::size_t> ends_of(std::string_view word, const FoldedLetters& folded) {
    std::vector<std::size_t> ends{folded.letters.size()};
    for (std::size_t cut = word.size(); cut > 0 && word.size() - cut < longest_ending; --cut) {
        const bool inside = cut < word.size() && !is_continuation(word[cut]);
        if (inside && folded.before[cut] >= least_letters && folded.before[cut] < ends.back() &&
            is_kazakh_noun_ending(word.substr(cut))) {
            ends.push_back(folded.before[cut]);
            if (word.substr(0, cut).ends_with("скі")) { // Минскіде is of Минск
                ends.push_back(folded.before[cut] - 1);
            }
        }
    }
    return ends;
}

/// The alternatives of a letter's class; a blank stands for none, as vowels have.
std::string_view classes_of(char letter) {
    switch (letter) {
    case 'b':
    case 'p':
    case 'f': return "p";
    case 'v': return "p ";
    case 'd':
    case 't': return "t";
    case 's':
    case 'x': return "s";
    case 'c': return "sk";
    case 'j': return "s ";
    case 'g': return "ks";
    case 'k': return "k";
    case 'h': return " k";
    case 'l': return "l";
    case 'm':
    case 'n': return "n";
    case 'r': return "r";
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u': return " ";
    default: return "0"; // digits
    }
}

void add_keys(std::vector<std::string>& keys, std::string_view letters, const std::string& begun) {
    constexpr std::size_t key_letters = 2;
    if (letters.empty() || begun.size() == key_letters) {
        keys.push_back(begun);
        return;
    }
    for (const char sound : classes_of(letters.front())) {
        add_keys(keys, letters.substr(1), sound == ' ' ? begun : begun + sound);
    }
}

using Costs = std::array<int, longest_name + 1>;

/// What leaving out each letter costs, within a name and behind the end of the other one.
struct Omissions {
    Costs within{};
    Costs behind{};

    explicit Omissions(std::string_view name) {
        for (std::size_t i = 0; i < name.size(); ++i) {
            const char before = i > 0 ? name[i - 1] : '\0';
            behind[i] = omission_cost(name[i], before, true);
            within[i] = omission_cost(name[i], before, i + 1 == name.size());
        }
    }
};

/// Edit distances of all of `a` to each beginning of `b`; those of each beginning of `a` to all of `b` in `column`.
Costs distances(std::string_view a, std::string_view b, Costs& column) {
    const Omissions of_a(a);
    const Omissions of_b(b);
    Costs row{};
    for (std::size_t j = 1; j <= b.size(); ++j) {
        row[j] = row[j - 1] + of_b.within[j - 1];
    }
    column[0] = row[b.size()];
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const Costs& omitted_b = i == a.size() ? of_b.behind : of_b.within;
        int diagonal = row[0];
        row[0] += of_a.within[i - 1];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int omitted_a = j == b.size() ? of_a.behind[i - 1] : of_a.within[i - 1];
            const int exchanged = diagonal + exchange_cost(a[i - 1], b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + omitted_a, row[j - 1] + omitted_b[j - 1]});
        }
        column[i] = row[b.size()];
    }
    return row;
}

/// Likeness of names of these lengths, one of which has lost an ending of some letters.
double likeness(int cost, std::size_t a, std::size_t b, std::size_t ending) {
    constexpr double ending_cost = 0.01; // so that the whole word is preferred
    if (cost > 0 && std::min(a, b) < least_letters) {
        return 0;
    }
    return 1 - cost / (100.0 * static_cast<double>(std::max(a, b))) - ending_cost * static_cast<double>(ending);
}

} // namespace

FoldedName folded_name(std::string_view word) {
    const std::string folded_case = lower(without_possessive(word));
    if (count_scripts(folded_case).cyrillic == 0) {
        std::string letters = fold_latin(to_latin(folded_case));
        const std::size_t end = letters.size();
        return {std::move(letters), {end}};
    }
    const FoldedLetters folded = fold_cyrillic(folded_case);
    return {folded.letters, ends_of(folded_case, folded)};
}

std::vector<std::string> name_index_keys(const FoldedName& name) {
    std::vector<std::string> keys;
    for (const std::size_t end : name.ends) {
        add_keys(keys, std::string_view(name.letters).substr(0, std::min(end, longest_name)), "");
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

double name_likeness(const FoldedName& a, const FoldedName& b) {
    const std::size_t a_size = a.letters.size();
    const std::size_t b_size = b.letters.size();
    if (std::min(a_size, b_size) < 2 || std::max(a_size, b_size) > longest_name) {
        return 0;
    }
    Costs column{};
    const Costs row = distances(a.letters, b.letters, column);
    double best = 0;
    for (const std::size_t end : b.ends) {
        best = std::max(best, likeness(row[end], a_size, end, b_size - end));
    }
    for (const std::size_t end : a.ends) {
        best = std::max(best, likeness(column[end], end, b_size, a_size - end));
    }
    return best;
}

bool is_same_spelled(std::string_view a, std::string_view b) {
    constexpr int habit = 35; // the dearest that romanisations exchange or leave out
    constexpr int per_letter = 12;
    thread_local RememberedWords<std::string> remembered;
    remembered.make_room();
    const auto fold = [](std::string_view word) { return folded_name(word).letters; };
    std::string first = remembered.of(a, fold);
    std::string second = remembered.of(b, fold);
    if (first.size() < second.size()) {
        std::swap(first, second);
    }
    if (first == second || first == second + "s") { // the apostrophe of a possessive is easily lost
        return !second.empty();
    }
    if (second.size() < least_letters || first.size() > longest_name || first.size() > second.size() + 3) {
        return false;
    }
    std::array<Costs, 2> rows{};
    constexpr int never = 10'000;
    const auto allowed = [](int cost) { return cost <= habit ? cost : never; };
    const auto omission = [&](const std::string& name, std::size_t i) {
        return allowed(omission_cost(name[i], i > 0 ? name[i - 1] : '\0', i + 1 == name.size()));
    };
    for (std::size_t j = 1; j <= second.size(); ++j) {
        rows[0][j] = rows[0][j - 1] + omission(second, j - 1);
    }
    for (std::size_t i = 1; i <= first.size(); ++i) {
        const Costs& above = rows[(i - 1) % 2];
        Costs& row = rows[i % 2];
        row[0] = above[0] + omission(first, i - 1);
        for (std::size_t j = 1; j <= second.size(); ++j) {
            row[j] = std::min({above[j - 1] + allowed(exchange_cost(first[i - 1], second[j - 1])),
                               above[j] + omission(first, i - 1), row[j - 1] + omission(second, j - 1)});
        }
    }
    return rows[first.size() % 2][second.size()] <= per_letter * static_cast<int>(first.size());
}

} // namespace qosar
