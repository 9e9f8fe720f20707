#include "qosar/group/comparison.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

const LanguagePack& english() { return language_pack("en"); }

/// `{}` stands for what differs.
std::string filled(std::string text, const std::string& word) {
    for (std::size_t place = text.find("{}"); place != std::string::npos; place = text.find("{}")) {
        text.replace(place, 2, word);
    }
    return text;
}

std::string report(const std::string& first = "", const std::string& second = "") {
    return "The new hospital was opened in the east of the city on a cold and windy morning. " + first +
           " Doctors told guests about the wards, the laboratory and the garden behind the main building. " + second +
           " In the evening everybody went home, and the square before the gates was quiet again.";
}

TextComparison compared(const std::string& a, const std::string& b, const std::string& title_a = "Hospital opened",
                        const std::string& title_b = "Hospital opened") {
    SeenWords seen(english());
    const ComparedText first = compared_text(english(), title_a, a);
    const ComparedText second = compared_text(english(), title_b, b);
    seen.add(first);
    seen.add(second);
    return compare_texts(first, second, seen);
}

TEST(CompareTexts, facts_decide_between_duplicate_and_template) {
    using enum Likeness;
    const struct {
        const char* name;
        const char* sentence; ///< `{}` becomes each of the two words
        const char* a;
        const char* b;
        Likeness likeness;
    } cases[] = {
        {"equal", "It has {} beds for children.", "120", "120", near},
        {"other number", "It has {} beds for children.", "120", "121", same_template},
        {"number left out", "It has {} beds for children.", "120", "", same_template},
        {"number put in", "It has {} beds for children.", "", "120", same_template},
        {"number written otherwise", "It has {} beds for children.", "1,200", "1 200", near},
        {"number in words", "It has {} beds for children.", "seventeen", "17", near},
        {"other number in words", "It has {} beds for children.", "seventeen", "eighteen", same_template},
        {"number in words left out", "It has {} doors and windows.", "two", "", near},
        {"other decimal", "It cost {} million tenge in all.", "1.2", "1.3", same_template},
        {"other percent", "Some {} of the work is done by now.", "80 %", "85 %", same_template},
        {"other multiplier", "It cost 5 {} tenge in all.", "million", "billion", same_template},
        {"date written otherwise", "It was begun on {} by the office.", "1 February 2024", "February 1, 2024", near},
        {"date in digits", "It was begun on {} by the office.", "1 February 2024", "01.02.2024", near},
        {"other day", "It was begun on {} by the office.", "1 February 2024", "2 February 2024", same_template},
        {"other month", "It was begun on {} by the office.", "1 February", "1 March", same_template},
        {"month alone", "It was begun in {} by the office.", "February", "March", same_template},
        {"other year", "It was begun in {} by the office.", "2024", "2025", same_template},
        {"other weekday", "It was begun on {} by the office.", "Monday", "Tuesday", same_template},
        {"other time", "It opens at {} each day.", "08:00", "09:00", same_template},
        {"other person", "The akim, Marat {}, cut the ribbon.", "Nurlanov", "Bekov", same_template},
        {"other given name", "The akim, {} Nurlanov, cut the ribbon.", "Marat", "Murat", same_template},
        {"other place", "It is the largest one in {} and the south.", "Taraz", "Atyrau", same_template},
        {"Tokayev", "It was built as President {} had ordered.", "Tokayev", "Tokaev", near},
        {"Kassym", "It was built as {} Tokayev had ordered.", "Kassym-Jomart", "Qasym-Zhomart", near},
        {"Yerlan", "The doctor, {} Bekov, cut the ribbon.", "Yerlan", "Erlan", near},
        {"lost apostrophe", "It is one of {} best hospitals.", "Kazakhstan's", "Kazakhstans", near},
        {"glued name", "It was shown in {} to the guests.", "Nur-Sultan", "Nursultan", near},
        {"name left out", "The akim, {}, cut the ribbon.", "Marat Nurlanov", "", near},
        {"initial", "The akim, {} Nurlanov, cut the ribbon.", "M.", "K.", near},
        {"other word", "It was a {} day for all of them.", "good", "happy", near},
        {"word begins sentence", "{} spoke of the years of work.", "Workers", "Builders", near},
        {"name begins sentence", "{} has waited for it for long, and Taraz and Atyrau will wait on.", "Taraz", "Atyrau",
         same_template},
        {"sentence left out", "{}", "It cost 120 tenge and Marat Nurlanov paid.", "", near},
        {"case", "The {} was there.", "Ministry", "ministry", near},
    };
    for (const auto& c : cases) {
        const std::string a = report(filled(c.sentence, c.a));
        const std::string b = report(filled(c.sentence, c.b));
        EXPECT_EQ(compared(a, b).likeness, c.likeness) << c.name;
        EXPECT_EQ(compared(b, a).likeness, c.likeness) << c.name << ", from the other side";
    }
}

