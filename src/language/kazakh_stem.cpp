#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <string>
#include <string_view>

#include "kazakh_dictionary.hpp"
#include "kazakh_grammar.hpp"
#include "kazakh_letters.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/language/stem.hpp"

namespace qosar {

namespace {

using Rows = KazakhGrammar::Rows;

struct Kazakh {
    KazakhGrammar grammar{language_data("kk/suffixes.tsv"), "kk/suffixes.tsv"};
    KazakhGrammar derivation{language_data("kk/derivation.tsv"), "kk/derivation.tsv"};
    Rows noun_of_noun = derivation.slot("noun-of-noun");
    Rows noun_of_verb = derivation.slot("noun-of-verb");
    Rows verb_of_noun = derivation.slot("verb-of-noun");
    KazakhDictionary dictionary{language_data("kk/stems.tsv"), language_data("kk/irregular.tsv")};
};

const Kazakh& kazakh() {
    static const Kazakh data;
    return data;
}

constexpr int impossible = std::numeric_limits<int>::min() / 2;

/// Whether an ending agrees in harmony and sound with the first letters of a word.
bool may_follow(const Ending& ending, const KazakhWord& word, std::size_t size) {
    return (ending.harmony & word.harmony[size]) != 0 &&
           (size == 0 || (ending.after_sounds & sound_of(word.letters[size - 1])) != 0);
}

/// All ways to read the end of a word as endings, from the last one leftwards. For each place: the rows whose endings
/// may begin there so that everything behind it is endings in their order, each with the greatest sum of trust.
class EndingSearch {
public:
    EndingSearch(const KazakhGrammar& grammar, const KazakhWord& word) : m_grammar(grammar), m_word(word) {
        for (std::size_t i = 0; i <= word.size; ++i) {
            m_begins[i] = 0;
        }
        for (std::size_t end = word.size; end > 0; --end) {
            if (end == word.size || m_begins[end] != 0) {
                walk(end);
            }
        }
    }

    /// The greatest trust in endings that begin at a place with one of these rows, or `impossible`.
    [[nodiscard]] int trust(std::size_t place, Rows slots) const {
        int best = impossible;
        for (Rows left = m_begins[place] & slots; left != 0; left &= left - 1) {
            best = std::max<int>(best, m_trust[place][static_cast<std::size_t>(std::countr_zero(left))]);
        }
        return best;
    }

    [[nodiscard]] bool any_at(std::size_t place) const { return m_begins[place] != 0; }

private:
    void walk(std::size_t end) {
        const KazakhGrammar::Node* node = &m_grammar.root();
        for (std::size_t begin = end; begin > 0;) {
            node = m_grammar.child(*node, m_word.letters[--begin]);
            if (node == nullptr) {
                return;
            }
            const Ending* endings = m_grammar.endings(*node);
            for (std::size_t i = 0; i < node->ending_count; ++i) {
                take(endings[i], begin, end);
            }
        }
    }

    void take(const Ending& ending, std::size_t begin, std::size_t end) {
        if (!may_follow(ending, m_word, begin)) {
            return;
        }
        const int behind = end == m_word.size ? 0 : trust(end, m_grammar.followers(ending.row));
        if (behind == impossible || (end == m_word.size && !ending.may_end)) {
            return;
        }
        const Rows bit = Rows{1} << ending.row;
        const auto sum = static_cast<std::int16_t>(behind + ending.trust);
        std::int16_t& best = m_trust[begin][ending.row];
        best = (m_begins[begin] & bit) == 0 ? sum : std::max(best, sum);
        m_begins[begin] |= bit;
    }

    const KazakhGrammar& m_grammar;
    const KazakhWord& m_word;
    std::array<Rows, KazakhWord::max_letters + 1> m_begins;
    std::array<std::array<std::int16_t, 64>, KazakhWord::max_letters + 1> m_trust;
};

/// A way to cut a word: its first letters are a stem, the rest is endings.
struct Cut {
    int score = impossible;
    std::size_t size = 0;
    bool verb = false;
    KazakhDictionary::FormId form = 0; ///< 0: a stem that nobody listed
};

constexpr int listed = 1000;
constexpr int derived = 990; ///< made of a listed word by the rules of derivation
constexpr int own_verb = 4;
constexpr int letter_score = 2; ///< a longer known stem is better than a shorter one
constexpr int bare_verb = -6;   ///< the imperative, rare in news
constexpr int unlisted_verb = -6;

/// What is known of the beginnings of a word.
class StemSearch {
public:
    StemSearch(const Kazakh& kk, const KazakhWord& word) : m_kk(kk), m_word(word), m_endings(kk.grammar, word) {
        m_hashes[0] = KazakhDictionary::empty_hash;
        for (std::size_t i = 0; i < word.size; ++i) {
            m_hashes[i + 1] = KazakhDictionary::next_hash(m_hashes[i], word.letters[i]);
        }
    }

    Cut best() {
        m_best = {0, m_word.size, false, 0};
        for (std::size_t size = 1; size < m_word.size; ++size) {
            if (m_endings.any_at(size)) {
                look_at(size, m_endings.trust(size, m_kk.grammar.after_noun()),
                        m_endings.trust(size, m_kk.grammar.after_verb()));
            }
        }
        look_at(m_word.size, 0, bare_verb);
        return m_best;
    }

private:
    void look_at(std::size_t size, int as_noun, int as_verb) {
        const int letters = letter_score * static_cast<int>(size);
        const KazakhDictionary::Entry* entry = m_kk.dictionary.find(m_hashes[size]);
        if (entry != nullptr) {
            if (size == m_word.size && entry->whole != 0) {
                keep_better({2 * listed, size, false, entry->whole});
            }
            if (entry->noun != 0 && fits(entry->noun_place, size)) {
                keep_better({listed + letters + as_noun, size, false, entry->noun});
            }
            if (entry->verb != 0 && fits(entry->verb_place, size)) {
                keep_better({listed + letters + as_verb + (entry->own_verb ? own_verb : 0), size, true, entry->verb});
            }
        }
        if (as_noun > impossible && is_derived(size, m_kk.noun_of_noun | m_kk.noun_of_verb)) {
            keep_better({derived + letters + as_noun, size, false, 0});
        }
        if (size < m_word.size && as_verb > impossible && is_derived(size, m_kk.verb_of_noun)) {
            keep_better({derived + letters + as_verb, size, true, 0});
        }
        if (size < m_word.size) {
            const int shape = shape_score(size);
            keep_better({shape + as_noun, size, false, 0});
            keep_better({shape + as_verb + unlisted_verb, size, true, 0});
        }
    }

