#include "qosar/quality/headline.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "qosar/language/stem.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

namespace {

constexpr double function_word_per_thousand = 450;
constexpr std::size_t lead_sentences = 3;
constexpr std::size_t root_letters = 5; ///< that words of one root share at least
constexpr std::size_t max_key_terms = 6;
constexpr double action_weight = 0.4; ///< of verbs, adjectives and adverbs, which headlines choose freely
constexpr double name_weight = 1.25;  ///< of names, which no paraphrase replaces
constexpr double telling_bits = 4;    ///< from which on a word needs more than a shared translation

double bits_of(double per_thousand) { return std::clamp(std::log2(1000 / per_thousand), 0.0, 10.0); }

struct BodyWord {
    std::string text;
    Range bytes;
    std::size_t count = 0;
    bool in_lead = false;
    double bits = 0;
};

/// All that the support of a headline word is looked up in.
struct BodyIndex {
    std::map<std::string, BodyWord> by_stem; ///< ordered, so that words of one root are neighbours
    std::map<std::string, double> by_root;   ///< prominence of the words of each root
    std::set<KeyId> translations;            ///< first keys of the translations of all body words
    std::set<std::string> initialisms;       ///< runs of first letters of capitalised words
};

double prominence(const BodyWord& word) { return word.in_lead || word.count > 1 ? 1.0 : 0.8; }

void add_initialisms(BodyIndex& index, const std::vector<std::string>& initials) {
    for (std::size_t begin = 0; begin < initials.size(); ++begin) {
        std::string run;
        for (std::size_t i = begin; i < std::min(begin + 6, initials.size()); ++i) {
            run += initials[i];
            if (i > begin) {
                index.initialisms.insert(run);
            }
        }
    }
}

std::string first_letter(std::string_view word) {
    std::size_t end = 0;
    next_code_point(word, end);
    return lower(word.substr(0, end));
}

bool joins_names(std::string_view word) {
    for (const char* small : {"of", "the", "for", "and", "on", "in", "to"}) {
        if (word == small) {
            return true;
        }
    }
    return false;
}

/// What is left of an English word without the endings that make one word of another: `skier` and `skiing` → `ski`.
std::string_view without_endings(std::string_view word) {
    static constexpr std::string_view endings[] = {"ation", "ment", "ness", "tion", "ship", "ing", "ist", "ian",
                                                   "ity",   "ive",  "ous",  "ers",  "al",   "ed",  "er",  "or",
                                                   "ly",    "ry",   "e",    "i",    "y",    "s"};
    constexpr std::size_t least_root = 3;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view ending : endings) {
            if (word.size() >= ending.size() + least_root && word.ends_with(ending)) {
                word.remove_suffix(ending.size());
                again = true;
                break;
            }
        }
    }
    return word;
}

BodyIndex index_body(const LanguagePack& pack, const Lexicon& lexicon, std::string_view body) {
    BodyIndex index;
    std::vector<std::string> initials; ///< of the capitalised words that stand together
    std::size_t sentence = 0;
    for (const Token& token : tokenise(body)) {
        sentence += token.starts_sentence ? 1 : 0;
        const std::string_view text = body.substr(token.bytes.begin, token.bytes.size());
        if (token.kind == TokenKind::word && token.starts_upper) {
            initials.push_back(first_letter(text));
        } else if (!joins_names(text)) {
            add_initialisms(index, initials);
            initials.clear();
        }
        const std::string key = stem(pack, text);
        const auto [found, is_new] = index.by_stem.try_emplace(key);
        BodyWord& word = found->second;
        if (is_new) {
            word.text = std::string(text);
            word.bytes = token.bytes;
            word.bits = bits_of(documents_per_thousand(pack, match_key(pack, text)));
            const KeyId lexicon_key = lexicon.first_key(match_key(pack, text));
            lexicon.for_each(lexicon_key, [&](const LexiconEntry& entry) {
                if (entry.first.size() == 1) {
                    index.translations.insert(entry.second.front());
                }
            });
        }
        ++word.count;
        word.in_lead = word.in_lead || sentence <= lead_sentences;
    }
    add_initialisms(index, initials);
    for (const auto& [key, word] : index.by_stem) {
        double& best = index.by_root[std::string(without_endings(key))];
        best = std::max(best, prominence(word));
    }
    return index;
}

std::size_t shared_letters(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size(); ++count) {
        if (next_code_point(a, i) != next_code_point(b, j)) {
            break;
        }
    }
    return count;
}

