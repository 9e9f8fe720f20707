#include "qosar/quality/document_flags.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "qosar/quality/registry.hpp"
#include "qosar/segment/segment.hpp"

namespace qosar {
namespace {

/// A document that nothing is wrong with, to be spoilt by tests.
struct Sample {
    std::string en_title = "Ferry line to open between Aktau and Baku in May";
    std::string kk_title = "Мамырда Ақтау мен Баку арасында паром желісі ашылады";
    std::string en =
        "A ferry line between Aktau and Baku will open in May. Two ships will carry passengers and cars across the "
        "Caspian Sea. The trip takes eighteen hours. Tickets are going to be sold on the website of the port. The "
        "port of Aktau is getting a new hall for passengers.";
    std::string kk =
        "Мамыр айында Ақтау мен Баку арасында паром желісі ашылады. Екі кеме Каспий теңізі арқылы жолаушылар мен "
        "көліктерді тасымалдайды. Сапар он сегіз сағатқа созылады. Билеттер порттың сайтында сатылады.";
    bool has_second = true;
    std::optional<double> headline_score = 0.9;
    std::optional<HeadlineBelongs> belongs;
    std::vector<Duplicate> duplicates;
    std::vector<Relation> relations;
    std::vector<OtherTranslation> other_translations;
    std::optional<Discovery> discovery;
    std::optional<ContentEvidence> content;
    Ladder ladder; ///< the bodies are aligned if it is not empty
    std::vector<MovedPassage> moved;
    std::string en_date = "2026-02-01";
    std::string kk_date;

    [[nodiscard]] std::vector<Flag> flags(const DocumentThresholds& thresholds = {}) const {
        const SegmentedText first = segmented(language_pack("en"), en);
        const SegmentedText second = segmented(language_pack("kk"), kk);
        std::optional<BodyOrder> order;
        if (!ladder.empty()) {
            order.emplace(BodyOrder{first, second, ladder, moved});
        }
        return document_flags({language_pack("en"), language_pack("kk"), en_title, kk_title, en, kk, has_second,
                               headline_score, belongs, &duplicates, discovery, content, std::move(order), &relations,
                               other_translations, en_date, kk_date},
                              thresholds);
    }
};

std::size_t rank(const Flag& flag) {
    const auto& kinds = flag_registry();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const FlagKind& kind) { return kind.name == flag.name; });
    return static_cast<std::size_t>(found - kinds.begin());
}

/// Names of the flags, joined by blanks; checks what every flag must be.
std::string names(const Sample& sample) {
    const std::vector<Flag> flags = sample.flags();
    std::string out;
    for (const Flag& flag : flags) {
        out += (out.empty() ? "" : " ") + flag.name;
        EXPECT_LT(rank(flag), flag_registry().size()) << flag.name;
        EXPECT_NE(flag_registry()[rank(flag)].scope, FlagScope::pair) << flag.name;
        EXPECT_FALSE(flag.message.empty()) << flag.name;
        for (const FlagSpan& span : flag.spans) {
            const bool english = span.side == "en";
            const std::string& text =
                span.of_title ? (english ? sample.en_title : sample.kk_title) : (english ? sample.en : sample.kk);
            EXPECT_EQ(text.substr(span.bytes.begin, span.bytes.size()), span.text) << flag.name;
            EXPECT_TRUE(english || span.side == "kk") << flag.name;
        }
    }
    EXPECT_TRUE(std::is_sorted(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
        return rank(a) < rank(b);
    })) << out;
    return out;
}

Flag flag_named(const Sample& sample, std::string_view name) {
    for (const Flag& flag : sample.flags()) {
        if (flag.name == name) {
            return flag;
        }
    }
    ADD_FAILURE() << name << " is not set";
    return {};
}

Duplicate duplicate(DuplicateKind kind, std::uint32_t item, std::vector<DifferingWord> differing = {}) {
    Duplicate out;
    out.kind = kind;
    out.origin = {"listing.txt", item, {0, 1}};
    out.differing = std::move(differing);
    return out;
}