    void keep_better(const Cut& cut) { m_best = cut.score > m_best.score ? cut : m_best; }

    [[nodiscard]] bool fits(StemPlace place, std::size_t size) const {
        if (place == StemPlace::anywhere) {
            return true;
        }
        const Letter next = size < m_word.size ? m_word.letters[size] : Letter{0};
        return next == letter(u'у') || (place == StemPlace::before_vowel && is_vowel(next));
    }

    /// Whether the first letters are a listed word with endings of these kinds of derivation behind it.
    [[nodiscard]] bool is_derived(std::size_t size, Rows kinds) const {
        const KazakhGrammar::Node* node = &m_kk.derivation.root();
        for (std::size_t begin = size; begin > 2;) {
            node = m_kk.derivation.child(*node, m_word.letters[--begin]);
            if (node == nullptr) {
                return false;
            }
            const Ending* endings = m_kk.derivation.endings(*node);
            for (std::size_t i = 0; i < node->ending_count; ++i) {
                const Rows kind = Rows{1} << endings[i].row;
                if ((kind & kinds) != 0 && may_follow(endings[i], m_word, begin) &&
                    is_base(begin, (kind & m_kk.noun_of_verb) != 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool is_base(std::size_t size, bool verb) const {
        const KazakhDictionary::Entry* entry = m_kk.dictionary.find(m_hashes[size]);
        return entry != nullptr && (verb ? entry->verb != 0 && fits(entry->verb_place, size)
                                         : entry->noun != 0 && fits(entry->noun_place, size));
    }

    /// How good the first letters are as a stem that nobody listed.
    [[nodiscard]] int shape_score(std::size_t size) const {
        bool has_vowel = false;
        for (std::size_t i = 0; i < size; ++i) {
            const Letter l = m_word.letters[i];
            has_vowel = has_vowel || l == 0 || is_vowel(l) || l == letter(u'у');
        }
        constexpr int by_size[] = {-50, -50, -5, -2};
        return !has_vowel ? -50 : size < std::size(by_size) ? by_size[size] : 0;
    }

    const Kazakh& m_kk;
    const KazakhWord& m_word;
    EndingSearch m_endings;
    std::array<std::uint64_t, KazakhWord::max_letters + 1> m_hashes;
    Cut m_best;
};

/// A voiced stop that stands at the end only because a vowel followed it: кітаб-ы.
std::string devoiced(std::string stem) {
    constexpr std::string_view pairs[][2] = {{"б", "п"}, {"г", "к"}, {"ғ", "қ"}};
    for (const auto& [voiced, voiceless] : pairs) {
        if (stem.ends_with(voiced)) {
            stem.replace(stem.size() - voiced.size(), voiced.size(), voiceless);
            break;
        }
    }
    return stem;
}

std::string stem_of(const Kazakh& kk, const KazakhWord& word) {
    const Cut cut = StemSearch(kk, word).best();
    if (cut.form != 0) {
        return kk.dictionary.form(cut.form);
    }
    if (cut.verb) {
        return infinitive(word, cut.size);
    }
    std::string stem = written(word, cut.size);
    return cut.size < word.size && is_vowel(word.letters[cut.size]) ? devoiced(std::move(stem)) : stem;
}

/// Where the part behind the last hyphen or apostrophe begins; 0 if there is none.
std::size_t last_part(std::string_view word, std::size_t& mark) {
    const bool may_hold_mark = std::any_of(word.begin(), word.end(), [](char c) {
        return c == '-' || c == '\'' || c == '\xE2' || c == '\xCA'; // what the marks begin with
    });
    if (!may_hold_mark) {
        return 0;
    }
    constexpr std::string_view marks[] = {"-", "'", "’", "ʼ", "‑", "‐"};
    std::size_t best = 0;
    for (const std::string_view m : marks) {
        const std::size_t found = word.rfind(m);
        if (found != std::string_view::npos && found + m.size() > best) {
            best = found + m.size();
            mark = found;
        }
    }
    return best < word.size() ? best : 0;
}

} // namespace

bool is_kazakh_ending(std::string_view word) {
    KazakhWord letters;
    if (!read_kazakh(word, letters) || !letters.has_cyrillic) {
        return false;
    }
    const KazakhGrammar& grammar = kazakh().grammar;
    return EndingSearch(grammar, letters).trust(0, grammar.after_noun()) != impossible;
}

std::string kazakh_stem(std::string_view word) {
    std::size_t mark = 0;
    if (const std::size_t part = last_part(word, mark); part != 0 && mark != 0) {
        const std::string_view last = word.substr(part);
        return is_kazakh_ending(last) ? std::string(word.substr(0, mark))
                                      : std::string(word.substr(0, part)) + kazakh_stem(last);
    }
    KazakhWord letters;
    if (!read_kazakh(word, letters) || !letters.has_cyrillic) {
        return std::string(word);
    }
    return stem_of(kazakh(), letters);
}

} // namespace qosar
