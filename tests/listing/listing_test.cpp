#include "qosar/listing/listing.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

using namespace std::string_literals;

std::vector<ListingItem> read(const std::string& text, const ListingOptions& options = {}) {
    const Scratch scratch;
    ListingReader reader(scratch.write("day.txt", text), "day.txt", options);
    std::vector<ListingItem> items;
    for (ListingItem item; reader.next(item);) {
        items.push_back(std::move(item));
    }
    return items;
}

const Article* article_of(const ListingItem& item) { return std::get_if<Article>(&item); }
const Reject* reject_of(const ListingItem& item) { return std::get_if<Reject>(&item); }

Origin origin_of(const ListingItem& item) {
    return article_of(item) != nullptr ? article_of(item)->origin : reject_of(item)->origin;
}

/// An item in one line: `title|date|body|sections|urls`, newlines as `/`; rejects as `!reason|snippet`.
std::string summary(const ListingItem& item) {
    if (const Reject* reject = reject_of(item)) {
        return "!" + reject->reason + "|" + reject->snippet;
    }
    const Article& article = *article_of(item);
    std::string text = article.title + "|" + article.date + "|" + article.body + "|";
    for (const std::string& section : article.sections) {
        text += section;
    }
    for (const std::string& url : article.source_urls) {
        text += "|" + url;
    }
    for (char& c : text) {
        c = c == '\n' ? '/' : c;
    }
    return text;
}

std::vector<std::string> summaries(const std::vector<ListingItem>& items) {
    std::vector<std::string> lines;
    for (const ListingItem& item : items) {
        lines.push_back(summary(item));
    }
    return lines;
}

struct Case {
    const char* name;
    std::string text;
    std::vector<std::string> items;
};