/// A body word made from the same root: it shares five letters and most of the shorter one.
double support_by_root(const BodyIndex& index, const std::string& key) {
    double best = 0;
    if (const auto found = index.by_root.find(std::string(without_endings(key))); found != index.by_root.end()) {
        best = found->second;
    }
    const std::string prefix = shortened(key, root_letters - 1);
    const std::string begin =
        prefix.ends_with("…") ? prefix.substr(0, prefix.size() - std::string("…").size()) : prefix;
    for (auto it = index.by_stem.lower_bound(begin); it != index.by_stem.end() && it->first.starts_with(begin); ++it) {
        const std::size_t shared = shared_letters(key, it->first);
        const std::size_t shorter = std::min(count_code_points(key), count_code_points(it->first));
        if (shared >= root_letters && shared + 2 >= shorter) {
            best = std::max(best, prominence(it->second));
        } else if (shared == shorter && shared + 1 >= root_letters) {
            best = std::max(best, 0.8 * prominence(it->second));
        }
    }
    return best;
}

bool shares_translation(const BodyIndex& index, const Lexicon& lexicon, KeyId key) {
    bool shared = false;
    lexicon.for_each(key, [&](const LexiconEntry& entry) {
        shared = shared || (entry.first.size() == 1 && entry.second.size() == 1 &&
                            index.translations.contains(entry.second.front()));
    });
    return shared;
}

double support_of(const LanguagePack& pack, const Lexicon& lexicon, const BodyIndex& index, std::string_view text,
                  double bits) {
    const std::string key = stem(pack, text);
    if (const auto found = index.by_stem.find(key); found != index.by_stem.end()) {
        return prominence(found->second);
    }
    if (index.initialisms.contains(lower(text))) {
        return 1;
    }
    const double by_root = support_by_root(index, key);
    const KeyId lexicon_key = lexicon.first_key(match_key(pack, text));
    const bool by_meaning = bits < telling_bits && shares_translation(index, lexicon, lexicon_key);
    return std::max(by_root, by_meaning ? 0.7 : 0.0);
}

bool is_number(const LanguagePack& pack, const Token& token, std::string_view text) {
    const auto word = pack.number_words.find(lower(text, pack.code));
    return token.kind == TokenKind::number ||
           (word != pack.number_words.end() &&
            (word->second.role == NumberRole::alone || word->second.role == NumberRole::multiplies ||
             word->second.role == NumberRole::also_multiplies));
}

void weigh_words(HeadlineSupport& out, const LanguagePack& pack, const Lexicon& lexicon, const BodyIndex& index,
                 std::string_view headline) {
    double all_bits = 0;
    for (const Token& token : tokenise(headline)) {
        const std::string_view text = headline.substr(token.bytes.begin, token.bytes.size());
        const double per_thousand = documents_per_thousand(pack, match_key(pack, text));
        if (is_number(pack, token, text) || per_thousand >= function_word_per_thousand || count_code_points(text) < 2) {
            continue; // headlines round numbers; they are compared elsewhere
        }
        const KeyId key = lexicon.first_key(match_key(pack, text));
        const bool is_name = lexicon.is_name(key);
        const double factor = is_name ? name_weight : lexicon.names_a_thing(key) ? 1 : action_weight;
        const double bits = factor * bits_of(per_thousand);
        const HeadlineWord word{.bytes = token.bytes,
                                .weight = bits,
                                .support = support_of(pack, lexicon, index, text, bits),
                                .is_name = is_name};
        all_bits += word.weight;
        out.missing_bits += (1 - word.support) * word.weight;
        out.words.push_back(word);
    }
    out.missing_share = all_bits > 0 ? out.missing_bits / all_bits : 0;
}

bool is_letter_first(std::string_view text) {
    std::size_t position = 0;
    return count_code_points(text) > 1 && is_letter(next_code_point(text, position));
}

void find_key_terms(HeadlineSupport& out, const LanguagePack& pack, const BodyIndex& index, std::string_view headline) {
    std::set<std::string> stems;
    for (const Token& token : tokenise(headline)) {
        stems.insert(stem(pack, headline.substr(token.bytes.begin, token.bytes.size())));
    }
    for (const auto& entry : index.by_stem) {
        const std::string& key = entry.first;
        const auto& word = entry.second;
        if (word.count < 2 || word.bits < 2 || !is_letter_first(word.text)) {
            continue;
        }
        const auto shares_root = [&](const std::string& other) { return shared_letters(key, other) >= root_letters; };
        const bool named = stems.contains(key) || std::any_of(stems.begin(), stems.end(), shares_root);
        out.key_terms.push_back({word.text, word.bytes, word.bits * static_cast<double>(word.count), named});
    }
    std::stable_sort(out.key_terms.begin(), out.key_terms.end(),
                     [](const KeyTerm& a, const KeyTerm& b) { return a.weight > b.weight; });
    out.key_terms.resize(std::min(out.key_terms.size(), max_key_terms));
    double all = 0;
    double named = 0;
    for (const KeyTerm& term : out.key_terms) {
        all += term.weight;
        named += term.in_headline ? term.weight : 0;
    }
    out.key_share = all > 0 ? named / all : 0;
}

