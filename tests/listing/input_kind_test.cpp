#include "qosar/listing/input_kind.hpp"

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

using namespace std::string_literals;

TEST(InputKind, is_told_by_content) {
    const struct {
        const char* name;
        std::string head;
        const char* kind; ///< `?` for none
    } cases[] = {
        {"empty", "", "text"},
        {"listing", "News\nMore\nA title\n01.02.2026\n", "text"},
        {"listing with a mark", "\xEF\xBB\xBFNews\n", "text"},
        {"listing that begins with a bracket", "[Photo] A title 01.02.2026\n", "text"},
        {"listing that begins with a brace", "{Photo} A title 01.02.2026\n", "text"},
        {"listing that begins with a less-than sign", "<5 % of the farms\n01.02.2026\n", "text"},
        {"broken bytes", "News \xD0\x20 \xFF\n", "text"},
        {"a few NULs", "News\0\0 of the day and of the week\n"s, "text"},
        {"windows-1251", "\xCD\xEE\xE2\xEE\xF1\xF2\xE8\n", "text"},
        {"doctype", "<!DOCTYPE html><title>x</title>", "html"},
        {"doctype behind blanks", "\r\n  <!doctype HTML>", "html"},
        {"old doctype", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "html"},
        {"fragment", "<div class=\"a\">x</div>", "html"},
        {"comment before the page", "<!-- saved from url=(0014)about:internet -->\n<html>", "html"},
        {"XHTML", "<?xml version=\"1.0\"?><html xmlns=\"x\">", "html"},
        {"UTF-16 page", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "html"},
        {"UTF-16 text", "\xFF\xFEN\0e\0w\0s\0"s, "?"},
        {"feed", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>", "?"},
        {"JSON object", "{\"title\": \"x\"}\n", "jsonl"},
        {"empty object", "{}\n", "jsonl"},
        {"JSON array", "[\n{\"title\": \"x\"},\n", "jsonl"},
        {"WARC", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"},
        {"newer WARC", "WARC/1.1\r\n", "warc"},
        {"a title about WARC", "WARC/ISO committee met\n01.02.2026\n", "text"},
        {"PDF", "%PDF-1.7\n", "?"},
        {"ZIP", "PK\x03\x04", "?"},
        {"PNG", "\x89PNG\r\n\x1A\n", "?"},
        {"NULs", std::string(1000, '\0'), "?"},
    };
    for (const auto& c : cases) {
        const RecognisedInput found = recognise_input(c.head);
        EXPECT_EQ(found.kind ? to_string(*found.kind) : "?", c.kind) << c.name;
        EXPECT_EQ(found.instead.empty(), found.kind.has_value()) << c.name;
    }
}

TEST(InputKind, names) {
    for (const InputKind kind : {InputKind::text, InputKind::html, InputKind::jsonl, InputKind::warc}) {
        EXPECT_EQ(input_kind_named(std::string(to_string(kind))), kind);
    }
    EXPECT_EQ(input_kind_named("auto"), std::nullopt);
    EXPECT_THROW(input_kind_named("pdf"), UsageError);
}

} // namespace
} // namespace qosar
