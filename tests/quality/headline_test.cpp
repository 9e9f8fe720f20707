#include "qosar/quality/headline.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "qosar/base/file.hpp"
#include "qosar/quality/document_flags.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/words/lexicon_file.hpp"

namespace qosar {
namespace {

const LanguagePack& english() { return language_pack("en"); }
const LanguagePack& kazakh() { return language_pack("kk"); }

HeadlineSupport support_of(std::string_view headline, std::string_view body) {
    return headline_support(english(), builtin_lexicon(english(), kazakh()), headline, body);
}

bool fires(std::string_view headline, std::string_view body) { return is_mismatch(support_of(headline, body)); }

std::string upper(std::string_view text) { // of ASCII letters, which is all that English headlines need
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return out;
}

struct HeadlineCase {
    bool fire = false;
    std::string telling;
    std::string headline;
    std::string body;
};

std::vector<HeadlineCase> read_cases() {
    std::vector<HeadlineCase> cases;
    const std::string path = std::string(QOSAR_SOURCE_DIR) + "/tests/quality/headline_body_cases.tsv";
    for_each_row(read_file(path, 1U << 20U), [&](const std::vector<std::string>& row) {
        if (row.size() == 4 && (row[0] == "fire" || row[0] == "silent")) {
            cases.push_back({row[0] == "fire", row[1], row[2], row[3]});
        }
    });
    return cases;
}

/// The first span of the document's headline_body_mismatch in lower case; empty without the flag.
std::string flagged_word(const HeadlineCase& c) {
    const DocumentView view{.first_pack = english(),
                            .second_pack = kazakh(),
                            .first_title = c.headline,
                            .second_title = {},
                            .first_text = c.body,
                            .second_text = {},
                            .has_second = false,
                            .headline_score = {},
                            .belongs = {},
                            .duplicates = nullptr};
    for (const Flag& flag : document_flags(view)) {
        if (flag.name == "headline_body_mismatch") {
            return flag.spans.empty() ? "(no span)" : lower(flag.spans[0].text);
        }
    }
    return "";
}

TEST(HeadlineCases, are_judged_as_their_column_says) {
    const std::vector<HeadlineCase> cases = read_cases();
    const auto fire = std::count_if(cases.begin(), cases.end(), [](const HeadlineCase& c) { return c.fire; });
    ASSERT_GE(fire, 16);
    ASSERT_GE(static_cast<std::ptrdiff_t>(cases.size()) - fire, 16);
    std::string misses;
    std::size_t missed = 0;
    for (const HeadlineCase& c : cases) {
        const std::string found = flagged_word(c);
        if (found != (c.fire ? c.telling : "")) {
            misses += "\n" + c.headline + ": \"" + found + "\" instead of \"" + (c.fire ? c.telling : "") + '"';
            ++missed;
        }
    }
    EXPECT_LE(missed, 1U) << misses;
}

TEST(HeadlineCases, case_plays_no_part) {
    for (const HeadlineCase& c : read_cases()) {
        const HeadlineSupport as_is = support_of(c.headline, c.body);
        for (const std::string& headline : {lower(c.headline), upper(c.headline)}) {
            const HeadlineSupport other = support_of(headline, c.body);
            EXPECT_EQ(is_mismatch(other), is_mismatch(as_is)) << headline;
            EXPECT_DOUBLE_EQ(other.missing_bits, as_is.missing_bits) << headline;
            EXPECT_EQ(other.words.size(), as_is.words.size()) << headline;
        }
    }
}

// Headlines of common words alone stay silent over any body, so this is no more than a half.
TEST(HeadlineCases, most_true_headlines_fire_over_bodies_of_others) {
    const std::vector<HeadlineCase> cases = read_cases();
    std::size_t pairs = 0;
    std::size_t fired = 0;
    for (const HeadlineCase& a : cases) {
        for (const HeadlineCase& b : cases) {
            if (!a.fire && !b.fire && &a != &b) {
                ++pairs;
                fired += fires(a.headline, b.body) ? 1 : 0;
            }
        }
    }
    EXPECT_GT(fired, pairs / 2) << fired << " of " << pairs;
}

const std::string glacier_body =
    "Glaciologists have finished their measurements on the Tuyuksu glacier above Almaty. The ice has lost eleven "
    "metres "
    "of thickness since the station was founded. Scientists drilled into the ice at forty points and compared the "
    "layers. "
    "The World Meteorological Organization will publish the data of the expedition. Less ice means less water in the "
    "rivers of the Ile valley in late summer. Farmers there already sow crops that need little water.";

/// Support of the one headline word `word` in the glacier body.
double support_of_word(const std::string& word) {
    const HeadlineSupport support = support_of(word, glacier_body);
    EXPECT_EQ(support.words.size(), 1U) << word;
    return support.words.empty() ? -1 : support.words[0].support;
}

TEST(HeadlineSupport, is_full_for_what_the_body_says) {
    for (const char* word : {"glacier", "GLACIER", "glaciers", "measurement", "measured", "WMO", "wmo", "expeditions",
                             "Tuyuksu", "tuyuksu", "farming", "ice"}) {
        EXPECT_GE(support_of_word(word), 0.8) << word;
    }
}

TEST(HeadlineSupport, is_none_for_what_it_does_not_say) {
    for (const char* word : {"patent", "PATENT", "museum", "hockey", "WTO", "Kostanay", "vaccine", "theatre"}) {
        EXPECT_EQ(support_of_word(word), 0) << word;
    }
}

TEST(HeadlineSupport, is_half_way_for_a_plain_word_of_the_same_meaning) {
    Lexicon lexicon;
    Translations translations{"en", "kk", {}, {}};
    for (const char* word : {"assistance", "help", "succour"}) {
        translations.all.push_back({word, "көмек", 1, 1, 0, "n"});
    }
    lexicon.add(make_lexicon_image(translations));
    const auto support = [&](const char* word, const char* body) {
        return headline_support(english(), lexicon, word, body).words.at(0).support;
    };
    const char* body = "The victims of the flood will get help before winter.";
    EXPECT_GT(support("assistance", body), 0);
    EXPECT_LT(support("assistance", body), 1);
    EXPECT_EQ(support("assistance", "The victims of the flood will get nothing before winter."), 0);
    EXPECT_EQ(support("succour", body), 0) << "so rare a word must stand in the body itself";
}

TEST(HeadlineSupport, tells_more_of_rarer_words) {
    const auto weight = [](const char* word) {
        const HeadlineSupport support = support_of(word, glacier_body);
        return support.words.empty() ? 0 : support.words[0].weight;
    };
    EXPECT_GT(weight("glacier"), weight("project"));
    EXPECT_GT(weight("patent"), weight("law"));
    EXPECT_GT(weight("museum"), weight("government"));
    EXPECT_EQ(weight("the"), 0);
    EXPECT_EQ(weight("2026"), 0) << "headlines round numbers";
    EXPECT_EQ(weight("forty"), 0);
}

TEST(HeadlineSupport, adds_up) {
    for (const HeadlineCase& c : read_cases()) {
        const HeadlineSupport support = support_of(c.headline, c.body);
        double bits = 0;
        double missing = 0;
        double strongest = 0;
        std::size_t end = 0;
        for (const HeadlineWord& word : support.words) {
            ASSERT_LE(end, word.bytes.begin) << c.headline;
            ASSERT_LT(word.bytes.begin, word.bytes.end) << c.headline;
            ASSERT_LE(word.bytes.end, c.headline.size()) << c.headline;
            EXPECT_EQ(c.headline.substr(word.bytes.begin, word.bytes.size()).find(' '), std::string::npos)
                << c.headline;
            end = word.bytes.end;
            EXPECT_TRUE(word.support >= 0 && word.support <= 1) << c.headline;
            EXPECT_GE(word.weight, 0) << c.headline;
            bits += word.weight;
            missing += (1 - word.support) * word.weight;
            strongest = std::max(strongest, word.support == 0 ? word.weight : 0);
        }
        EXPECT_NEAR(support.missing_bits, missing, 1e-9) << c.headline;
        EXPECT_NEAR(support.missing_share, bits > 0 ? missing / bits : 0, 1e-9) << c.headline;
    }
}

TEST(KeyTerms, are_what_the_body_keeps_coming_back_to) {
    const HeadlineSupport support = support_of("Ice of Tuyuksu gets thinner", glacier_body);
    ASSERT_FALSE(support.key_terms.empty());
    EXPECT_EQ(support.key_terms[0].text, "ice");
    EXPECT_TRUE(support.key_terms[0].in_headline);
    EXPECT_GT(support.key_share, 0);
    EXPECT_EQ(support_of("Vaccine for children", glacier_body).key_share, 0);
}

TEST(KeyTerms, are_at_most_six_the_weightiest_first) {
    for (const HeadlineCase& c : read_cases()) {
        const HeadlineSupport support = support_of(c.headline, c.body);
        EXPECT_LE(support.key_terms.size(), 6U);
        EXPECT_TRUE(support.key_share >= 0 && support.key_share <= 1) << c.headline;
        double before = std::numeric_limits<double>::infinity();
        for (const KeyTerm& term : support.key_terms) {
            EXPECT_LE(term.weight, before) << c.headline;
            before = term.weight;
            EXPECT_EQ(c.body.substr(term.bytes.begin, term.bytes.size()), term.text) << c.headline;
        }
    }
}

TEST(IsMismatch, follows_its_thresholds) {
    const auto judged = [](double strongest, double share, double bits, std::size_t body_words) {
        HeadlineSupport support;
        support.words.push_back({.bytes = {0, 1}, .weight = strongest});
        support.missing_share = share;
        support.missing_bits = bits;
        support.body_words = body_words;
        const HeadlineThresholds thresholds{
            .telling_word = 5, .some_missing = 0.25, .most_missing = 0.75, .enough_bits = 10, .body_words = 40};
        return is_mismatch(support, thresholds);
    };
    EXPECT_FALSE(judged(0, 0, 0, 100));
    EXPECT_TRUE(judged(5, 0.25, 5, 40)) << "a telling word";
    EXPECT_FALSE(judged(4.9, 0.25, 5, 40)) << "one that tells less";
    EXPECT_FALSE(judged(5, 0.24, 5, 40)) << "a trifle among many";
    EXPECT_FALSE(judged(5, 0.25, 5, 39)) << "a short body";
    EXPECT_TRUE(judged(4, 0.75, 10, 40)) << "most is missing";
    EXPECT_FALSE(judged(4, 0.74, 10, 40)) << "not quite most";
    EXPECT_FALSE(judged(4, 1, 9.9, 40)) << "a headline that says little";
    EXPECT_FALSE(judged(9, 1, 30, 39)) << "a short body again";
}

TEST(IsMismatch, a_short_body_is_not_asked_to_repeat_its_headline) {
    EXPECT_TRUE(fires("New vaccine reaches the hospitals of Kostanay", glacier_body));
    EXPECT_FALSE(
        fires("New vaccine reaches the hospitals of Kostanay", "The minister answered questions of reporters."));
}

TEST(HeadlineSupport, takes_any_text) {
    std::string huge;
    while (huge.size() < 200'000) {
        huge += "Water rose in the river by " + std::to_string(huge.size()) + " centimetres. ";
    }
    const std::string nul("a\0b", 3);
    const std::string word(50'000, 'x');
    for (const std::string_view headline :
         {std::string_view(), std::string_view(" \n"), std::string_view(nul), std::string_view(word),
          std::string_view(huge).substr(0, 20'000), std::string_view("Қар жауды"), std::string_view("\uFFFD\u0301")}) {
        for (const std::string_view body : {std::string_view(), std::string_view(nul), std::string_view(huge),
                                            std::string_view(word), std::string_view("Ағаш отырғызылды.")}) {
            const HeadlineSupport support = support_of(headline, body);
            EXPECT_TRUE(support.missing_share >= 0 && support.missing_share <= 1);
            for (const HeadlineWord& w : support.words) {
                EXPECT_LE(w.bytes.end, headline.size());
            }
        }
    }
}

} // namespace
} // namespace qosar