TEST(DocumentFlags, a_good_document_has_none) {
    EXPECT_EQ(names({}), "");
    Sample alone;
    alone.has_second = false;
    alone.kk_title = alone.kk = "";
    alone.headline_score.reset();
    EXPECT_EQ(names(alone), "") << "without a page its missing parts are no fault";
    Sample empty = alone;
    empty.en_title = empty.en = "";
    EXPECT_EQ(names(empty), "");
}

TEST(DocumentFlags, wrong_language) {
    const std::string russian =
        "В мае откроется паромная линия между Актау и Баку. Два судна будут перевозить пассажиров и "
        "автомобили через Каспийское море. Поездка займёт восемнадцать часов.";
    Sample c;
    c.kk = russian;
    EXPECT_EQ(names(c), "wrong_language");
    EXPECT_EQ(flag_named(c, "wrong_language").side, "kk");
    c.kk = Sample{}.en;
    EXPECT_EQ(names(c), "wrong_language") << "English where Kazakh should be";
    Sample d;
    d.en = Sample{}.kk;
    d.en_title = "";
    d.kk_title = "";
    EXPECT_EQ(names(d), "wrong_language") << "Kazakh where English should be";
    EXPECT_EQ(flag_named(d, "wrong_language").side, "en");
    d.kk = russian;
    EXPECT_EQ(names(d), "wrong_language wrong_language") << "both";
}

TEST(DocumentFlags, wrong_language_shows_the_first_line) {
    Sample c;
    c.kk = "В мае откроется паромная линия между двумя городами.\nПоездка займёт восемнадцать часов, сообщили в порту.";
    const Flag flag = flag_named(c, "wrong_language");
    ASSERT_EQ(flag.spans.size(), 1U);
    EXPECT_EQ(flag.spans[0].text, "В мае откроется паромная линия между двумя городами.");
    EXPECT_FALSE(flag.spans[0].of_title);
}

TEST(DocumentFlags, wrong_language_is_silent_where_little_can_be_said) {
    Sample c;
    for (const char* text : {"", "2026", "Сурет: порт", "…",
                             "«Ночи и дни» деп аталатын фильм бүгін Ақтаудағы кинотеатрда көрсетілді, "
                             "оған қала тұрғындары көп келді."}) {
        c.kk = text;
        EXPECT_EQ(names(c), "") << text;
    }
}

TEST(DocumentFlags, headline_mismatch_is_a_low_headline_score) {
    Sample c;
    for (const double score : {0.0, 0.3, 0.5999}) {
        c.headline_score = score;
        EXPECT_EQ(names(c), "headline_mismatch") << score;
    }
    const Flag flag = flag_named(c, "headline_mismatch");
    EXPECT_EQ(flag.side, "");
    EXPECT_EQ(flag.threshold, 0.6);
    ASSERT_EQ(flag.spans.size(), 2U);
    EXPECT_EQ(flag.spans[0].text, c.en_title);
    EXPECT_EQ(flag.spans[1].text, c.kk_title);
    EXPECT_TRUE(flag.spans[0].of_title && flag.spans[1].of_title);
    for (const double score : {0.6, 0.75, 1.0}) {
        c.headline_score = score;
        EXPECT_EQ(names(c), "") << score;
    }
    c.headline_score.reset();
    EXPECT_EQ(names(c), "");
}

TEST(DocumentFlags, headline_body_mismatch) {
    Sample c;
    for (const char* title :
         {"Tunnel to connect Aktau and Baku", "Ferry line to open between Aktau and Astrakhan in May",
          "Wrestlers of Aktau win medals in Baku", "DOCTORS RECEIVE NEW AMBULANCES"}) {
        c.en_title = title;
        EXPECT_NE(names(c).find("headline_body_mismatch"), std::string::npos) << title;
        const Flag flag = flag_named(c, "headline_body_mismatch");
        EXPECT_EQ(flag.side, "en");
        ASSERT_FALSE(flag.spans.empty());
        EXPECT_TRUE(flag.spans[0].of_title);
        EXPECT_NE(flag.message.find(flag.spans[0].text), std::string::npos) << flag.message;
    }
    c.en_title = "TUNNEL TO CONNECT AKTAU AND BAKU";
    EXPECT_EQ(flag_named(c, "headline_body_mismatch").spans[0].text, "TUNNEL");
    for (const char* title :
         {"Aktau and Baku get a ferry line", "AKTAU – BAKU: TICKETS FOR THE FERRY ARE SOLD ONLINE",
          "Passenger ships to cross the Caspian Sea", "New stage in the development of the port of Aktau", ""}) {
        c.en_title = title;
        EXPECT_EQ(names(c).find("headline_body_mismatch"), std::string::npos) << title << ": " << names(c);
    }
    c.en_title = "Tunnel to connect Aktau and Baku";
    c.en = "";
    EXPECT_EQ(names(c), "") << "nothing to compare with";
}

