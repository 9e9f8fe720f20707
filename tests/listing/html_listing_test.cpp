// Saved pages. tests/listing/pages holds one layout a file with the items that a person sees in it.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "items.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

std::vector<fs::path> pages() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(QOSAR_SOURCE_DIR) / "tests/listing/pages")) {
        if (entry.path().extension() == ".html") {
            out.push_back(entry.path());
        }
    }
    return out;
}

TEST(HtmlListing, every_layout_gives_its_items) {
    const std::vector<fs::path> layouts = pages();
    EXPECT_GE(layouts.size(), 12U);
    for (const fs::path& page : layouts) {
        std::string got;
        for (const std::string& line : summaries_of(read_items(page))) {
            got += line + "\n";
        }
        EXPECT_EQ(got, contents(fs::path(page).replace_extension(".expected"))) << page;
    }
}

TEST(HtmlListing, byte_ranges_slice_to_the_items_html) {
    for (const fs::path& page : pages()) {
        const std::string html = contents(page);
        std::size_t end = 0;
        for (const ListingItem& item : read_items(page)) {
            const Article& article = std::get<Article>(item);
            const Range bytes = article.origin.bytes;
            ASSERT_LE(bytes.end, html.size());
            const std::string slice = html.substr(bytes.begin, bytes.size());
            EXPECT_NE(slice.find(article.title), std::string::npos) << page << slice;
            for (const std::string& url : article.source_urls) {
                EXPECT_TRUE(slice.find(url) != std::string::npos || url == article.url) << page << slice;
            }
            EXPECT_GE(bytes.begin, end) << page;
            end = bytes.end;
        }
    }
}

TEST(HtmlListing, element_of_an_item_is_its_range) {
    const Scratch scratch;
    const std::string card = "<div><h3>The first of the two titles</h3><i>01.02.2026</i><p>Text.</p></div>";
    const std::string other = "<div><h3>The second of the titles</h3><i>02.02.2026</i><p>More text.</p></div>";
    const auto items = read_items(scratch.write("a.html", "<body>" + card + "\n" + other + "</body>"));
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(origin_of_item(items[0]).bytes, (Range{6, 6 + card.size()}));
    EXPECT_EQ(origin_of_item(items[1]).bytes, (Range{7 + card.size(), 7 + card.size() + other.size()}));
}

/// A page in another charset, with Cyrillic before the items so that bytes and characters differ.
TEST(HtmlListing, ranges_are_of_the_file_in_any_charset) {
    const Scratch scratch;
    const auto utf16 = [](const std::u16string& text) {
        std::string out = "\xFF\xFE";
        for (const char16_t unit : text) {
            out += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        }
        return out;
    };
    const std::u16string page = u"<html><p>Жаңалық 😀</p><div><h3>Ауылда мектеп ашылды</h3><i>01.02.2026</i></div>"
                                u"<div><h3>Өзен көпірі жөнделді</h3><i>02.02.2026</i></div></html>";
    const auto items = read_items(scratch.write("a.html", utf16(page)));
    ASSERT_EQ(summaries_of(items),
              (std::vector<std::string>{"Ауылда мектеп ашылды|2026-02-01|||", "Өзен көпірі жөнделді|2026-02-02|||"}));
    const std::size_t begin = page.find(u"<div>");
    EXPECT_EQ(origin_of_item(items[0]).bytes.begin, 2 + 2 * begin);
    EXPECT_EQ(origin_of_item(items[1]).bytes.begin, 2 + 2 * page.find(u"<div>", begin + 1));
    EXPECT_EQ(origin_of_item(items[1]).bytes.end, 2 + 2 * page.find(u"</html>"));

    const std::string cyrillic = "<meta charset=windows-1251><p>\xCD\xEE\xE2\xEE\xF1\xF2\xE8</p>"; // Новости
    const std::string rest = "<div><h3>The first of the two titles</h3><i>01.02.2026</i></div>"
                             "<div><h3>The second of the titles</h3><i>02.02.2026</i></div>";
    const auto single_byte = read_items(scratch.write("b.html", cyrillic + rest));
    ASSERT_EQ(single_byte.size(), 2U);
    EXPECT_EQ(origin_of_item(single_byte[0]).bytes.begin, cyrillic.size());
    EXPECT_EQ(origin_of_item(single_byte[1]).bytes.end, cyrillic.size() + rest.size());
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

TEST(HtmlListing, hostile_pages_are_rejects) {
    const Scratch scratch;
    const std::size_t million = 1'000'000;
    std::string attributes;
    for (std::size_t i = 0; i < million; ++i) {
        attributes += " a" + std::to_string(i);
    }
    const struct {
        const char* name;
        std::string html;
        const char* reason;
    } cases[] = {
        {"nested", "<html>" + repeated("<b>", million), "page_too_complex"},
        {"attributes", "<html><p" + attributes + ">", "page_too_complex"},
        {"attributes behind a quoted >", "<html><p x=\">\"" + attributes + ">", "page_too_complex"},
        {"styles left open", "<html><p>" + repeated("<b>", 200) + "</p>" + repeated("<p>x</p>", 500'000),
         "page_too_complex"},
        {"tags", "<html>" + repeated("<br>", million + 1), "page_too_complex"},
        {"large", "<html>" + std::string(17U << 20U, 'x'), "page_too_large"},
        {"no text", "<html><body><script>fill()</script></body></html>", "no_text"},
        {"no items", "<html><body><p>Soon there will be news here.</p></body></html>", "no_items"},
    };
    for (const auto& c : cases) {
        const auto items = read_items(scratch.write("a.html", c.html));
        EXPECT_EQ(summaries_of(items), (std::vector<std::string>{std::string("!") + c.reason})) << c.name;
        EXPECT_EQ(origin_of_item(items.at(0)).bytes, (Range{0, c.html.size()})) << c.name;
    }
}

TEST(HtmlListing, explain_names_each_line) {
    const Scratch scratch;
    std::string explained;
    ReaderOptions options;
    options.explain = [&](const ExplainedPart& part) {
        explained += std::string(part.what) + ": " + std::string(part.text) + "\n";
    };
    read_items(
        scratch.write(
            "a.html",
            "<h2>News</h2><div><h3>The first of the titles</h3><i>01.02.2026</i><p>Text.</p><p>12 views</p></div>"
            "<div><h3>The second of the titles</h3><i>02.02.2026</i></div><footer>©</footer>"),
        options);
    EXPECT_EQ(explained,
              "section: News\ntitle: The first of the titles\ndate: 01.02.2026\nbody: Text.\ncounter: 12 views\n"
              "title: The second of the titles\ndate: 02.02.2026\nfurniture: ©\n");
}

} // namespace
} // namespace qosar
