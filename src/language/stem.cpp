#include "qosar/language/stem.hpp"

#include <map>
#include <memory>

#include <libstemmer.h>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "remembered.hpp"

namespace qosar {

namespace {

using SnowballPtr = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

/// A Snowball stemmer holds state, so each thread has its own; null where Snowball does not know the language.
sb_stemmer* snowball(const std::string& code) {
    thread_local std::map<std::string, SnowballPtr> stemmers;
    auto found = stemmers.find(code);
    if (found == stemmers.end()) {
        found = stemmers.emplace(code, SnowballPtr(sb_stemmer_new(code.c_str(), "UTF_8"), &sb_stemmer_delete)).first;
    }
    return found->second.get();
}

std::string snowball_stem(sb_stemmer* stemmer, const std::string& word) {
    const auto* stem =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

/// `Kazakhstan’s` and `Kazakhstan's` → `kazakhstan`
std::string without_possessive(std::string word) {
    for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    }
    return word;
}

/// Languages that pile up endings which nobody takes off here, or not all of them.
bool keeps_endings(const std::string& code) {
    for (const char* language : {"ky", "tt", "ba", "tr", "az", "uz", "fi", "et", "hu", "mn"}) {
        if (code == language) {
            return true;
        }
    }
    return false;
}

std::string first_letters(const std::string& word, std::size_t count) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < count && end < word.size(); ++i) {
        next_code_point(word, end);
    }
    return word.substr(0, end);
}

} // namespace

namespace {

std::string compute_stem(const LanguagePack& pack, std::string_view word) {
    std::string folded = lower(word, pack.code);
    if (pack.code == "kk") {
        return kazakh_stem(folded);
    }
    if (pack.code == "en") {
        folded = without_possessive(folded);
    }
    const auto irregular = pack.irregular.find(folded);
    if (irregular != pack.irregular.end()) {
        folded = irregular->second;
    }
    sb_stemmer* stemmer = snowball(pack.code);
    return stemmer == nullptr ? folded : snowball_stem(stemmer, folded);
}

} // namespace

bool is_ending(const LanguagePack& pack, std::string_view part) {
    return pack.code == "kk" && is_kazakh_ending(lower(part, pack.code));
}

std::string stem(const LanguagePack& pack, std::string_view word) {
    thread_local Remembered<std::string> stems;
    return stems.of(pack, word, [&](std::string_view one) { return compute_stem(pack, one); });
}

std::string match_key(const LanguagePack& pack, std::string_view word) {
    const std::string whole = stem(pack, word);
    return keeps_endings(pack.code) ? first_letters(whole, 5) : whole;
}

} // namespace qosar
