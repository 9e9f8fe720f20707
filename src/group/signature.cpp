#include "qosar/group/signature.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

namespace {

constexpr std::size_t run_words = 2;
constexpr std::size_t content_letters = 4;

std::uint32_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t sum = (a ^ (b * 0x9FB21C651E98DF25ULL)) * 0xD6E8FEB86659FD93ULL;
    sum ^= sum >> 32U;
    return static_cast<std::uint32_t>(sum * 0xD6E8FEB86659FD93ULL >> 32U);
}

/// Minima of many permutations of 32-bit numbers; each is a multiplication and an addition, as universal hashing
/// allows.
template <std::size_t count>
std::array<std::uint16_t, count> minima_of(const std::vector<std::uint32_t>& values) {
    std::array<std::uint32_t, count> factors;
    std::array<std::uint32_t, count> terms;
    for (std::uint32_t i = 0; i < count; ++i) {
        factors[i] = mixed(i, 1) | 1U;
        terms[i] = mixed(i, 2);
    }
    std::array<std::uint32_t, count> minima;
    minima.fill(std::numeric_limits<std::uint32_t>::max());
    for (const std::uint32_t value : values) {
        for (std::size_t i = 0; i < count; ++i) {
            minima[i] = std::min(minima[i], value * factors[i] + terms[i]);
        }
    }
    std::array<std::uint16_t, count> out;
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = static_cast<std::uint16_t>(mixed(minima[i], i)); // the low bits of a product are no good alone
    }
    return out;
}

bool is_content(const ComparedText& text, const ComparedWord& word) {
    return word.kind == WordKind::number || word.kind == WordKind::date ||
           count_code_points(text.at(word)) >= content_letters;
}

/// Hashes of all runs of content words, each once; of all words where there are next to no content words.
std::vector<std::uint32_t> runs_of(const ComparedText& text) {
    const std::span<const ComparedWord> body = std::span(text.words).subspan(text.sentences.front().end);
    std::vector<std::uint64_t> words;
    words.reserve(body.size());
    for (const ComparedWord& word : body) {
        if (is_content(text, word)) {
            words.push_back(word.hash);
        }
    }
    if (words.size() < 2 * run_words) {
        words.clear();
        for (const ComparedWord& word : body) {
            words.push_back(word.hash);
        }
    }
    std::vector<std::uint32_t> runs;
    runs.reserve(words.size());
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        runs.push_back(mixed(words[i], words[i + 1]));
    }
    if (words.size() == 1) {
        runs.push_back(mixed(words.front(), 0));
    }
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

std::vector<std::uint32_t> facts_of(const ComparedText& text) {
    std::vector<std::uint32_t> facts;
    for (std::size_t i = text.sentences.front().end; i < text.words.size(); ++i) {
        const WordKind kind = text.words[i].kind;
        if (kind == WordKind::number || kind == WordKind::date || kind == WordKind::name) {
            facts.push_back(mixed(text.words[i].hash, 0));
        }
    }
    return facts;
}

} // namespace

std::vector<std::string> source_keys(const Article& article) {
    std::vector<std::string> keys;
    for (const std::string& url : article.source_urls) {
        const auto canonical = canonical_url(url);
        keys.push_back(canonical ? canonical->key : url);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Signature signature_of(const Article& article, const ComparedText& text) {
    std::string keys;
    for (const std::string& key : source_keys(article)) {
        keys += key + "\n";
    }
    Signature signature;
    signature.exact = hash128(comparable(article.title) + "\n" + comparable(article.body) + "\n" + keys);
    signature.sources = keys.empty() ? 0 : hash64(keys) | 1U;
    signature.facts = text.facts;
    signature.compared = text.body_words() > 0;
    if (signature.compared) {
        signature.minima = minima_of<minima_count>(runs_of(text));
        signature.fact_minima = minima_of<fact_minima_count>(facts_of(text));
    }
    return signature;
}

double estimated_overlap(const Signature& a, const Signature& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < minima_count; ++i) {
        equal += a.minima[i] == b.minima[i] ? 1 : 0;
    }
    return static_cast<double>(equal) / static_cast<double>(minima_count);
}

} // namespace qosar
