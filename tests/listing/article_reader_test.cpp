#include "qosar/listing/article_reader.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "../web/packed.hpp"
#include "items.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {
namespace {

const std::string text = "A title of news\n01.02.2026\nText.\n";
const std::string json = "{\"title\":\"A title of news\",\"date\":\"2026-02-01\",\"body\":\"Text.\"}\n";
const std::string html = "<html><h1>A title of news</h1><p>01.02.2026</p><p>Text that is long enough.</p></html>";

TEST(ArticleReader, every_kind_plain_and_packed) {
    const Scratch scratch;
    const struct {
        const std::string& bytes;
        InputKind kind;
        const char* item;
    } cases[] = {
        {text, InputKind::text, "A title of news|2026-02-01|Text.||"},
        {json, InputKind::jsonl, "A title of news|2026-02-01|Text.||"},
        {html, InputKind::html, "A title of news|2026-02-01|Text that is long enough.||"},
    };
    for (const auto& c : cases) {
        for (const std::string& bytes : {c.bytes, deflated(c.bytes)}) {
            ArticleReader reader({scratch.write("file", bytes), "file", true, ""});
            EXPECT_EQ(reader.kind(), c.kind);
            ListingItem item;
            ASSERT_TRUE(reader.next(item));
            EXPECT_EQ(summary_of(item), c.item);
            EXPECT_LE(origin_of_item(item).bytes.end, c.bytes.size());
            EXPECT_FALSE(reader.next(item));
            EXPECT_EQ(reader.sha256(), sha256_hex(bytes));
        }
    }
}

TEST(ArticleReader, kind_can_be_forced) {
    const Scratch scratch;
    ReaderOptions options;
    options.kind = InputKind::text;
    EXPECT_EQ(summaries_of(read_items(scratch.write("file", json), options)),
              (std::vector<std::string>{"!text_without_title"}));
}

TEST(ArticleReader, file_of_no_known_kind_is_one_reject) {
    const Scratch scratch;
    const std::string pdf = "%PDF-1.7\n" + std::string(300'000, 'x');
    ArticleReader reader({scratch.write("a.pdf", pdf), "a.pdf", true, ""});
    ListingItem item;
    ASSERT_TRUE(reader.next(item));
    EXPECT_EQ(summary_of(item), "!unknown_kind");
    EXPECT_EQ(origin_of_item(item), (Origin{"a.pdf", 0, {0, pdf.size()}}));
    EXPECT_NE(std::get<Reject>(item).message.find("PDF"), std::string::npos);
    EXPECT_FALSE(reader.next(item));
    EXPECT_EQ(reader.sha256(), sha256_hex(pdf));
}

TEST(ArticleReader, what_a_folder_holds_that_cannot_be_read_is_a_reject) {
    const Scratch scratch;
    for (const InputPath& input : {InputPath{scratch / "lost", "lost", false, "it is a link that leads nowhere"},
                                   InputPath{scratch / "absent", "lost", false, ""}}) {
        ArticleReader reader(input);
        ListingItem item;
        ASSERT_TRUE(reader.next(item));
        EXPECT_EQ(summary_of(item), "!unreadable_file");
        EXPECT_EQ(origin_of_item(item), (Origin{"lost", 0, {0, 0}}));
        EXPECT_FALSE(reader.next(item));
        EXPECT_EQ(reader.sha256(), "");
    }
    EXPECT_THROW(ArticleReader({scratch / "absent", "absent", true, ""}), Error);
}

TEST(ArticleReader, broken_compression) {
    const Scratch scratch;
    const std::string packed = deflated(text + text);
    const auto path = scratch.write("a.gz", packed.substr(0, packed.size() - 6));
    for (const bool given : {true, false}) {
        ArticleReader reader({path, "a.gz", given, ""});
        ListingItem item;
        const auto read_all = [&] {
            std::vector<std::string> items;
            while (reader.next(item)) {
                items.push_back(summary_of(item));
            }
            return items;
        };
        if (given) {
            EXPECT_THROW(read_all(), DamagedError);
        } else {
            EXPECT_EQ(read_all().back(), "!damaged_file");
            EXPECT_EQ(reader.sha256().size(), 64U);
        }
    }
}

} // namespace
} // namespace qosar
