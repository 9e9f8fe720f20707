#include "qosar/web/html.hpp"

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

/// Blocks separated by `|`, headings with `#`.
std::string dump(const HtmlText& html) {
    std::string out;
    for (const HtmlBlock& block : html.blocks) {
        out += (out.empty() ? "" : "|") + std::string(block.heading ? "#" : "") + block.text;
    }
    return html.problem.empty() ? out : "problem: " + html.problem;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

TEST(HtmlFragment, is_read_block_by_block) {
    const struct {
        const char* name;
        std::string_view html;
        std::string_view blocks;
    } cases[] = {
        {"nothing", "", ""},
        {"white space", " \n\t", ""},
        {"plain text", "Жаңа мектеп", "Жаңа мектеп"},
        {"paragraphs", "<p>Бір</p><p>Екі</p>", "Бір|Екі"},
        {"unclosed paragraphs", "<p>Бір<p>Екі", "Бір|Екі"},
        {"line break", "Бір<br>Екі<br/><br />Үш", "Бір|Екі|Үш"},
        {"heading", "<h2>Тақырып</h2><p>Мәтін</p>", "#Тақырып|Мәтін"},
        {"list", "<ul><li>Бір<li>Екі</ul>", "Бір|Екі"},
        {"table", "<table><tr><td>Бір</td><td>Екі</td></tr></table>", "Бір|Екі"},
        {"inline tags", "<p>Бір <b>екі</b> ү<i>ш</i></p>", "Бір екі үш"},
        {"text around a block", "Бір<div>екі</div>үш", "Бір|екі|үш"},
        {"white space runs", "<p> Бір \n\t екі </p>", "Бір екі"},
        {"no-break spaces stay inside", "<p>&nbsp;5&nbsp;млн&nbsp;</p>", "5\u00A0млн"},
        {"only no-break spaces", "<p>&nbsp;</p><p>Бір</p>", "Бір"},
        {"entities", "<p>&laquo;А&amp;Б&raquo; &ndash; &#1179;&#x49B;</p>", "«А&Б» – ққ"},
        {"unknown entity", "<p>A&nosuch;</p>", "A&nosuch;"},
        {"less-than sign", "<p>5 < 6 & 7</p>", "5 < 6 & 7"},
        {"script, style and comment", "<p>Бір<script>var a='<p>x';</script><style>p{}</style><!-- y --></p>", "Бір"},
        {"image", "<p><img src='/uploads/a.jpg' alt='x'>Сурет</p>", "Сурет"},
        {"navigation is text of a fragment", "<nav>Бір</nav>", "Бір"},
        {"cut within a tag", "<p>Бір</p><p cla", "Бір"},
        {"cut within an entity", "<p>Бір &la", "Бір &la"},
        {"cut within a comment", "<p>Бір</p><!-- екі", "Бір"},
        {"closing tags alone", "</p></div></b>Бір", "Бір"},
        {"whole page", "<html><head><title>x</title></head><body>Бір</body></html>", "Бір"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(read_html_fragment(c.html)), c.blocks) << c.name;
    }
}

TEST(HtmlBlock, place_holds_its_text) {
    const std::string html = "<div>\n <p>Бір <b>екі</b> үш.</p>\n<p>Төрт&nbsp;бес</p> алты</div>";
    const HtmlText read = read_html_fragment(html);
    ASSERT_EQ(read.blocks.size(), 3U);
    const std::string_view places[] = {"Бір <b>екі</b> үш.", "Төрт&nbsp;бес", "алты"};
    std::size_t last = 0;
    for (std::size_t i = 0; i < read.blocks.size(); ++i) {
        const Range bytes = read.blocks[i].bytes;
        ASSERT_LE(bytes.end, html.size());
        EXPECT_LE(last, bytes.begin);
        EXPECT_NE(html.substr(bytes.begin, bytes.size()).find(places[i]), std::string::npos) << places[i];
        last = bytes.end;
    }
}

TEST(HtmlPage, is_read_as_its_reader_sees_it) {
    const struct {
        const char* name;
        std::string_view html;
        std::string_view title;
        std::string_view date;
        std::string_view blocks;
    } cases[] = {
        {"nothing", "", "", "", ""},
        {"article element",
         "<title>Сайт</title><nav>Мәзір</nav><article><h1>Тақырып</h1><time datetime='2026-02-01T10:00'>кеше</time>"
         "<p>Мәтін</p></article><footer>Байланыс</footer>",
         "Тақырып", "2026-02-01T10:00", "Мәтін"},
        {"main element", "<main><p>Мәтін</p></main><p>Басқа өте ұзын мәтін осында тұр</p>", "", "", "Мәтін"},
        {"densest element",
         "<title>Атау</title><div><p>Қысқа</p></div><div><p>Бірінші ұзын абзац осы</p><p>Екінші ұзын абзац "
         "осы</p></div>",
         "Атау", "", "Бірінші ұзын абзац осы|Екінші ұзын абзац осы"},
        {"meta date",
         "<meta property='article:published_time' content='2026-02-03'><main><time datetime='2020-01-01'>"
         "</time><p>Мәтін</p></main>",
         "", "2026-02-03", "Мәтін"},
        {"boilerplate is left out",
         "<main><header>Сайт</header><p>Мәтін</p><form><label>Іздеу</label></form><aside>Жарнама</aside><figure><img>"
         "<figcaption>Сурет</figcaption></figure><button>Бөлісу</button></main>",
         "", "", "Мәтін"},
        {"title is not repeated", "<main><h1>Тақырып</h1><h2>Бөлім</h2><p>Мәтін</p></main>", "Тақырып", "",
         "#Бөлім|Мәтін"},
        {"tags within the heading", "<main><h1>Жаңа <b>мек</b>теп</h1><p>Мәтін</p></main>", "Жаңа мектеп", "", "Мәтін"},
        {"heading without text", "<title>Атау</title><h1><img src='logo.png'></h1><main><p>Мәтін</p></main>", "Атау",
         "", "Мәтін"},
        {"heading above the article", "<h1>Тақырып</h1><article><p>Мәтін</p></article>", "Тақырып", "", "Мәтін"},
        {"filled by a script", "<title>Портал</title><div id='root'></div><script>start()</script>", "Портал", "", ""},
        {"frameset", "<frameset><frame src='a'></frameset>", "", "", ""},
        {"cut short", "<main><h1>Тақырып</h1><p>Мәт", "Тақырып", "", "Мәт"},
    };
    for (const auto& c : cases) {
        const HtmlText html = read_html_page(c.html);
        EXPECT_EQ(dump(html), c.blocks) << c.name;
        EXPECT_EQ(html.title, c.title) << c.name;
        EXPECT_EQ(html.date, c.date) << c.name;
    }
}

TEST(Html, nul_bytes_do_no_harm) {
    const std::string html("<p>Бі\0р</p>\0<\0p>екі", 24);
    for (const HtmlText& read : {read_html_fragment(html), read_html_page(html)}) {
        EXPECT_EQ(read.problem, "");
        EXPECT_FALSE(read.blocks.empty());
        for (const HtmlBlock& block : read.blocks) {
            EXPECT_TRUE(is_utf8(block.text));
        }
    }
}

TEST(Html, nesting_is_limited) {
    const HtmlOptions options{10, 100};
    for (const std::size_t depth : {std::size_t{9}, std::size_t{11}, std::size_t{1'000'000}}) {
        for (const std::string_view piece : {"<div>", "<b>", "<DIV class='a'>", "<x1>", "<ul><li>"}) {
            const std::string html = repeated(piece, depth) + "Бір";
            EXPECT_EQ(read_html_fragment(html, options).problem.empty(), depth < 10) << piece << depth;
            EXPECT_EQ(read_html_page(html, options).problem.empty(), depth < 10) << piece << depth;
        }
    }
    EXPECT_EQ(dump(read_html_fragment(repeated("<div>а</div>", 1000), {10, 2000})), repeated("а|", 999) + "а");
}

TEST(Html, closing_tags_of_what_was_never_opened_hide_no_nesting) {
    for (const std::string_view piece :
         {"<div></x>", "<div></b>", "<div></>", "<div></div x><div><div>", "<div><!-- </div> -->"}) {
        EXPECT_NE(read_html_fragment(repeated(piece, 100'000)).problem, "") << piece;
    }
    for (const std::string_view piece : {"<td>", "<option>", "<path>", "<g>"}) {
        EXPECT_NE(read_html_fragment("<svg>" + repeated(piece, 100'000)).problem, "") << piece;
    }
}

TEST(Html, what_only_looks_nested_is_read) {
    const struct {
        const char* name;
        std::string html;
    } cases[] = {
        {"paragraphs never closed", repeated("<p>а", 5000)},
        {"list items never closed", "<ul>" + repeated("<li>а", 5000) + "</ul>"},
        {"cells never closed", "<table>" + repeated("<tr><td>а<td>б", 2000) + "</table>"},
        {"images and breaks", repeated("<img src=a><br>а", 5000)},
        {"drawing", "<svg>" + repeated("<path d='M0 0'/>", 800) + "</svg><p>а</p>"},
        {"script", "<script>" + repeated("if(i<n){}", 800) + "</script><p>а</p>"},
        {"comment", "<!--" + repeated("<div>", 800) + "--><p>а</p>"},
    };
    for (const auto& c : cases) {
        const HtmlText read = read_html_page(c.html);
        EXPECT_EQ(read.problem, "") << c.name;
        ASSERT_FALSE(read.blocks.empty()) << c.name;
        EXPECT_EQ(read.blocks.back().text.substr(0, 2), c.html.find("б") == std::string::npos ? "а" : "б") << c.name;
    }
}

TEST(Html, number_of_blocks_is_limited) {
    EXPECT_EQ(read_html_fragment(repeated("<p>а", 50), {10, 7}).blocks.size(), 7U);
    EXPECT_EQ(read_html_page(repeated("<p>а", 50), {10, 7}).blocks.size(), 7U);
}

TEST(Html, hostile_pages_take_linear_time) {
    const std::size_t many = 200'000;
    for (const std::string_view piece : {"<", "</", "<!--", "<a ", "&", "&#", "<![CDATA[", "<p><b>", "</p>", "<td>",
                                         "<br/", "\"<a href='", "]]>", "<?"}) {
        const HtmlText read = read_html_page(repeated(piece, many));
        for (const HtmlBlock& block : read.blocks) {
            ASSERT_TRUE(is_utf8(block.text)) << piece;
        }
    }
}

} // namespace
} // namespace qosar