TEST(DocumentFlags, headline_body_mismatch_of_the_page) {
    const auto mismatch_side = [](const Sample& sample) {
        std::string sides;
        for (const Flag& flag : sample.flags()) {
            sides += flag.name == "headline_body_mismatch" ? flag.side : "";
        }
        return sides;
    };
    Sample c;
    c.kk += " Айлақ басшылығы жаңа жолаушылар залын да салып жатыр. Оны күзде пайдалануға беру жоспарланған. "
            "Бұған дейін екі қаланың арасында тек жүк кемелері қатынайтын. Желіні облыс әкімдігі қолдап отыр.";
    for (const char* title : {"Шымкентте балалар ауруханасы салынады", "Ауыл мектептеріне компьютерлер берілді",
                              "Мамырда Ақтау мен Астрахан арасында паром желісі ашылады"}) {
        c.kk_title = title;
        EXPECT_EQ(mismatch_side(c), "kk") << title;
    }
    for (const char* title : {"Каспийде паром жүреді: билет порттың сайтында", "Ақтау – Баку паромы ашылады",
                              "Жолаушы кемелері Каспий теңізін кесіп өтеді", ""}) {
        c.kk_title = title;
        EXPECT_EQ(mismatch_side(c), "") << title;
    }
}

TEST(DocumentFlags, a_word_of_the_headline_that_the_other_language_answers) {
    Sample c;
    c.en_title = "A shuttle to open in May"; // the body never says so
    c.en += " The line was asked for by residents of both cities.";
    ASSERT_NE(names(c).find("headline_body_mismatch"), std::string::npos) << names(c);
    c.kk_title = "Мамырда шаттл ашылады";
    c.kk += " Шаттл күзге дейін жүреді.";
    EXPECT_EQ(names(c), "") << "the Kazakh side does";
}

TEST(DocumentFlags, a_headline_that_belongs_elsewhere) {
    Sample c;
    c.belongs = HeadlineBelongs{"Container traffic through the port of Aktau grows by a third", 0.4, 0.06};
    EXPECT_EQ(names(c), "") << "it translates the headline of its page";
    c.headline_score.reset();
    EXPECT_EQ(names(c), "headline_body_mismatch");
    const Flag flag = flag_named(c, "headline_body_mismatch");
    EXPECT_NE(flag.message.find("Container traffic through the port"), std::string::npos) << flag.message;
    EXPECT_EQ(flag.threshold, 0.06);
    ASSERT_FALSE(flag.spans.empty());
    EXPECT_TRUE(flag.spans[0].of_title);
    c.en_title = "Tunnel to connect Aktau and Baku";
    EXPECT_EQ(names(c), "headline_body_mismatch") << "once, for whatever reason";
}

TEST(DocumentFlags, headline_missing_one_side) {
    Sample c;
    c.kk_title = "";
    c.headline_score.reset();
    EXPECT_EQ(names(c), "headline_missing_one_side");
    EXPECT_EQ(flag_named(c, "headline_missing_one_side").side, "kk");
    EXPECT_EQ(flag_named(c, "headline_missing_one_side").spans.at(0).text, c.en_title);
    c.kk = "";
    EXPECT_EQ(names(c), "headline_missing_one_side") << "a page with neither title nor text";
    Sample d;
    d.en_title = "";
    d.headline_score.reset();
    EXPECT_EQ(names(d), "headline_missing_one_side");
    EXPECT_EQ(flag_named(d, "headline_missing_one_side").side, "en");
    EXPECT_EQ(flag_named(d, "headline_missing_one_side").spans.at(0).text, d.kk_title);

    d.kk_title = "";
    EXPECT_EQ(names(d), "") << "missing on both";
    c.has_second = false;
    EXPECT_EQ(names(c), "") << "no page";
    EXPECT_EQ(names({}), "") << "on neither";
}