const Case cases[] = {
    {"three lines, no newline at the end",
     "News\nMore\nOpen day at the fire station\n01.02.2026\nSource : https://x.kz/a?lang=kk\n"
     "Pool closed\n02.02.2026\nThe pool is closed. It opens in May.",
     {"Open day at the fire station|2026-02-01||News|https://x.kz/a?lang=kk",
      "Pool closed|2026-02-02|The pool is closed. It opens in May.|News"}},
    {"title and date on one line, section after a blank line",
     "Enbekshi QazaQ\n\nWorld\n\nCanal cleaned 02.09.2025\nSource : https://x.kz/b\n"
     "Pupils sing 03.09.2025\nPupils sang.They won.Source : https://x.kz/c\n",
     {"Canal cleaned|2025-09-02||World|https://x.kz/b",
      "Pupils sing|2025-09-03|Pupils sang.They won.|World|https://x.kz/c"}},
    {"source glued to a word",
     "Law\nVisit 09.02.2025\nThe canal was openedSource : https://x.kz/d\n",
     {"Visit|2025-02-09|The canal was opened|Law|https://x.kz/d"}},
    {"source after blanks, double blanks stay",
     "Visit 09.02.2025\nNo. 19,  No. 22 took part.  Source : https://x.kz/e\n",
     {"Visit|2025-02-09|No. 19,  No. 22 took part.||https://x.kz/e"}},
    {"source of its own line below a body",
     "Visit 09.02.2025\nThey came.\nSource : https://x.kz/e\n",
     {"Visit|2025-02-09|They came.||https://x.kz/e"}},
    {"two sources",
     "Visit 09.02.2025\nThey came.\nSource : https://x.kz/e\nSource : https://x.kz/f\n",
     {"Visit|2025-02-09|They came.||https://x.kz/e|https://x.kz/f"}},
    {"source after a blank line is no section",
     "A 09.02.2025\nThey came.\n\nSource : https://x.kz/e\nB 10.02.2025\nThey left.\n",
     {"A|2025-02-09|They came.||https://x.kz/e", "B|2025-02-10|They left.|"}},
    {"source cut off",
     "Forests 21.07.2025\nForests cover 20.5 hectares.Work goes on.Source : htt\n",
     {"Forests|2025-07-21|Forests cover 20.5 hectares.Work goes on.|"}},
    {"body of many lines",
     "Help 09.02.2025\nOne.\nTwo.Three \"four,\" she said.\n\n  Five.  \n",
     {"Help|2025-02-09|One./Two.Three \"four,\" she said./Five.|"}},
    {"Russian item",
     "Law\nОбласть растёт 25.11.2025\nЗаместитель акима провёл встречу.\nRoads 25.11.2025\nForty roads.\n",
     {"Область растёт|2025-11-25|Заместитель акима провёл встречу.|Law", "Roads|2025-11-25|Forty roads.|Law"}},
    {"Kazakh words in a title",
     "The “E-өтініш” system works. 21.11.2025\nIt works.\n",
     {"The “E-өтініш” system works.|2025-11-21|It works.|"}},
    {"year at a title's end",
     "\"Songs of the Steppe – 2025\" 18.08.2025\nSung.\n",
     {"\"Songs of the Steppe – 2025\"|2025-08-18|Sung.|"}},
    {"year at a title's end, date below",
     "Results of 2025\n18.01.2026\nGood ones.\n",
     {"Results of 2025|2026-01-18|Good ones.|"}},
    {"date within a title",
     "What changes on 01.01.2026? 18.08.2025\nRules do.\n",
     {"What changes on 01.01.2026?|2025-08-18|Rules do.|"}},
    {"date at a title's end, date below",
     "New rules from 01.01.2026\n18.08.2025\nRules do.\n",
     {"New rules from 01.01.2026|2025-08-18|Rules do.|"}},
    {"title ends a sentence",
     "We won! 20.12.2025\nBronze.\nWhy count? 20.12.2025\nIt helps.\nDone. 20.12.2025\nSo it is.\n",
     {"We won!|2025-12-20|Bronze.|", "Why count?|2025-12-20|It helps.|", "Done.|2025-12-20|So it is.|"}},
    {"date with time and views",
     "Talks in the south\n30.01.2026 10:30:49 194\nTalks were held.\n",
     {"Talks in the south|2026-01-30|Talks were held.|"}},
    {"day that does not exist",
     "Fair opens\n31.02.2026\nIt opened.\nFair ends 99.99.2026\nIt ended.\n",
     {"Fair opens|31.02.2026|It opened.|", "Fair ends|99.99.2026|It ended.|"}},
    {"no body at all",
     "First 01.02.2026\nSecond 01.02.2026\nThird\n02.02.2026\n",
     {"First|2026-02-01||", "Second|2026-02-01||", "Third|2026-02-02||"}},
    {"sections change",
     "News\nMore\nA\n01.02.2026\nBody a.\nSociety\nMore\nB\n01.02.2026\nBody b.\n",
     {"A|2026-02-01|Body a.|News", "B|2026-02-01|Body b.|Society"}},
    {"unknown section after a blank line",
     "A 01.02.2026\nBody a.\n\nWater matters\nB 01.02.2026\nBody b.\n",
     {"A|2026-02-01|Body a.|", "B|2026-02-01|Body b.|Water matters"}},
    {"picture left-overs", "A 01.02.2026\nBody a.\n.png)\n.jpg)\nMore of it.\n", {"A|2026-02-01|Body a./More of it.|"}},
    {"line ends of Windows",
     "A\r\n01.02.2026\r\nBody a.\r\nSource : https://x.kz/e\r\n",
     {"A|2026-02-01|Body a.||https://x.kz/e"}},
    {"byte order mark", "\xEF\xBB\xBFNews\nMore\nA\n01.02.2026\nBody a.\n", {"A|2026-02-01|Body a.|News"}},
    {"blanks around lines", "  A  \n\n \t 01.02.2026 \n\u00A0Body a.\u00A0\n", {"A|2026-02-01|Body a.|"}},
    {"date glued to a word is no date", "A 01.02.2026\nVersion x01.02.2026\n", {"A|2026-02-01|Version x01.02.2026|"}},
    {"date without a title",
     "01.02.2026\nA 01.02.2026\nBody.\n",
     {"!date_without_title|01.02.2026", "A|2026-02-01|Body.|"}},
    {"two dates", "A\n01.02.2026\n02.02.2026\nBody.\n", {"A|2026-02-01|02.02.2026/Body.|"}},
    {"text before any title",
     "This text has lost its title, it seems.\nA 01.02.2026\nBody.\n",
     {"!text_without_title|This text has lost its title, it seems.", "A|2026-02-01|Body.|"}},
    {"broken bytes in a body",
     "A 01.02.2026\nBody \xFF.\nB 01.02.2026\nBody.\n",
     {"!not_utf8|A", "B|2026-02-01|Body.|"}},
    {"broken bytes in a title spare the item before",
     "A 01.02.2026\nBody.\nB\xFF 01.02.2026\nBody.\nC\xC3\n01.02.2026\nBody.\n",
     {"A|2026-02-01|Body.|", "!not_utf8|B\uFFFD", "!not_utf8|C\uFFFD"}},
    {"broken bytes before any title",
     "\xFF\xFE\xFD, and so on.\nA 01.02.2026\n",
     {"!not_utf8|\uFFFD\uFFFD\uFFFD, and so on.", "A|2026-02-01||"}},
    {"NUL bytes", "A 01.02.2026\nBo\0dy.\nB 01.02.2026\nBody.\n"s, {"!nul_bytes|A", "B|2026-02-01|Body.|"}},
    {"cut short within a date", "A 01.02.2026\nBody.\nB 01.02.20", {"A|2026-02-01|Body.|", "!cut_short|B 01.02.20"}},
    {"cut short within a character", "A 01.02.2026\nБ\xD0", {"!not_utf8|A"}},
    {"empty", "", {}},
    {"blank lines", "\n \n\t\n\u00A0\n", {}},
    {"names only", "Enbekshi QazaQ\nNews\nMore\n", {}},
};