TEST(CompareTexts, allows_what_editors_do) {
    using enum Likeness;
    const std::string opening = "The mayor thanked the builders, who had finished 12 days early.";
    const std::string costs = "The house cost 900 million tenge, of which the region paid a third.";
    const struct {
        const char* name;
        std::string a;
        std::string b;
        Likeness likeness;
    } cases[] = {
        {"sentences moved", report(opening, costs), report(costs, opening), near},
        {"two sentences left out", report(opening, costs), report(), near},
        {"glued", report(opening, costs), report(opening + costs), near},
        {"joined by a comma", report("It has 12 wards. It has 300 beds."), report("It has 12 wards, it has 300 beds."),
         near},
        {"other text", report(opening), opening + " " + costs, other},
        {"numbers exchanged", report("Wheat took 120 hectares and barley took 140 hectares."),
         report("Wheat took 140 hectares and barley took 120 hectares."), same_template},
        {"clauses exchanged", report("Wheat took 120 hectares, barley got 140 fields."),
         report("Barley got 140 fields, wheat took 120 hectares."), near},
        {"names exchanged", report("As always there Taraz played against Atyrau and won."),
         report("As always there Atyrau played against Taraz and won."), same_template},
        {"numbers of two sentences exchanged", report("Wheat took 120 hectares.", "Barley took 140 hectares."),
         report("Wheat took 140 hectares.", "Barley took 120 hectares."), same_template},
        {"nothing", "", "", other},
        {"one empty", report(), "", other},
        {"only stop words", "it is and it was of the and so it is", "it is and it was of the and so it is", near},
        {"one word many times", filled(std::string(2'000, 'x'), ""), filled(std::string(2'000, 'x'), ""), near},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(compared(c.a, c.b).likeness, c.likeness) << c.name;
        EXPECT_EQ(compared(c.b, c.a).likeness, c.likeness) << c.name << ", from the other side";
    }
}

TEST(CompareTexts, looks_at_headlines_too) {
    using enum Likeness;
    const std::string body = report("It is in Taraz, not in Atyrau.");
    EXPECT_EQ(compared(body, body, "Hospital opened", "Patients have waited long for this").likeness, near);
    EXPECT_EQ(compared(body, body, "A hospital of 120 beds opened", "A hospital of 130 beds opened").likeness,
              same_template);
    EXPECT_EQ(compared(body, body, "Hospital Opened In Taraz", "Hospital Opened In Atyrau").likeness, same_template);
    EXPECT_EQ(compared(body, body, "Great Hospital Opened", "Grand Hospital Opened").likeness, near);
}

TEST(CompareTexts, names_what_conflicts) {
    const TextComparison c = compared(report("It has 120 beds, and Marat Nurlanov leads it."),
                                      report("It has 130 beds, and Marat Bekov leads it."));
    EXPECT_EQ(c.differing, (std::vector<DifferingWord>{{"120", "130"}, {"Nurlanov", "Bekov"}}));
    EXPECT_GT(c.of_shorter, 0.9);
    EXPECT_LT(c.of_shorter, 1);
}

TEST(CompareTexts, is_linear_on_repetition) {
    std::string many;
    std::string others;
    for (int i = 0; i < 20'000; ++i) {
        many += "ha ha " + std::to_string(i % 3) + ". ";
        others += "ha ha ha " + std::to_string(i % 5) + ". ";
    }
    EXPECT_EQ(compared(many, many).likeness, Likeness::near);
    EXPECT_EQ(compared(many, others).likeness, Likeness::other);
}

TEST(SeenWords, tell_names_from_words_at_the_beginning_of_sentences) {
    SeenWords seen(english());
    seen.add(compared_text(english(), "", "They met in Almaty. The workers and Workers were there. We saw cranes."));
    const struct {
        const char* word;
        bool is_name;
    } cases[] = {{"Almaty", true}, {"Workers", false},  {"Cranes", false},
                 {"The", false},   {"Qyzyldala", true}, {"However", false}};
    for (const auto& c : cases) {
        const ComparedText text = compared_text(english(), "", c.word);
        EXPECT_EQ(seen.is_name(c.word, text.words.front().hash), c.is_name) << c.word;
    }
}

} // namespace
} // namespace qosar
