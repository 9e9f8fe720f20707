#include "qosar/words/coverage.hpp"

#include <algorithm>
#include <vector>

namespace qosar {

namespace {

bool is_function_part(std::string_view part_of_speech) {
    return part_of_speech == "pron" || part_of_speech == "prep" || part_of_speech == "conj" || part_of_speech == "part";
}

} // namespace

Coverage& Coverage::operator+=(const Coverage& other) {
    names += other.names;
    content += other.content;
    known += other.known;
    answered += other.answered;
    return *this;
}

Coverage coverage_of(const WordMatches& words, const Lexicon& lexicon) {
    const std::vector<Word>& all = words.first.words;
    std::vector<bool> function(all.size());
    std::vector<bool> known(all.size());
    std::vector<bool> answered(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        function[i] = all[i].kind == WordClass::function;
        lexicon.for_each(all[i].key, [&](const LexiconEntry& entry) {
            if (entry.first.size() == 1 && is_function_part(entry.part_of_speech)) {
                function[i] = true;
            }
            if (stands_at(words.first, i, entry.first)) {
                std::fill_n(known.begin() + i, entry.first.size(), true);
            }
        });
    }
    for (const WordMatch& match : words.matches) {
        answered[match.first] = answered[match.first] || match.kind == AnchorKind::term;
    }
    Coverage coverage;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == WordClass::name) {
            ++coverage.names;
        } else if (!function[i] && all[i].kind != WordClass::number) {
            ++coverage.content;
            coverage.known += known[i] ? 1 : 0;
            coverage.answered += known[i] && answered[i] ? 1 : 0;
        }
    }
    return coverage;
}

} // namespace qosar
