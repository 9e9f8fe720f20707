#include "qosar/words/word_matches.hpp"

#include <algorithm>
#include <tuple>

#include "add_matches.hpp"
#include "name_matches.hpp"
#include "pair_index.hpp"
#include "places.hpp"
#include "qosar/words/paired_words.hpp"

namespace qosar {

namespace {

constexpr std::size_t min_cognate_letters = 5;
constexpr double min_cognate_likeness = 0.85;
constexpr std::size_t max_places = 64; ///< of one thing within a window that are matched; more say nothing
/// The same for trained translations: they may be as common as articles and still tell sentences apart.
constexpr std::size_t max_trained_places = 1500;

std::vector<Places::Entry> names_of(const SideWords& side) {
    std::vector<Places::Entry> entries;
    for (std::uint32_t i = 0; i < side.words.size(); ++i) {
        if (side.words[i].name != no_name) {
            entries.emplace_back(side.words[i].name + 1, i);
        }
    }
    return entries;
}

/// The words of a range of sentences, by number.
struct WordRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

WordRange words_in(const SideWords& side, Range sentences) {
    return {side.begins[sentences.begin], side.begins[sentences.end]};
}

/// Where the things of the first side stand, to tell those that are too many from the second side's point of view.
class FirstPlaces {
public:
    FirstPlaces(const SideIndex& index, const WordMatches& words)
        : m_index(index), m_first(words.first), m_second(words.second),
          m_windows(turned(words.windows, words.second.sentences())), m_names(names_of(words.first)) {}

    [[nodiscard]] std::span<const std::uint32_t> value(std::uint64_t number) const { return m_index.values.of(number); }
    [[nodiscard]] std::span<const std::uint32_t> name(std::uint32_t name) const { return m_names.of(name + 1); }

    /// The places that are seen from a second side's sentence of a range, or from a few more.
    [[nodiscard]] WordRange seen_from(Range sentences) const {
        if (sentences.empty()) {
            return {};
        }
        return words_in(m_first, {m_windows[sentences.begin].begin, m_windows[sentences.end - 1].end});
    }

    /// Whether few enough of these places are seen from a word of the second side.
    [[nodiscard]] bool are_few(std::span<const std::uint32_t> places, std::uint32_t second_word,
                               std::size_t most = max_places) const {
        if (places.size() <= most) {
            return true;
        }
        const auto [begin, end] = words_in(m_first, m_windows[m_second.words[second_word].sentence]);
        return places_within(places, begin, end).size() <= most;
    }

private:
    const SideIndex& m_index;
    const SideWords& m_first;
    const SideWords& m_second;
    Windows m_windows;
    Places m_names;
};

class Matcher {
public:
    Matcher(WordMatches& out, PairIndex& index)
        : m_out(out), m_index(index), m_first(index.first(), out), m_ahead(index.second().keys),
          m_names(out.first, out.second) {}

    void match() {
        for (std::size_t sentence = 0; sentence < m_out.first.sentences(); ++sentence) {
            match_sentence(sentence);
        }
        m_out.matches.shrink_to_fit();
    }

private:
    void add(std::uint32_t first, std::uint32_t second, AnchorKind kind, float strength) {
        m_row.push_back({first, second, kind, strength});
    }

    /// Those of sorted places that lie in the window; none where they are too many.
    [[nodiscard]] std::span<const std::uint32_t> seen(std::span<const std::uint32_t> places) const {
        const auto within = places_within(places, m_seen.begin, m_seen.end);
        return within.size() <= max_places ? within : std::span<const std::uint32_t>();
    }

    /// Those of a first side's many places that any word in the window may see: then they need not be sought for each.
    [[nodiscard]] std::span<const std::uint32_t> around(std::span<const std::uint32_t> places) const {
        return places.size() <= max_places ? places : places_within(places, m_around.begin, m_around.end);
    }

    void match_sentence(std::size_t sentence) {
        m_seen = words_in(m_out.second, m_out.windows[sentence]);
        m_around = m_first.seen_from(m_out.windows[sentence]);
        const auto [begin, end] = words_in(m_out.first, {sentence, sentence + 1});
        for (std::uint32_t i = begin; i < end; ++i) {
            const Word& word = m_out.first.words[i];
            if (word.meaning != WordValue::none) {
                match_value(i, word);
            }
            if (word.key != no_key) {
                match_terms(i, word.key);
            }
            if (word.name != no_name) {
                match_names(i, word.name);
            }
        }
        finish_sentence();
    }

