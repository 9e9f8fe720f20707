#include "qosar/quality/registry.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(FlagRegistry, has_the_flags_of_this_version_the_gravest_first) {
    const struct {
        const char* name;
        Severity severity;
        FlagScope scope;
    } expected[] = {
        {"untranslated_copy", Severity::error, FlagScope::pair},
        {"wrong_language", Severity::error, FlagScope::both},
        {"source_is_other_article", Severity::error, FlagScope::document},
        {"headline_mismatch", Severity::warn, FlagScope::document},
        {"headline_body_mismatch", Severity::warn, FlagScope::document},
        {"headline_missing_one_side", Severity::warn, FlagScope::document},
        {"headline_other_language", Severity::warn, FlagScope::document},
        {"low_alignment_confidence", Severity::warn, FlagScope::pair},
        {"length_ratio_outlier", Severity::warn, FlagScope::pair},
        {"number_conflict", Severity::warn, FlagScope::pair},
        {"alignment_crossing_or_gap", Severity::warn, FlagScope::document},
        {"paragraph_order_break", Severity::warn, FlagScope::document},
        {"duplicate_conflicting_translation", Severity::warn, FlagScope::document},
        {"impossible_date", Severity::warn, FlagScope::document},
        {"number_one_sided", Severity::info, FlagScope::pair},
        {"headline_all_caps", Severity::info, FlagScope::document},
        {"discovered", Severity::info, FlagScope::document},
        {"exact_duplicate", Severity::info, FlagScope::document},
        {"near_duplicate", Severity::info, FlagScope::document},
        {"same_template", Severity::info, FlagScope::document},
    };
    for (const auto& c : expected) {
        const auto& kinds = flag_registry();
        const auto found =
            std::find_if(kinds.begin(), kinds.end(), [&](const FlagKind& kind) { return kind.name == c.name; });
        ASSERT_NE(found, kinds.end()) << c.name;
        EXPECT_EQ(found->severity, c.severity) << c.name;
        EXPECT_EQ(found->scope, c.scope) << c.name;
    }
    EXPECT_TRUE(std::is_sorted(flag_registry().begin(), flag_registry().end(),
                               [](const FlagKind& a, const FlagKind& b) { return a.severity > b.severity; }));
}

TEST(FlagRegistry, explains_each_flag_once) {
    std::set<std::string_view> names;
    std::set<std::string_view> meanings;
    for (const FlagKind& kind : flag_registry()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_TRUE(meanings.insert(kind.meaning).second) << kind.name;
        EXPECT_EQ(kind.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << kind.name;
        EXPECT_NE(kind.severity, Severity::ok) << kind.name;
        EXPECT_GE(kind.version, 1) << kind.name;
        EXPECT_GT(kind.meaning.size(), 20U) << kind.name;
        EXPECT_TRUE(kind.meaning.ends_with('.')) << kind.name;
    }
}

TEST(MakeFlag, fills_in_severity_and_rule) {
    for (const FlagKind& kind : flag_registry()) {
        const Flag flag = make_flag(kind.name, "kk", "why", 0.25, {{"kk", {2, 4}, "ә", true}});
        EXPECT_EQ(flag.name, kind.name);
        EXPECT_EQ(flag.severity, kind.severity);
        EXPECT_EQ(flag.rule, std::string(kind.name) + "/" + std::to_string(kind.version));
        EXPECT_EQ(flag.side, "kk");
        EXPECT_EQ(flag.message, "why");
        EXPECT_EQ(flag.threshold, 0.25);
        ASSERT_EQ(flag.spans.size(), 1U);
        EXPECT_EQ(flag.spans[0].text, "ә");
        EXPECT_TRUE(flag.spans[0].of_title);
    }
    const Flag bare = make_flag("exact_duplicate", "", "also there");
    EXPECT_FALSE(bare.threshold);
    EXPECT_TRUE(bare.spans.empty());
}

TEST(WorstSeverity, is_the_gravest_in_any_order) {
    const Flag info = make_flag("number_one_sided", "", "");
    const Flag warn = make_flag("number_conflict", "", "");
    const Flag error = make_flag("untranslated_copy", "", "");
    const struct {
        std::vector<Flag> flags;
        Severity worst;
    } cases[] = {
        {{}, Severity::ok},
        {{info}, Severity::info},
        {{info, warn}, Severity::warn},
        {{warn, info}, Severity::warn},
        {{warn, error, info}, Severity::error},
        {{error, error}, Severity::error},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(worst_severity(c.flags), c.worst) << c.flags.size();
    }
}

} // namespace
} // namespace qosar