TEST(Listing, reads_every_layout) {
    for (const Case& c : cases) {
        EXPECT_EQ(summaries(read(c.text)), c.items) << c.name;
    }
}

TEST(Listing, origins_count_items_and_never_overlap_among_articles) {
    for (const Case& c : cases) {
        std::uint32_t number = 0;
        std::size_t end = 0;
        for (const ListingItem& item : read(c.text)) {
            const Origin origin = origin_of(item);
            EXPECT_EQ(origin.file, "day.txt") << c.name;
            EXPECT_EQ(origin.item, number++) << c.name;
            EXPECT_LT(origin.bytes.begin, origin.bytes.end) << c.name;
            EXPECT_LE(origin.bytes.end, c.text.size()) << c.name;
            if (article_of(item) != nullptr) {
                EXPECT_GE(origin.bytes.begin, end) << c.name;
                end = origin.bytes.end;
            }
        }
    }
}

TEST(Listing, bytes_of_an_article_give_it_back) {
    std::size_t articles = 0;
    for (const Case& c : cases) {
        for (const ListingItem& item : read(c.text)) {
            if (article_of(item) == nullptr) {
                continue;
            }
            Article article = *article_of(item);
            const std::string slice = c.text.substr(article.origin.bytes.begin, article.origin.bytes.size());
            const std::vector<ListingItem> again = read(slice);
            ASSERT_EQ(again.size(), 1U) << c.name << ": " << slice;
            article.sections.clear();
            EXPECT_EQ(summary(again.front()), summary(article)) << c.name;
            ++articles;
        }
    }
    EXPECT_GT(articles, 40U);
}

TEST(Listing, bytes_of_a_title_are_its_own) {
    const std::string text = "News\nMore\n\nA\n01.02.2026\nBody a.\n\nB\n01.02.2026\nBody b.";
    const auto items = read(text);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(origin_of(items[0]).bytes, (Range{11, 32}));
    EXPECT_EQ(origin_of(items[1]).bytes, (Range{33, text.size()}));
}

TEST(Listing, explains_each_line) {
    const std::string text = "01.01.2026\nEnbekshi QazaQ\nNews\nMore\nA\n01.02.2026\nBody.\n\nSource : https://x.kz/a\n"
                             "B 02.02.2026\nBody, glued.Source : https://x.kz/b\n";
    std::vector<std::string> kinds;
    ListingOptions options;
    options.explain = [&](const ExplainedLine& line) {
        EXPECT_EQ(line.number, kinds.size() + 1);
        kinds.emplace_back(to_string(line.kind));
    };
    read(text, options);
    const std::vector<std::string> expected{"stray", "furniture", "section", "furniture",  "title", "date",
                                            "body",  "blank",     "source",  "title+date", "body"};
    EXPECT_EQ(kinds, expected);
}

TEST(Listing, rejects_what_passes_its_limits) {
    ListingOptions options;
    options.max_line_bytes = 100;
    options.max_title_characters = 20;
    options.max_body_bytes = 150;
    const std::string fits(90, 'x');
    EXPECT_EQ(summaries(read("A 01.02.2026\n" + std::string(101, 'x') + "\nB 01.02.2026\nBody.\n", options)),
              (std::vector<std::string>{"!line_too_long|A", "B|2026-02-01|Body.|"}));
    EXPECT_EQ(summaries(read("A 01.02.2026\n" + fits + "\n" + fits + "\nB 01.02.2026\nBody.\n", options)),
              (std::vector<std::string>{"!item_too_long|A", "B|2026-02-01|Body.|"}));
    EXPECT_EQ(summaries(read("A 01.02.2026\nA body that ends with its day 01.03.2026\n", options)),
              (std::vector<std::string>{"A|2026-02-01|A body that ends with its day 01.03.2026|"}));
    options.max_file_bytes = 10;
    EXPECT_THROW(read("A 01.02.2026\nBody.\n", options), Error);
}

TEST(Listing, rejects_name_the_limit_and_hold_valid_text) {
    const auto items = read("A \xF0\x9F 01.02.2026\nBody.\n" + std::string(300, '\xFF') + "\n");
    ASSERT_EQ(items.size(), 1U);
    const Reject* reject = reject_of(items.front());
    ASSERT_NE(reject, nullptr);
    EXPECT_EQ(reject->reason, "not_utf8");
    EXPECT_EQ(reject->message, "it holds bytes that are not UTF-8");
    EXPECT_TRUE(is_utf8(reject->snippet));
}