    void match_value(std::uint32_t i, const Word& word) {
        const std::uint64_t number = value_number(word);
        for (const std::uint32_t place : seen(m_index.second().values.of(number))) {
            if (m_first.are_few(m_first.value(number), place)) {
                add(i, place, AnchorKind::number, 1);
            }
        }
    }

    void match_terms(std::uint32_t i, KeyId key) {
        const std::size_t slot = m_index.first().keys.slot_of(key);
        const auto own_places = around(m_index.first().keys.in_slot(slot));
        const bool common = is_common(m_out.first.words[i]);
        for (const Link& link : m_index.links_of(key, slot)) {
            if (common && link.is_common) {
                continue; // two words that tell nothing
            }
            const auto places = m_ahead.within(link.slot, m_seen.begin, m_seen.end);
            const std::size_t most = link.is_trained ? max_trained_places : max_places;
            if (places.empty() || places.size() > most) {
                continue;
            }
            for (const std::uint32_t place : places) {
                if (!m_first.are_few(own_places, place, most)) {
                    continue;
                }
                if (link.is_single) {
                    add(i, place, AnchorKind::term, link.strength);
                } else {
                    match_term(i, place, link);
                }
            }
        }
    }

    void match_term(std::uint32_t i, std::uint32_t place, const Link& link) {
        const auto& [first, second] = m_index.terms_of(link);
        if (!stands_at(m_out.first, i, first) || !stands_at(m_out.second, place, second)) {
            return;
        }
        for (std::uint32_t a = 0; a < first.size(); ++a) {
            for (std::uint32_t b = 0; b < second.size(); ++b) {
                add(i + a, place + b, AnchorKind::term, link.strength);
            }
        }
    }

    /// Places of names that are alike, where at least one is a name, or both are words that look alike.
    void match_names(std::uint32_t i, std::uint32_t name) {
        const std::string& letters = m_out.first.names[name].letters;
        for (const LikeName& like : m_names.like(name, m_seen.begin, m_seen.end)) {
            const std::string& other = m_out.second.names[like.name].letters;
            const std::size_t shorter = std::min(letters.size(), other.size());
            const bool cognates = shorter >= min_cognate_letters && like.likeness >= min_cognate_likeness;
            const AnchorKind kind = letters == other ? AnchorKind::same : AnchorKind::name;
            for (const std::uint32_t place : seen(m_names.places(like.name))) {
                const bool names =
                    m_out.first.words[i].kind == WordClass::name || m_out.second.words[place].kind == WordClass::name;
                if ((names || cognates) && m_first.are_few(m_first.name(name), place)) {
                    add(i, place, kind, like.likeness);
                }
            }
        }
    }

    /// Of several matches of two words the strongest stays.
    void finish_sentence() {
        const auto order = [](const WordMatch& m) {
            return std::tuple(m.first, m.second, -m.strength, m.kind != AnchorKind::number, m.kind);
        };
        std::sort(m_row.begin(), m_row.end(),
                  [&](const WordMatch& a, const WordMatch& b) { return order(a) < order(b); });
        m_row.erase(std::unique(m_row.begin(), m_row.end(),
                                [](const WordMatch& a, const WordMatch& b) {
                                    return a.first == b.first && a.second == b.second;
                                }),
                    m_row.end());
        m_out.matches.insert(m_out.matches.end(), m_row.begin(), m_row.end());
        m_row.clear();
    }

    WordMatches& m_out;
    PairIndex& m_index;
    FirstPlaces m_first;
    PlacesAhead m_ahead; ///< of the second side's keys
    NameMatches m_names;
    WordRange m_seen;             ///< words of the second side in the window
    WordRange m_around;           ///< words of the first side that are seen from there
    std::vector<WordMatch> m_row; ///< of the sentence at hand
};

} // namespace

Windows turned(const Windows& windows, std::size_t sentences) {
    Windows out;
    out.reserve(sentences);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t sentence = 0; sentence < sentences; ++sentence) {
        while (begin < windows.size() && windows[begin].end <= sentence) {
            ++begin;
        }
        while (end < windows.size() && windows[end].begin <= sentence) {
            ++end;
        }
        out.push_back({begin, std::max(begin, end)});
    }
    return out;
}

void add_matches(WordMatches& words, PairIndex& index) { Matcher(words, index).match(); }

WordMatches match_words(const LanguagePack& first_pack, const std::vector<std::string_view>& first,
                        const LanguagePack& second_pack, const std::vector<std::string_view>& second,
                        const Lexicon& lexicon) {
    return PairedWords(read_side_words(first_pack, first, lexicon, true),
                       read_side_words(second_pack, second, lexicon, false), lexicon)
        .matches(Windows(first.size(), Range{0, second.size()}));
}

} // namespace qosar
