#include "qosar/group/differing_words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

/// Beyond this many cells of the comparison table, changed stretches are not lined up any more.
constexpr std::size_t max_cells = 16'000'000;

struct FoldedWord {
    std::string folded;
    std::string_view text;
};

std::vector<FoldedWord> words_of(std::string_view text) {
    std::vector<FoldedWord> words;
    for (const Token& token : tokenise(text)) {
        const std::string_view word = text.substr(token.bytes.begin, token.bytes.size());
        words.push_back({comparable(word), word});
    }
    return words;
}

double overlap_of(const std::vector<FoldedWord>& a, const std::vector<FoldedWord>& b) {
    std::map<std::string_view, std::ptrdiff_t> counts;
    for (const FoldedWord& word : a) {
        ++counts[word.folded];
    }
    std::size_t shared = 0;
    for (const FoldedWord& word : b) {
        shared += counts[word.folded]-- > 0 ? 1 : 0;
    }
    const std::size_t all = a.size() + b.size() - shared;
    return all == 0 ? 1 : static_cast<double>(shared) / static_cast<double>(all);
}

/// Longest common subsequence of two stretches; true for the words of `a` and `b` that belong to it.
struct Common {
    std::vector<bool> of_a;
    std::vector<bool> of_b;
};

Common common_words(const std::vector<FoldedWord>& a, const std::vector<FoldedWord>& b) {
    Common common{std::vector<bool>(a.size()), std::vector<bool>(b.size())};
    std::size_t begin = 0;
    while (begin < a.size() && begin < b.size() && a[begin].folded == b[begin].folded) {
        common.of_a[begin] = common.of_b[begin] = true;
        ++begin;
    }
    std::size_t end_a = a.size();
    std::size_t end_b = b.size();
    while (end_a > begin && end_b > begin && a[end_a - 1].folded == b[end_b - 1].folded) {
        common.of_a[--end_a] = common.of_b[--end_b] = true;
    }
    const std::size_t rows = end_a - begin;
    const std::size_t columns = end_b - begin;
    if (rows * columns > max_cells) {
        return common;
    }
    std::vector<std::uint32_t> table((rows + 1) * (columns + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return table[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            at(i, j) = a[begin + i].folded == b[begin + j].folded ? at(i + 1, j + 1) + 1
                                                                  : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (a[begin + i].folded == b[begin + j].folded) {
            common.of_a[begin + i++] = common.of_b[begin + j++] = true;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

} // namespace

std::vector<DifferingWord> differing_words(std::string_view kept, std::string_view dropped) {
    const std::vector<FoldedWord> a = words_of(kept);
    const std::vector<FoldedWord> b = words_of(dropped);
    const Common common = common_words(a, b);
    std::vector<DifferingWord> differing;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        const bool only_a = i < a.size() && !common.of_a[i];
        const bool only_b = j < b.size() && !common.of_b[j];
        if (!only_a && !only_b) {
            ++i;
            ++j;
            continue;
        }
        DifferingWord difference;
        if (only_a) {
            difference.kept = std::string(a[i++].text);
        }
        if (only_b) {
            difference.dropped = std::string(b[j++].text);
        }
        differing.push_back(std::move(difference));
    }
    return differing;
}

double word_overlap(std::string_view a, std::string_view b) { return overlap_of(words_of(a), words_of(b)); }

} // namespace qosar
