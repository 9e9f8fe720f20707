#include "qosar/web/warc.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "packed.hpp"

namespace qosar {
namespace {

std::string record(const std::string& block, const std::string& length = "", const std::string& end = "\r\n\r\n") {
    return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <https://a.kz/>\r\nContent-Length: " +
           (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block + end;
}

std::vector<WarcRecord> read(std::unique_ptr<ByteReader> bytes, const WarcOptions& options = {}) {
    WarcReader reader(std::move(bytes), options);
    std::vector<WarcRecord> records;
    for (WarcRecord one; reader.next(one);) {
        records.push_back(one);
    }
    return records;
}

/// Blocks with a blank between; `!problem` before those that have one.
std::string dump(const std::vector<WarcRecord>& records) {
    std::string out;
    for (const WarcRecord& one : records) {
        out += (&one == &records.front() ? "" : " ") + (one.problem.empty() ? "" : "!" + one.problem + ":") + one.block;
    }
    return out;
}

std::string dump(const std::string& bytes) { return dump(read(std::make_unique<ByteReader>(bytes))); }

TEST(Warc, records_and_what_is_between_them) {
    const std::string a = record("aaaa");
    const std::string b = record("bbbb");
    const struct {
        const char* name;
        std::string bytes;
        const char* records;
    } cases[] = {
        {"nothing", "", ""},
        {"two", a + b, "aaaa bbbb"},
        {"empty block", record("") + b, " bbbb"},
        {"version 1.1", "WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", "x"},
        {"bare newlines", "WARC/1.0\nContent-Length: 1\n\nx\n\n" + a, "x aaaa"},
        {"no blank lines behind", record("aaaa", "", "") + b, "aaaa bbbb"},
        {"one blank line behind", record("aaaa", "", "\r\n") + b, "aaaa bbbb"},
        {"many blank lines behind", record("aaaa", "", std::string(20'000, '\n')) + b, "aaaa bbbb"},
        {"no blank lines at the end", a + record("bbbb", "", ""), "aaaa bbbb"},
        {"block that holds a record", record("x\r\n\r\n" + b + "y"), nullptr},
        {"cut within the block", a + record("bb", "4", ""), "aaaa !truncated_record:bb"},
        {"cut within the header", a + b.substr(0, 30), "aaaa !truncated_record:"},
        {"length too long", record("aaaa", "40") + b, "!wrong_content_length:aaaa\r\n\r\n bbbb"},
        {"length too long, to the end", record("aaaa", "9999") + b, "!wrong_content_length:aaaa\r\n\r\n bbbb"},
        {"length too short", record("aaaa", "2") + b, "!wrong_content_length:aa bbbb"},
        {"no length", "WARC/1.0\r\nWARC-Type: x\r\n\r\nx\r\n\r\n" + b, "!bad_record_header: bbbb"},
        {"length that is no number", record("aaaa", "4x") + b, "!bad_record_header: bbbb"},
        {"huge length", record("aaaa", "99999999999999999999") + b, "!bad_record_header: bbbb"},
        {"header without an end", "WARC/1.0\r\nA: b\r\n" + b, "!bad_record_header: bbbb"},
        {"other text before", "hello\r\n" + b, "!not_warc: bbbb"},
        {"other text between", a + "hello\r\n\r\n" + b, "!wrong_content_length:aaaa bbbb"},
    };
    for (const auto& c : cases) {
        if (c.records != nullptr) {
            EXPECT_EQ(dump(c.bytes), c.records) << c.name;
        } else {
            EXPECT_EQ(dump(c.bytes), "x\r\n\r\n" + b + "y") << c.name;
        }
    }
}

TEST(Warc, ranges_and_fields) {
    const std::string a = record("aaaa");
    const auto records = read(std::make_unique<ByteReader>(a + a));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[1].bytes, (Range{a.size(), 2 * a.size()}));
    EXPECT_EQ(records[1].number, 1U);
    EXPECT_EQ(records[1].version, "1.0");
    EXPECT_EQ(records[1].type(), "resource");
    EXPECT_EQ(records[1].target(), "https://a.kz/");
}

TEST(Warc, compressed_record_by_record_or_whole) {
    const Scratch scratch;
    const std::string a = record("aaaa");
    const std::string b = record("bbbb");
    for (const std::string& bytes : {deflated(a) + deflated(b), deflated(a + b)}) {
        const auto records = read(std::make_unique<ByteReader>(scratch.write("a.warc.gz", bytes), 1U << 20U));
        EXPECT_EQ(dump(records), "aaaa bbbb");
        EXPECT_EQ(records.at(1).bytes, (Range{a.size(), a.size() + b.size()}));
    }
    const std::string second = deflated(record(std::string(3000, 'b')));
    for (const std::size_t left : {second.size() - 4, std::size_t{12}}) {
        const auto cut = read(
            std::make_unique<ByteReader>(scratch.write("a.warc.gz", deflated(a) + second.substr(0, left)), 1U << 20U));
        ASSERT_EQ(cut.size(), left > 12 ? 3U : 2U);
        EXPECT_EQ(cut[0].block, "aaaa");
        EXPECT_FALSE(cut.back().problem.empty());
        EXPECT_NE(cut.back().message.find("cut short"), std::string::npos);
    }
}

TEST(Warc, long_blocks_are_passed_over) {
    WarcOptions options;
    options.max_block_bytes = 1000;
    const auto records = read(std::make_unique<ByteReader>(record(std::string(1'000'000, 'x')) + record("b")), options);
    EXPECT_EQ(dump(records), "!record_too_long: b");
    EXPECT_EQ(dump(read(std::make_unique<ByteReader>(record("x", "5000")), options)), "!truncated_record:");
}

std::size_t count(const std::string& bytes) {
    WarcReader reader(std::make_unique<ByteReader>(bytes));
    std::size_t records = 0;
    for (WarcRecord one; reader.next(one);) {
        ++records;
    }
    return records;
}

TEST(Warc, hostile_files_take_linear_time) {
    constexpr std::size_t many = 300'000;
    std::string headers;
    std::string records;
    std::string lies;
    for (std::size_t i = 0; i < many; ++i) {
        headers += "WARC/1.0\r\n";
        records += "WARC/1.0\r\nContent-Length: 0\r\n\r\n";
        lies += "WARC/1.0\r\nContent-Length: 30000000\r\n\r\n";
    }
    EXPECT_EQ(count(headers), many);
    EXPECT_EQ(count(records), many);
    EXPECT_EQ(count(lies), many);
    EXPECT_EQ(count(std::string(5'000'000, 'W')), 1U);
}

} // namespace
} // namespace qosar
