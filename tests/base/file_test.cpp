#include "qosar/base/file.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t enough = 1U << 20U;

std::size_t entries_of(const fs::path& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) {
        ++count;
    }
    return count;
}

TEST(ReadFile, gives_every_byte) {
    const Scratch scratch;
    const std::string long_text(300'000, 'q');
    for (const std::string& bytes : {std::string(), std::string("a\0b\r\n\xFF", 6), std::string("Қосар"), long_text}) {
        EXPECT_EQ(read_file(scratch.write("file", bytes), enough), bytes);
    }
}

TEST(ReadFile, limit_counts_bytes_and_is_allowed_itself) {
    const Scratch scratch;
    const fs::path path = scratch.write("ten", "0123456789");
    EXPECT_EQ(read_file(path, 10).size(), 10U);
    EXPECT_THROW(read_file(path, 9), Error);
    EXPECT_THROW(read_file(path, 0), Error);
    EXPECT_EQ(read_file(scratch.write("none", ""), 0), "");
}

TEST(ReadFile, names_what_it_cannot_read) {
    const Scratch scratch;
    for (const fs::path& path : {scratch.path(), scratch / "absent", fs::path("")}) {
        try {
            read_file(path, enough);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
            EXPECT_EQ(error.code(), ExitCode::failed);
        }
    }
}

TEST(PublishedFile, is_not_seen_before_it_is_published) {
    const Scratch scratch;
    const fs::path path = scratch.write("out", "old");
    {
        PublishedFile file(path);
        file.write("new ");
        file.write(std::string_view("\0text", 5));
        EXPECT_EQ(file.size(), 9U);
        EXPECT_EQ(read_file(path, enough), "old");
        file.publish();
    }
    EXPECT_EQ(read_file(path, enough), std::string("new \0text", 9));
    EXPECT_EQ(entries_of(scratch.path()), 1U);
}

TEST(PublishedFile, leaves_nothing_behind_when_dropped) {
    const Scratch scratch;
    {
        PublishedFile file(scratch.path() / "out");
        file.write("half");
        EXPECT_EQ(entries_of(scratch.path()), 1U);
    }
    EXPECT_EQ(entries_of(scratch.path()), 0U);
}

TEST(PublishedFile, two_for_one_place_do_not_disturb_each_other) {
    const Scratch scratch;
    PublishedFile first(scratch.path() / "out");
    PublishedFile second(scratch.path() / "out");
    first.write("first");
    second.write("second");
    first.publish();
    EXPECT_EQ(read_file(scratch.path() / "out", enough), "first");
    second.publish();
    EXPECT_EQ(read_file(scratch.path() / "out", enough), "second");
}

TEST(PublishedFile, needs_a_folder_to_write_in) {
    const Scratch scratch;
    EXPECT_THROW(PublishedFile(scratch.path() / "absent" / "out"), Error);
    EXPECT_THROW(publish_file("/dev/null/out", "text"), Error);
}

TEST(PublishedFiles, are_seen_once_they_are_published) {
    const Scratch scratch;
    const fs::path old = scratch.write("in/old", "old");
    fs::create_directories(scratch.path() / "other");
    PublishedFiles files;
    files.publish(); // nothing
    files.add(old, "new");
    files.add(scratch.path() / "other" / "a", std::string(200'000, '\0'));
    files.add(old, "newest");
    EXPECT_EQ(read_file(old, enough), "old");
    EXPECT_FALSE(fs::exists(scratch.path() / "other" / "a"));
    files.publish();
    EXPECT_EQ(read_file(old, enough), "newest");
    EXPECT_EQ(read_file(scratch.path() / "other" / "a", enough), std::string(200'000, '\0'));
    EXPECT_EQ(entries_of(scratch.path() / "in") + entries_of(scratch.path() / "other"), 2U);
}

TEST(PublishedFiles, leave_nothing_behind_when_dropped) {
    const Scratch scratch;
    {
        PublishedFiles files;
        files.add(scratch.path() / "a", "a");
        EXPECT_EQ(entries_of(scratch.path()), 1U);
        EXPECT_THROW(files.add(scratch.path() / "absent" / "b", "b"), Error);
        files.publish(); // what is broken does not stand in the way of the others
        EXPECT_EQ(entries_of(scratch.path()), 1U);
        files.add(scratch.path() / "b", "b");
        EXPECT_EQ(entries_of(scratch.path()), 2U);
        fs::remove(scratch.path() / "a");
    }
    EXPECT_EQ(entries_of(scratch.path()), 0U);
}

TEST(PublishFile, writes_all_bytes) {
    const Scratch scratch;
    const std::string bytes(200'000, '\0');
    publish_file(scratch.path() / "out", bytes);
    EXPECT_EQ(read_file(scratch.path() / "out", enough), bytes);
}

TEST(PublishFolder, replaces_what_stood_there) {
    const Scratch scratch;
    const fs::path place = scratch.path() / "corpus";
    for (const char* name : {"a.txt", "b.txt"}) {
        scratch.write(std::string("part/") + name, name);
        publish_folder(scratch.path() / "part", place);
        EXPECT_FALSE(fs::exists(scratch.path() / "part"));
        EXPECT_EQ(entries_of(place), 1U);
        EXPECT_EQ(read_file(place / name, enough), name);
    }
    EXPECT_THROW(publish_folder(scratch.path() / "part", place), Error);
    EXPECT_EQ(entries_of(place), 1U) << "a failed publication leaves the old folder";
}

TEST(SyncToDisk, throws_for_what_is_not_there) {
    const Scratch scratch;
    EXPECT_NO_THROW(sync_to_disk(scratch.path()));
    EXPECT_NO_THROW(sync_to_disk(scratch.write("file", "text")));
    EXPECT_THROW(sync_to_disk(scratch.path() / "absent"), Error);
}

} // namespace
} // namespace qosar