TEST(Listing, stands_huge_and_repetitive_input) {
    EXPECT_TRUE(read(std::string(400'000, '\n')).empty());
    std::string text = "A 01.02.2026\n";
    for (int i = 0; i < 50'000; ++i) {
        text += "\n\n\nWork went on.";
    }
    const auto one = read(text);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(article_of(one.front())->body.size(), 50'000U * 14 - 1);
    text.clear();
    for (int i = 0; i < 20'000; ++i) {
        text += "Item " + std::to_string(i) + " 01.02.2026\nBody.Source : https://x.kz/" + std::to_string(i) + "\n";
    }
    EXPECT_EQ(read(text).size(), 20'000U);
}

TEST(Listing, many_sources_stay_in_order) {
    std::string text = "A 01.02.2026\nBody.\n";
    for (int i = 0; i < 20'000; ++i) {
        text += "Source : https://x.kz/" + std::to_string(i) + "\n";
    }
    const auto items = read(text);
    ASSERT_EQ(items.size(), 1U);
    const Article& article = *article_of(items.front());
    EXPECT_EQ(article.body, "Body.");
    ASSERT_EQ(article.source_urls.size(), 20'000U);
    EXPECT_EQ(article.source_urls.front(), "https://x.kz/0");
    EXPECT_EQ(article.source_urls.back(), "https://x.kz/19999");
}

TEST(Listing, needs_a_file) {
    EXPECT_THROW(ListingReader(testing::TempDir() + "qosar_no_such_listing.txt", "x"), Error);
    EXPECT_THROW(ListingReader(testing::TempDir(), "x"), Error);
}

TEST(Listing, tells_the_hash_of_the_file) {
    const std::string text = "A 01.02.2026\nBody.\n";
    const Scratch scratch;
    ListingReader reader(scratch.write("day.txt", text), "x");
    for (ListingItem item; reader.next(item);) {
    }
    EXPECT_EQ(reader.sha256(), sha256_hex(text));
}

struct SourceCase {
    const char* name;
    const char* text;
    const char* body;
    const char* url;
};

const SourceCase source_cases[] = {
    {"after a stop", "Done.Source : https://x.kz/1?lang=kk", "Done.", "https://x.kz/1?lang=kk"},
    {"after a word", "was openedSource : https://x.kz/1", "was opened", "https://x.kz/1"},
    {"after blanks", "Done.  Source : https://x.kz/1", "Done.", "https://x.kz/1"},
    {"after a no-break blank", "Done.\u00A0Source : https://x.kz/1", "Done.", "https://x.kz/1"},
    {"on its own line", "Done.\nSource : https://x.kz/1", "Done.", "https://x.kz/1"},
    {"alone", "Source : https://x.kz/1", "", "https://x.kz/1"},
    {"blanks at the end", "Done.Source : https://x.kz/1 \n", "Done.", "https://x.kz/1"},
    {"no blank before the colon", "Done.Source: https://x.kz/1", "Done.", "https://x.kz/1"},
    {"no blank behind the colon", "Done.Source :https://x.kz/1", "Done.", "https://x.kz/1"},
    {"many blanks", "Done.Source  :   https://x.kz/1", "Done.", "https://x.kz/1"},
    {"http", "Done.Source : http://x.kz/1", "Done.", "http://x.kz/1"},
    {"the last of two", "Done.Source : https://x.kz/1\nSource : https://x.kz/2", "Done.Source : https://x.kz/1",
     "https://x.kz/2"},
    {"the word twice", "Source of pride.Source : https://x.kz/1", "Source of pride.", "https://x.kz/1"},
    {"cut off in the scheme", "Done.Source : htt", "Done.", ""},
    {"cut off before the host", "Done.Source : https:/", "Done.", ""},
    {"cut off behind the colon", "Done.Source :", "Done.", ""},
    {"none", "Done.", "Done.", ""},
    {"white space only", " \n\t", "", ""},
    {"empty", "", "", ""},
    {"a sentence about sources", "It named its Source", "It named its Source", ""},
    {"a source that is no address", "Source : the ministry", "Source : the ministry", ""},
    {"another scheme", "Source : ftp://x.kz/1", "Source : ftp://x.kz/1", ""},
    {"text behind the address", "Source : https://x.kz/1 and more", "Source : https://x.kz/1 and more", ""},
    {"another word", "Sources : https://x.kz/1", "Sources : https://x.kz/1", ""},
};

TEST(SplitSource, reads_all_forms) {
    for (const SourceCase& c : source_cases) {
        const BodyAndSource split = split_source(c.text);
        EXPECT_EQ(split.body, c.body) << c.name;
        EXPECT_EQ(split.url, c.url) << c.name;
    }
}

} // namespace
} // namespace qosar