TEST(DocumentFlags, headline_all_caps) {
    const struct {
        const char* en;
        const char* kk;
        const char* flags;
    } cases[] = {
        {"FERRY LINE BETWEEN AKTAU AND BAKU", "Ақтау мен Баку арасында паром", "headline_all_caps"},
        {"Ferry line between Aktau and Baku", "АҚТАУ МЕН БАКУ АРАСЫНДА ПАРОМ", "headline_all_caps"},
        {"FERRY LINE BETWEEN AKTAU AND BAKU", "АҚТАУ МЕН БАКУ АРАСЫНДА ПАРОМ", "headline_all_caps headline_all_caps"},
        {"FERRY LINE: AKTAU–BAKU 2026", "Паром желісі", "headline_all_caps"},
        {"FERRY LINE BETWEEN AKTAU AND BAKu", "Паром желісі", "headline_all_caps"},
        {"Ferry Line Between Aktau And Baku", "Паром желісі", ""},
        {"Ferry line BETWEEN AKTAU AND BAKU", "Паром желісі", ""},
        {"FERRY: 5–6", "ПАРОМ", ""},
        {"ferry line of the EAEU and OSCE", "паром желісі", ""},
    };
    for (const auto& c : cases) {
        Sample sample;
        sample.en_title = c.en;
        sample.kk_title = c.kk;
        sample.en += " The EAEU and the OSCE support it.";
        EXPECT_EQ(names(sample), c.flags) << c.en << " / " << c.kk;
    }
    Sample c;
    c.kk_title = "АҚТАУ МЕН БАКУ АРАСЫНДА ПАРОМ";
    EXPECT_EQ(flag_named(c, "headline_all_caps").side, "kk");
    EXPECT_EQ(flag_named(c, "headline_all_caps").spans.at(0).text, c.kk_title);
}

TEST(DocumentFlags, headline_other_language) {
    const struct {
        const char* en;
        const char* kk;
        const char* flags;
    } cases[] = {
        {"В мае откроется паромная линия между Актау и Баку", "Мамырда Ақтау мен Баку арасында паром желісі ашылады",
         "headline_other_language"},
        {"Мамырда Ақтау мен Баку арасында паром желісі ашылады", "Паром желісі", "headline_other_language"},
        {"Ferry line to open between Aktau and Baku in May", "В мае откроется паромная линия между Актау и Баку",
         "headline_other_language"},
        {"Паром", "Паромная линия", ""},
    };
    for (const auto& c : cases) {
        Sample sample;
        sample.en_title = c.en;
        sample.kk_title = c.kk;
        sample.en += " " + std::string(c.en) + "."; // so that the body supports it
        std::string found;
        for (const Flag& flag : sample.flags()) {
            found += flag.name == "headline_other_language" ? flag.name : "";
        }
        EXPECT_EQ(found, c.flags) << c.en << " / " << c.kk;
    }
}

TEST(DocumentFlags, impossible_date) {
    const struct {
        const char* en;
        const char* kk;
        const char* flags;
    } cases[] = {{"2026-02-01", "2026-02-03", ""},        {"", "", ""},
                 {"31.02.2026", "", "impossible_date"},   {"2026-13-01", "", "impossible_date"},
                 {"Today, 10:15", "", "impossible_date"}, {"2026-02-01", "30.02.2026", "impossible_date"}};
    for (const auto& c : cases) {
        Sample sample;
        sample.en_date = c.en;
        sample.kk_date = c.kk;
        EXPECT_EQ(names(sample), c.flags) << c.en << " / " << c.kk;
    }
}

