#include "qosar/group/signature.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "qosar/text/characters.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

namespace {

constexpr std::size_t shingle_words = 3;
constexpr std::size_t band_rows = 4; // MinHash values in a band

/// Keys of the cited pages in order, one a line.
std::string source_keys(const Article& article) {
    std::vector<std::string> keys;
    for (const std::string& url : article.source_urls) {
        const auto canonical = canonical_url(url);
        keys.push_back(canonical ? canonical->key : url);
    }
    std::sort(keys.begin(), keys.end());
    std::string text;
    for (const std::string& key : keys) {
        text += key + "\n";
    }
    return text;
}

std::vector<std::uint64_t> word_hashes(const std::string& text) {
    std::vector<std::uint64_t> hashes;
    for (const Token& token : tokenise(text)) {
        hashes.push_back(hash64(std::string_view(text).substr(token.bytes.begin, token.bytes.size())));
    }
    return hashes;
}

/// One hash of a shingle gives all 64 by multiplication with odd numbers, as universal hashing allows.
std::uint32_t permuted(std::uint64_t hash, std::size_t index) {
    const std::uint64_t odd = 2 * (index + 1) * 0x9E3779B97F4A7C15ULL + 1;
    return static_cast<std::uint32_t>((hash * odd + index * 0xD1B54A32D192ED03ULL) >> 32U);
}

std::array<std::uint32_t, band_count> bands_of(const std::vector<std::uint64_t>& words) {
    std::array<std::uint32_t, band_count * band_rows> min_hashes;
    min_hashes.fill(std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::uint64_t shingle = 0;
        for (std::size_t k = i; k < std::min(i + shingle_words, words.size()); ++k) {
            shingle = (shingle ^ words[k]) * 0x9FB21C651E98DF25ULL;
            shingle ^= shingle >> 29U;
        }
        for (std::size_t index = 0; index < min_hashes.size(); ++index) {
            min_hashes[index] = std::min(min_hashes[index], permuted(shingle, index));
        }
    }
    std::array<std::uint32_t, band_count> bands{};
    for (std::size_t band = 0; band < band_count; ++band) {
        const std::string_view rows(reinterpret_cast<const char*>(&min_hashes[band * band_rows]),
                                    band_rows * sizeof(std::uint32_t));
        bands[band] = static_cast<std::uint32_t>(hash64(rows));
    }
    return bands;
}

} // namespace

Signature signature_of(const Article& article) {
    const std::string text = comparable(article.title) + "\n" + comparable(article.body);
    const std::string keys = source_keys(article);
    Signature signature;
    signature.exact = hash128(text + "\n" + keys);
    signature.sources = keys.empty() ? Hash128{} : hash128(keys);
    signature.has_body = !article.body.empty();
    signature.body_bytes = static_cast<std::uint32_t>(
        std::min<std::size_t>(article.body.size(), std::numeric_limits<std::uint32_t>::max()));
    signature.bands = bands_of(word_hashes(text));
    return signature;
}

} // namespace qosar