/// Whether most words begin with a capital, so that capitals do not tell names.
bool is_title_case(std::string_view headline) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Token& token : tokenise(headline)) {
        words += token.kind == TokenKind::word ? 1 : 0;
        capitals += token.starts_upper ? 1 : 0;
    }
    return 5 * capitals > 3 * words;
}

} // namespace

HeadlineSupport headline_support(const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                                 std::string_view body) {
    HeadlineSupport out;
    const BodyIndex index = index_body(pack, lexicon, body);
    for (const auto& [key, word] : index.by_stem) {
        out.body_words += word.count;
    }
    weigh_words(out, pack, lexicon, index, headline);
    find_key_terms(out, pack, index, headline);
    return out;
}

void find_answers(HeadlineSupport& support, const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                  const OtherLanguage& other) {
    std::vector<std::string_view> sentences{other.title};
    for (std::size_t begin = 0; begin < other.text.size();) {
        const std::size_t end = std::min(other.text.find('\n', begin), other.text.size());
        sentences.push_back(other.text.substr(begin, end - begin));
        begin = end + 1;
    }
    const WordMatches found = match_words(pack, {headline}, other.pack, sentences, lexicon);
    const auto& words = found.first.words;
    const bool tells_names = !is_title_case(headline);
    for (HeadlineWord& word : support.words) {
        const auto is_it = [&](const Word& one) {
            return one.bytes.begin < word.bytes.end && word.bytes.begin < one.bytes.end;
        };
        word.is_known = false;
        for (const Word& one : words) {
            word.is_known =
                word.is_known ||
                (is_it(one) && (one.kind == WordClass::term || (one.kind == WordClass::name && tells_names)));
        }
        word.answer = 0;
        for (const WordMatch& match : found.matches) {
            if (is_it(words[match.first])) {
                word.answer = std::max(word.answer, static_cast<double>(match.strength));
            }
        }
    }
    support.has_answers = true;
}

namespace {

/// Share of the headline's bits that nothing supports, or nearly so, where an answer counts for so much of a support.
double unanswered_share(const HeadlineSupport& support, double answered) {
    double all = 0;
    double missing = 0;
    for (const HeadlineWord& word : support.words) {
        all += word.weight;
        missing += word.weight * (1 - std::max(word.support, answered * word.answer));
    }
    return all > 0 ? missing / all : 0;
}

bool has_wrong_word(const HeadlineSupport& support, const HeadlineThresholds& thresholds) {
    const double share = support.has_answers ? unanswered_share(support, thresholds.answered) : support.missing_share;
    return std::any_of(support.words.begin(), support.words.end(), [&](const HeadlineWord& word) {
        const bool paraphrased = support.has_answers && !word.is_name; // names are not
        return word.support == 0 && word.answer == 0 && word.is_known && word.weight >= thresholds.telling_word &&
               share >= (paraphrased ? thresholds.some_unanswered : thresholds.some_missing);
    });
}

bool is_wrong_headline(const HeadlineSupport& support, const HeadlineThresholds& thresholds) {
    return support.missing_share >= thresholds.most_missing && support.missing_bits >= thresholds.enough_bits;
}

} // namespace

bool is_mismatch(const HeadlineSupport& support, const HeadlineThresholds& thresholds) {
    return support.body_words >= thresholds.body_words &&
           (has_wrong_word(support, thresholds) || is_wrong_headline(support, thresholds));
}

bool is_mismatch(HeadlineSupport& support, const LanguagePack& pack, const Lexicon& lexicon, std::string_view headline,
                 const OtherLanguage& other, const HeadlineThresholds& thresholds) {
    const bool by_a_word = support.body_words >= thresholds.body_words && !is_wrong_headline(support, thresholds) &&
                           has_wrong_word(support, thresholds);
    if (by_a_word && !other.text.empty()) {
        find_answers(support, pack, lexicon, headline, other);
    }
    return is_mismatch(support, thresholds);
}

} // namespace qosar