TEST(DocumentFlags, duplicates) {
    using enum DuplicateKind;
    const struct {
        std::vector<Duplicate> duplicates;
        const char* flags;
        std::vector<std::string> said; ///< parts of the first flag's message
    } cases[] = {
        {{}, "", {}},
        {{duplicate(exact, 7)}, "exact_duplicate", {"item 7 of listing.txt"}},
        {{duplicate(exact, 7), duplicate(exact, 9)}, "exact_duplicate", {"item 7", "item 9"}},
        {{duplicate(near, 3, {{"port's", "ports"}})}, "near_duplicate", {"item 3 of listing.txt", "port's", "ports"}},
        {{duplicate(near, 3, {{"very", ""}})}, "near_duplicate", {"\"very\" only here"}},
        {{duplicate(near, 3, {{"", "very"}})}, "near_duplicate", {"\"very\" only there"}},
        {{duplicate(near, 3, {{"a", "b"}}), duplicate(exact, 4)}, "exact_duplicate near_duplicate", {"item 4"}},
        {{duplicate(near, 3, std::vector<DifferingWord>(50, {"a", "b"}))}, "near_duplicate", {"42 words more"}},
    };
    for (const auto& c : cases) {
        Sample sample;
        sample.duplicates = c.duplicates;
        EXPECT_EQ(names(sample), c.flags);
        for (const std::string& part : c.said) {
            EXPECT_NE(sample.flags()[0].message.find(part), std::string::npos) << sample.flags()[0].message;
        }
    }
}

Relation relation(RelationKind kind, std::uint32_t item, std::vector<DifferingWord> differing = {},
                  bool has_body = true) {
    Relation out;
    out.kind = kind;
    out.origin = {"listing.txt", item, {0, 1}};
    out.differing = std::move(differing);
    out.has_body = has_body;
    return out;
}

TEST(DocumentFlags, templates_and_conflicting_translations) {
    using enum RelationKind;
    const OtherTranslation other{{"listing.txt", 5, {0, 1}}, "https://gov.kz/2", "Порт жабылды."};
    const struct {
        const char* name;
        std::vector<Relation> relations;
        std::vector<OtherTranslation> other_translations;
        const char* flags;
        std::vector<std::string> said; ///< parts of the first flag's message
        const char* shown;             ///< its first span
    } cases[] = {
        {"other number",
         {relation(same_template, 3, {{"eighteen", "nineteen"}})},
         {},
         "same_template",
         {"item 3 of listing.txt has nearly the same words", "\"eighteen\" is \"nineteen\" there"},
         "eighteen"},
        {"other name", {relation(same_template, 3, {{"Aktau", "Atyrau"}})}, {}, "same_template", {"Atyrau"}, "Aktau"},
        {"number there",
         {relation(same_template, 3, {{"", "120"}})},
         {},
         "same_template",
         {"\"120\" only there"},
         nullptr},
        {"two templates",
         {relation(same_template, 3), relation(same_template, 4)},
         {},
         "same_template",
         {"item 3", "item 4", "has other facts"},
         nullptr},
        {"other page",
         {relation(same_text, 5)},
         {other},
         "duplicate_conflicting_translation",
         {"item 5 of listing.txt has the same text but cites https://gov.kz/2", "Порт жабылды."},
         nullptr},
        {"other article",
         {relation(same_source, 6)},
         {},
         "duplicate_conflicting_translation",
         {"item 6 of listing.txt has another text but cites the same page"},
         nullptr},
        {"both",
         {relation(same_source, 6), relation(same_template, 6, {{"eighteen", "20"}})},
         {},
         "duplicate_conflicting_translation same_template",
         {"item 6"},
         nullptr},
        {"none", {}, {}, "", {}, nullptr},
        {"same text, same translation", {relation(same_text, 5)}, {}, "", {}, nullptr},
        {"a headline cites the same page", {relation(same_source, 6, {}, false)}, {}, "", {}, nullptr},
    };
    for (const auto& c : cases) {
        Sample sample;
        sample.relations = c.relations;
        sample.other_translations = c.other_translations;
        EXPECT_EQ(names(sample), c.flags) << c.name;
        for (const std::string& part : c.said) {
            EXPECT_NE(sample.flags()[0].message.find(part), std::string::npos) << sample.flags()[0].message;
            EXPECT_FALSE(sample.flags()[0].spans.empty()) << c.name;
        }
        if (c.shown != nullptr) {
            EXPECT_EQ(sample.flags()[0].spans[0].text, c.shown) << c.name;
        }
    }
}

