#include "fact_conflicts.hpp"

#include <algorithm>
#include <string>

#include "qosar/words/names.hpp"

namespace qosar {

namespace {

bool is_number(WordKind kind) {
    return kind == WordKind::number || kind == WordKind::spelled_number || kind == WordKind::date;
}

std::vector<std::uint64_t> sorted_hashes(std::span<const ComparedWord> words) {
    std::vector<std::uint64_t> hashes;
    for (const ComparedWord& word : words) {
        hashes.push_back(word.hash);
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

bool all_spelled(const std::vector<ComparedWord>& numbers) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [](const ComparedWord& word) { return word.kind == WordKind::spelled_number; });
}

void tell(const ComparedText& a, const std::vector<ComparedWord>& of_a, const ComparedText& b,
          const std::vector<ComparedWord>& of_b, std::vector<DifferingWord>& out) {
    for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i) {
        out.push_back(
            {i < of_a.size() ? std::string(a.at(of_a[i])) : "", i < of_b.size() ? std::string(b.at(of_b[i])) : ""});
    }
}

std::string glued(const ComparedText& text, const std::vector<ComparedWord>& words) {
    std::string all;
    for (const ComparedWord& word : words) {
        all += text.at(word);
    }
    return all;
}

std::vector<ComparedWord> facts_of(std::span<const ComparedWord> sentence) {
    std::vector<ComparedWord> facts;
    for (const ComparedWord& word : sentence) {
        if (is_number(word.kind) || word.kind == WordKind::name) {
            facts.push_back(word);
        }
    }
    return facts;
}

bool stands_once(std::span<const ComparedWord> words, std::uint64_t hash) {
    return std::count_if(words.begin(), words.end(), [&](const ComparedWord& word) { return word.hash == hash; }) == 1;
}

/// Whether one of the two words before place `i` of `a`, or of the two behind it, stands there at `j` of `b` too.
/// Words that a sentence has several times tell nothing.
bool share_neighbour(std::span<const ComparedWord> a, std::size_t i, std::span<const ComparedWord> b, std::size_t j) {
    static constexpr std::size_t near = 2;
    const auto before = [](std::span<const ComparedWord> words, std::size_t at) {
        return words.subspan(at - std::min(near, at), std::min(near, at));
    };
    const auto behind = [](std::span<const ComparedWord> words, std::size_t at) {
        return words.subspan(at + 1, std::min(near, words.size() - at - 1));
    };
    const auto share = [&](std::span<const ComparedWord> x, std::span<const ComparedWord> y) {
        return std::any_of(x.begin(), x.end(), [&](const ComparedWord& word) {
            return std::any_of(y.begin(), y.end(),
                               [&](const ComparedWord& other) { return other.hash == word.hash; }) &&
                   stands_once(a, word.hash) && stands_once(b, word.hash);
        });
    };
    return share(before(a, i), before(b, j)) || share(behind(a, i), behind(b, j));
}

/// Whether a fact of `a` that stands at another place of `b` has taken a neighbour with it.
bool keeps_neighbour(std::span<const ComparedWord> a, const ComparedWord& fact, std::span<const ComparedWord> b) {
    const auto place =
        std::find_if(a.begin(), a.end(), [&](const ComparedWord& word) { return word.begin == fact.begin; });
    for (std::size_t j = 0; j < b.size(); ++j) {
        if (b[j].hash == fact.hash && share_neighbour(a, static_cast<std::size_t>(place - a.begin()), b, j)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool FactConflicts::is_name(const ComparedText& text, const ComparedWord& word) const {
    const std::string_view letters = text.at(word);
    if (letters.size() < 2 || (word.kind != WordKind::name && word.kind != WordKind::maybe_name)) {
        return false; // of initials nothing is known
    }
    return word.kind == WordKind::name || std::binary_search(m_a.names.begin(), m_a.names.end(), word.hash) ||
           std::binary_search(m_b.names.begin(), m_b.names.end(), word.hash) || m_seen.is_name(letters, word.hash);
}

FactConflicts::Facts FactConflicts::only_in(const ComparedText& text, std::span<const ComparedWord> sentence,
                                            std::span<const ComparedWord> other,
                                            const std::vector<std::uint64_t>& left) const {
    Facts facts;
    std::vector<std::uint64_t> there = sorted_hashes(other);
    for (const ComparedWord& word : sentence) {
        const auto found = std::lower_bound(there.begin(), there.end(), word.hash);
        if (found != there.end() && *found == word.hash) {
            there.erase(found);
            continue;
        }
        if (std::binary_search(left.begin(), left.end(), word.hash)) {
            continue;
        }
        if (is_number(word.kind)) {
            facts.numbers.push_back(word);
        } else if (is_name(text, word)) {
            facts.names.push_back(word);
        }
    }
    return facts;
}

void FactConflicts::drop_same_names(std::vector<ComparedWord>& a, std::vector<ComparedWord>& b) const {
    if (!a.empty() && !b.empty() && is_same_spelled(glued(m_a, a), glued(m_b, b))) {
        a.clear(); // `Nur-Sultan` and `Nursultan`
        b.clear();
    }
    for (auto name = a.begin(); name != a.end();) {
        const auto same = std::find_if(b.begin(), b.end(), [&](const ComparedWord& other) {
            return is_same_spelled(m_a.at(*name), m_b.at(other));
        });
        if (same == b.end()) {
            ++name;
        } else {
            b.erase(same);
            name = a.erase(name);
        }
    }
}

void FactConflicts::add_first_word(std::span<const ComparedWord> a, std::span<const ComparedWord> b, Facts& of_a,
                                   const Facts& of_b) const {
    const bool doubtful = of_a.names.empty() && !of_b.names.empty() && !a.empty() && !b.empty();
    if (doubtful && a.front().kind == WordKind::maybe_name && b.front().begin == of_b.names.front().begin &&
        m_seen.may_be_name(a.front().hash)) {
        of_a.names.push_back(a.front());
    }
}

void FactConflicts::find_exchanged(std::span<const ComparedWord> a, std::span<const ComparedWord> b,
                                   std::vector<DifferingWord>& out) const {
    const std::vector<ComparedWord> of_a = facts_of(a);
    const std::vector<ComparedWord> of_b = facts_of(b);
    constexpr std::size_t longest = 200; // words; enough for a sentence, and the work on it grows with its square
    if (a.size() > longest || b.size() > longest) {
        return;
    }
    const auto equal = [](const ComparedWord& x, const ComparedWord& y) { return x.hash == y.hash; };
    if (of_a.size() != of_b.size() || std::equal(of_a.begin(), of_a.end(), of_b.begin(), equal) ||
        sorted_hashes(of_a) != sorted_hashes(of_b)) {
        return;
    }
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        if (!equal(of_a[i], of_b[i]) && !keeps_neighbour(a, of_a[i], b)) {
            out.push_back({std::string(m_a.at(of_a[i])), std::string(m_b.at(of_b[i]))});
        }
    }
}

void FactConflicts::find(std::span<const ComparedWord> a, std::span<const ComparedWord> b,
                         std::vector<DifferingWord>& out) const {
    Facts of_a = only_in(m_a, a, b, m_left_b);
    Facts of_b = only_in(m_b, b, a, m_left_a);
    const bool replaced = !of_a.numbers.empty() && !of_b.numbers.empty();
    if (replaced || !all_spelled(of_a.numbers) || !all_spelled(of_b.numbers)) {
        tell(m_a, of_a.numbers, m_b, of_b.numbers, out);
    }
    add_first_word(a, b, of_a, of_b);
    add_first_word(b, a, of_b, of_a);
    drop_same_names(of_a.names, of_b.names);
    if (!of_a.names.empty() && !of_b.names.empty()) {
        tell(m_a, of_a.names, m_b, of_b.names, out);
    }
    find_exchanged(a, b, out);
}

} // namespace qosar
