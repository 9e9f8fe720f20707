#include "qosar/quality/exchanged_headlines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "qosar/language/stem.hpp"
#include "qosar/model/range.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

namespace {

constexpr double function_word_per_thousand = 450;
constexpr std::size_t lead_words = 60;
constexpr std::size_t root_letters = 6;

std::string root_of(const LanguagePack& pack, std::string_view word) {
    const std::string key = stem(pack, word);
    std::size_t end = 0;
    for (std::size_t i = 0; i < root_letters && end < key.size(); ++i) {
        next_code_point(key, end);
    }
    return key.substr(0, end);
}

/// Headline words with their bits, body words with their weight of occurrence: once more where the lead holds them.
struct Profile {
    std::vector<std::pair<std::string, double>> headline;
    std::unordered_map<std::string, double> body;
    double bits = 0;

    [[nodiscard]] bool usable() const { return bits > 0 && !body.empty(); }
};

Profile profile_of(const LanguagePack& pack, const TitledText& text) {
    Profile profile;
    std::unordered_map<std::string, bool> seen;
    for (const Token& token : tokenise(text.headline)) {
        const std::string_view word = std::string_view(text.headline).substr(token.bytes.begin, token.bytes.size());
        const double per_thousand = documents_per_thousand(pack, match_key(pack, word));
        const std::string root = root_of(pack, word);
        if (per_thousand < function_word_per_thousand && seen.try_emplace(root, true).second) {
            const double bits = std::min(10.0, std::log2(1000 / per_thousand));
            profile.headline.emplace_back(root, bits);
            profile.bits += bits;
        }
    }
    std::size_t number = 0;
    for (const Token& token : tokenise(text.body)) {
        const std::string root =
            root_of(pack, std::string_view(text.body).substr(token.bytes.begin, token.bytes.size()));
        const auto [found, is_new] = profile.body.try_emplace(root, number++ < lead_words ? 1.0 : 0.0);
        found->second += 1;
    }
    return profile;
}

double fit(const Profile& headline, const Profile& body) {
    double sum = 0;
    for (const auto& [root, bits] : headline.headline) {
        if (const auto found = body.body.find(root); found != body.body.end()) {
            sum += bits * found->second / (found->second + 1);
        }
    }
    return sum / headline.bits;
}

using Matrix = std::vector<std::vector<double>>; ///< fit of headline (row) to body (column)

/// The column for each row that makes the sum of the fits largest.
std::vector<std::size_t> best_assignment(const Matrix& fits) {
    const std::size_t n = fits.size();
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<double> row_price(n + 1);
    std::vector<double> column_price(n + 1);
    std::vector<std::size_t> row_of(n + 1); // of each column; 0 is none
    for (std::size_t row = 1; row <= n; ++row) {
        std::vector<double> distance(n + 1, far);
        std::vector<std::size_t> before(n + 1);
        std::vector<bool> done(n + 1);
        std::size_t column = 0;
        row_of[0] = row;
        do {
            done[column] = true;
            const std::size_t current = row_of[column];
            double nearest = far;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= n; ++j) {
                if (done[j]) {
                    continue;
                }
                const double reduced = -fits[current - 1][j - 1] - row_price[current] - column_price[j];
                if (reduced < distance[j]) {
                    distance[j] = reduced;
                    before[j] = column;
                }
                if (distance[j] < nearest) {
                    nearest = distance[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= n; ++j) {
                if (done[j]) {
                    row_price[row_of[j]] += nearest;
                    column_price[j] -= nearest;
                } else {
                    distance[j] -= nearest;
                }
            }
            column = next;
        } while (row_of[column] != 0);
        for (; column != 0; column = before[column]) {
            row_of[column] = row_of[before[column]];
        }
    }
    std::vector<std::size_t> column_of(n);
    for (std::size_t j = 1; j <= n; ++j) {
        column_of[row_of[j] - 1] = j - 1;
    }
    return column_of;
}

/// Takes the exchanges of one block that gain enough into `found`. `members` are the texts of the block.
void find_in_block(const std::vector<Profile>& profiles, const std::vector<std::size_t>& members,
                   const ExchangeOptions& options, std::vector<std::optional<ExchangedHeadline>>& found) {
    Matrix fits(members.size(), std::vector<double>(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < members.size(); ++j) {
            fits[i][j] = fit(profiles[members[i]], profiles[members[j]]);
        }
    }
    const std::vector<std::size_t> column_of = best_assignment(fits);
    std::vector<bool> visited(members.size());
    for (std::size_t start = 0; start < members.size(); ++start) {
        std::vector<std::size_t> cycle;
        double gain = 0;
        for (std::size_t i = start; !visited[i]; i = column_of[i]) {
            visited[i] = true;
            cycle.push_back(i);
            gain += fits[i][column_of[i]] - fits[i][i];
        }
        if (cycle.size() < 2 || gain < options.least_gain) {
            continue;
        }
        for (const std::size_t i : cycle) {
            found[members[i]] = ExchangedHeadline{members[column_of[i]], fits[i][i], fits[i][column_of[i]], gain};
        }
    }
}

} // namespace

std::vector<std::optional<ExchangedHeadline>>
exchanged_headlines(const LanguagePack& pack, const std::vector<TitledText>& texts, const ExchangeOptions& options) {
    std::vector<Profile> profiles;
    std::vector<std::size_t> usable;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        profiles.push_back(profile_of(pack, texts[i]));
        if (profiles.back().usable()) {
            usable.push_back(i);
        }
    }
    std::vector<std::optional<ExchangedHeadline>> found(texts.size());
    const std::size_t stride = std::max<std::size_t>(1, options.block / 2);
    for (std::size_t begin = 0; begin < usable.size(); begin += stride) {
        const std::size_t end = std::min(begin + options.block, usable.size());
        find_in_block(
            profiles,
            {usable.begin() + static_cast<std::ptrdiff_t>(begin), usable.begin() + static_cast<std::ptrdiff_t>(end)},
            options, found);
        if (end == usable.size()) {
            break;
        }
    }
    return found;
}

} // namespace qosar