TEST(DocumentFlags, near_duplicates_show_the_words) {
    Sample sample;
    sample.duplicates = {duplicate(DuplicateKind::near, 3, {{"Caspian", "Black"}, {"", "often"}, {"hall", "house"}})};
    const Flag flag = flag_named(sample, "near_duplicate");
    ASSERT_EQ(flag.spans.size(), 2U);
    EXPECT_EQ(flag.spans[0].text, "Caspian");
    EXPECT_EQ(flag.spans[1].text, "hall");
    EXPECT_EQ(flag.threshold, 0.7);
}

TEST(DocumentFlags, thresholds_are_those_given) {
    const auto fires = [](const Sample& sample, const DocumentThresholds& thresholds) {
        return !sample.flags(thresholds).empty();
    };
    Sample c;
    c.headline_score = 0.6;
    EXPECT_FALSE(fires(c, {}));
    EXPECT_TRUE(fires(c, {.headline_score = 0.7, .headline = {}}));
    Sample d;
    d.en_title = "Ferry line BETWEEN AKTAU AND BAKU";
    EXPECT_FALSE(fires(d, {}));
    EXPECT_TRUE(fires(d, {.capitals = 0.5, .headline = {}}));
    Sample e;
    e.en_title = "Tunnel to connect Aktau and Baku";
    EXPECT_TRUE(fires(e, {}));
    EXPECT_FALSE(fires(e, {.headline = {.body_words = 1'000}}));
}

TEST(DocumentFlags, takes_any_text) {
    const std::string nul("a\0b\0", 4);
    const std::string lines(50'000, '\n');
    std::string huge;
    while (huge.size() < 200'000) {
        huge += "Қайық жағаға жетті. ";
    }
    for (const std::string& text :
         {std::string(), nul, lines, huge, std::string("\uFFFD\u202E"), std::string(20'000, 'Z')}) {
        Sample c;
        c.en_title = c.kk_title = c.en = c.kk = text;
        names(c);
        Sample d;
        d.en = text;
        names(d);
    }
}

TEST(DocumentFlags, tell_of_a_page_on_something_else) {
    Sample sample;
    sample.content = {{200, 10, 20, 3}, {300, 12, 30, 3}, 0, 4};
    EXPECT_EQ(names(sample), "source_is_other_article");
    const Flag flag = flag_named(sample, "source_is_other_article");
    EXPECT_EQ(flag.severity, Severity::error);
    EXPECT_EQ(flag.message,
              "the page answers 5 % of what a translation of the article would, the article 4 % of the page");
    EXPECT_EQ(flag.threshold, DocumentThresholds{}.other_article_odds);
    EXPECT_EQ(flag.spans.size(), 2U);

    const struct {
        const char* name;
        ContentEvidence evidence;
    } silent[] = {
        {"a translation", {{200, 210, 20, 20}, {300, 290, 30, 30}, 0.6, 40}},
        {"half of it", {{200, 110, 20, 8}, {150, 150, 10, 10}, 0.5, 20}},
        {"an excerpt", {{2000, 140, 90, 8}, {150, 130, 10, 10}, 0.1, 10}},
        {"a title for a page", {{30, 0, 0, 0}, {300, 0, 30, 0}, 0, 0}},
        {"nothing at all", {}},
    };
    for (const auto& c : silent) {
        sample.content = c.evidence;
        EXPECT_EQ(names(sample), "") << c.name;
    }
}

TEST(DocumentFlags, tell_how_a_page_was_discovered) {
    Sample sample;
    sample.discovery = {0.984, 0.9, "mod/17.kk.json", ""};
    EXPECT_EQ(names(sample), "discovered");
    EXPECT_EQ(flag_named(sample, "discovered").message,
              "found by content as mod/17.kk.json, with confidence 0.98; the article cites no page");
    EXPECT_EQ(flag_named(sample, "discovered").threshold, 0.9);
    sample.discovery->problem = "it is no well-formed JSON";
    EXPECT_EQ(flag_named(sample, "discovered").message,
              "found by content as mod/17.kk.json, with confidence 0.98; of the cited one, it is no well-formed JSON");
}

/// Sentences in paragraphs of the given lengths.
std::string paragraphs(const std::string& sentence, const std::vector<std::size_t>& lengths) {
    std::string out;
    for (const std::size_t length : lengths) {
        out += out.empty() ? "" : "\n";
        for (std::size_t i = 0; i < length; ++i) {
            out += (i == 0 ? "" : " ") + sentence;
        }
    }
    return out;
}

/// The bead types of a ladder, from its beginning: "=" is a 1-1 bead, "<" a sentence of the first side left alone, ">"
/// one of the second.
Ladder ladder_of(std::string_view beads) {
    Ladder ladder;
    Bead next;
    for (const char bead : beads) {
        next.first = {next.first.end, next.first.end + (bead == '>' ? 0 : 1)};
        next.second = {next.second.end, next.second.end + (bead == '<' ? 0 : 1)};
        next.score = next.is_pair() ? 0.9 : 0;
        ladder.push_back(next);
    }
    return ladder;
}

Sample ordered(std::string_view beads, const std::vector<std::size_t>& first, const std::vector<std::size_t>& second,
               std::vector<MovedPassage> moved) {
    Sample sample;
    sample.en_title = sample.kk_title = "";
    sample.headline_score.reset();
    sample.en = paragraphs("The ferry line will open in May.", first);
    sample.kk = paragraphs("Паром желісі мамыр айында ашылады.", second);
    sample.ladder = ladder_of(beads);
    sample.moved = std::move(moved);
    EXPECT_EQ(segmented(language_pack("en"), sample.en).sentences.size(), sample.ladder.back().first.end);
    EXPECT_EQ(segmented(language_pack("kk"), sample.kk).sentences.size(), sample.ladder.back().second.end);
    return sample;
}

TEST(DocumentFlags, alignment_crossing_or_gap) {
    const std::string eight(8, '<');
    const std::string other_eight(8, '>');
    const struct {
        const char* name;
        Sample sample;
        std::string said;
        std::size_t spans;
    } fires[] = {
        {"a sentence moved", ordered("=<==>=", {5}, {5}, {{{1, 2}, {3, 4}, 0.9}}),
         "sentence 2 of en, \"The ferry line will open in May.\", at another place in kk, as sentence 4 (probability "
         "0.90)",
         2},
        {"two passages moved", ordered("=<<=>>==>=<", {8}, {8}, {{{1, 3}, {2, 4}, 0.8}, {{7, 8}, {6, 7}, 0.9}}),
         "sentences 2 to 3 of en, \"The ferry line will open in May.\", at another place in kk, as sentences 3 to 4 "
         "(probability 0.80); sentence 8 of en, \"The ferry line will open in May.\", at another place in kk, as "
         "sentence 7 (probability 0.90)",
         4},
        {"eight of the first left alone", ordered("==" + eight + "==", {12}, {4}, {}),
         "sentences 3 to 10 of en without a counterpart in kk", 1},
        {"the end of the second", ordered("===" + other_eight, {3}, {11}, {}),
         "sentences 4 to 11 of kk without a counterpart in en", 1},
        {"null beads of the other side between", ordered("==<<<<><<<<==", {12}, {5}, {}),
         "sentences 3 to 10 of en without a counterpart in kk", 1},
    };
    for (const auto& c : fires) {
        EXPECT_EQ(names(c.sample).substr(0, 25), "alignment_crossing_or_gap") << c.name;
        const Flag flag = flag_named(c.sample, "alignment_crossing_or_gap");
        EXPECT_EQ(flag.message, c.said) << c.name;
        EXPECT_EQ(flag.spans.size(), c.spans) << c.name;
        EXPECT_EQ(flag.severity, Severity::warn);
        EXPECT_EQ(flag.threshold, c.sample.moved.empty() ? std::optional(8.0) : std::nullopt) << c.name;
    }
    const struct {
        const char* name;
        Sample sample;
    } silent[] = {
        {"not aligned", Sample{}},
        {"nothing alone", ordered("=====", {5}, {5}, {})},
        {"seven alone", ordered("==<<<<<<<==", {11}, {4}, {})},
        {"eight, not neighbours", ordered("==<<<<=<<<<==", {13}, {5}, {})},
        {"eight of a long text", ordered(eight + std::string(33, '='), {41}, {33}, {})},
    };
    for (const auto& c : silent) {
        EXPECT_EQ(names(c.sample), "") << c.name;
    }
    const Sample seven = ordered("==<<<<<<<==", {11}, {4}, {});
    EXPECT_EQ(seven.flags({.headline = {}, .gap_sentences = 7}).size(), 1U);
    EXPECT_EQ(seven.flags({.headline = {}, .gap_sentences = 7, .gap_share = 0.7}).size(), 0U);
}

TEST(DocumentFlags, a_moved_passage_is_no_gap) {
    const std::string eight(8, '<');
    const Sample sample = ordered(eight + "==" + std::string(8, '>'), {10}, {10}, {{{0, 8}, {2, 10}, 0.9}});
    EXPECT_EQ(flag_named(sample, "alignment_crossing_or_gap").spans.size(), 2U) << "told once, as moved";
}

TEST(DocumentFlags, name_some_of_many_moved_passages) {
    std::string beads;
    std::vector<MovedPassage> moved;
    for (std::size_t i = 0; i < 1'000; ++i) {
        beads += "<=>";
        moved.push_back({{2 * i, 2 * i + 1}, {2 * i + 1, 2 * i + 2}, 0.9});
    }
    const Flag flag = flag_named(ordered(beads, {2'000}, {2'000}, moved), "alignment_crossing_or_gap");
    EXPECT_TRUE(flag.message.ends_with("as sentence 16 (probability 0.90); and 992 more")) << flag.message;
    EXPECT_EQ(flag.spans.size(), 16U);
}

TEST(DocumentFlags, paragraph_order_break) {
    const struct {
        const char* name;
        Sample sample;
    } fires[] = {
        {"a paragraph of one sentence", ordered("=<==>=", {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {{{1, 2}, {3, 4}, 0.9}})},
        {"two paragraphs as one", ordered("==<<<==>>>", {2, 1, 2, 2}, {4, 3}, {{{2, 5}, {4, 7}, 0.9}})},
        {"from the end to the beginning", ordered(">>===<<", {3, 2}, {2, 1, 2}, {{{3, 5}, {0, 2}, 0.9}})},
    };
    for (const auto& c : fires) {
        EXPECT_EQ(names(c.sample), "alignment_crossing_or_gap paragraph_order_break") << c.name;
        const Flag flag = flag_named(c.sample, "paragraph_order_break");
        EXPECT_EQ(flag.severity, Severity::warn);
        EXPECT_EQ(flag.spans.size(), 2U) << c.name;
        EXPECT_NE(flag.message.find("at another place in kk"), std::string::npos) << flag.message;
    }
    const struct {
        const char* name;
        Sample sample;
    } silent[] = {
        {"it begins inside one", ordered("=<==>=", {2, 1, 1, 1}, {1, 1, 1, 1, 1}, {{{1, 2}, {3, 4}, 0.9}})},
        {"it ends inside one", ordered("=<==>=", {1, 2, 1, 1}, {1, 1, 1, 1, 1}, {{{1, 2}, {3, 4}, 0.9}})},
        {"whole in the first alone", ordered("=<==>=", {1, 1, 1, 1, 1}, {3, 2}, {{{1, 2}, {3, 4}, 0.9}})},
    };
    for (const auto& c : silent) {
        EXPECT_EQ(names(c.sample), "alignment_crossing_or_gap") << c.name;
    }
    EXPECT_EQ(names(ordered("====", {1, 1, 1, 1}, {1, 1, 1, 1}, {})), "") << "nothing moved";
}

} // namespace
} // namespace qosar
