#include "qosar/group/representative.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "qosar/base/hash.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t most_words = 100'000; ///< of all members that are learned from

std::string without_apostrophes(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (is_letter(c) || is_mark(c) || is_digit(c)) {
            append_code_point(out, c);
        }
    }
    return out;
}

/// How words look once they have lost an apostrophe or the blank between two of them.
struct DamagedForms {
    std::unordered_set<std::uint64_t> without_apostrophe;
    std::unordered_set<std::uint64_t> glued;
};

void learn(std::string_view body, DamagedForms& forms, std::size_t& words) {
    std::string before;
    for (const Token& token : tokenise(body)) {
        if (++words > most_words) {
            return;
        }
        const std::string word = lower(body.substr(token.bytes.begin, token.bytes.size()));
        if (std::string bare = without_apostrophes(word); bare != word) {
            forms.without_apostrophe.insert(hash64(bare));
        }
        if (!before.empty() && !token.starts_sentence) {
            forms.glued.insert(hash64(before + word));
        }
        before = word;
    }
}

/// Characters that stand in a text read in the wrong character set and hardly elsewhere.
bool is_mojibake(char32_t c, char32_t before) {
    const bool lead =
        before == U'\u00C3' || before == U'\u00C2' || before == U'\u00D0' || before == U'\u00D1' || before == U'\u00E2';
    const bool follows = (c >= 0x80 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2122) || c == U'\u0160' || c == U'\u0161';
    return c == U'\uFFFD' || (c >= 0x80 && c < 0xA0) || (lead && follows);
}

std::size_t damaged_characters(std::string_view text) {
    std::size_t count = 0;
    char32_t before = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        count += is_mojibake(c, before) ? 1 : 0;
        before = c;
    }
    return count;
}

std::size_t damaged_words(std::string_view body, const DamagedForms& forms) {
    std::size_t damaged = damaged_characters(body);
    std::size_t end = 0;
    for (const Token& token : tokenise(body)) {
        const std::uint64_t hash = hash64(lower(body.substr(token.bytes.begin, token.bytes.size())));
        damaged += forms.without_apostrophe.count(hash) + forms.glued.count(hash);
        const std::string_view between = body.substr(end, token.bytes.begin - end);
        damaged += end > 0 && (between == "." || between == "!" || between == "?") && token.starts_upper ? 1U : 0U;
        end = token.bytes.end;
    }
    return damaged;
}

bool is_complete(std::string_view body) {
    body = trimmed(body);
    while (!body.empty()) {
        std::size_t place = last_code_point(body);
        const std::string_view rest = body.substr(0, place);
        const char32_t c = next_code_point(body, place);
        if (c == U'…' || body.ends_with("...")) {
            return false;
        }
        if (!is_closing(c)) {
            return is_terminator(c);
        }
        body = rest;
    }
    return false;
}

} // namespace

std::size_t best_article(const std::vector<Article>& members) {
    if (members.size() == 1) {
        return 0;
    }
    DamagedForms forms;
    std::size_t words = 0;
    for (const Article& member : members) {
        learn(member.body, forms, words);
    }
    const auto rank = [&](const Article& article) {
        const auto damaged = static_cast<std::ptrdiff_t>(damaged_words(article.body, forms));
        return std::tuple(!article.source_urls.empty(), is_complete(article.body), -damaged, article.body.size(),
                          hash128(article.title + "\n" + article.body));
    };
    std::size_t best = 0;
    auto best_rank = rank(members[0]);
    for (std::size_t i = 1; i < members.size(); ++i) {
        auto other = rank(members[i]);
        if (other > best_rank) {
            best = i;
            best_rank = other;
        }
    }
    return best;
}

} // namespace qosar
