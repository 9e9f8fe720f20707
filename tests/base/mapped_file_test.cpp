#include "qosar/base/mapped_file.hpp"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

TEST(MappedFile, holds_the_bytes_of_the_file) {
    const Scratch scratch;
    const std::string bytes = "one\0two" + std::string(100'000, 'x');
    const auto path = scratch.write("file", bytes);
    const MappedFile file = map_file(path);
    std::filesystem::remove(path);
    EXPECT_EQ(file.bytes, bytes);
    EXPECT_NE(file.owner, nullptr);
}

TEST(MappedFile, of_an_empty_file_is_empty) {
    const Scratch scratch;
    const MappedFile file = map_file(scratch.write("file", ""));
    EXPECT_TRUE(file.bytes.empty());
}

TEST(MappedFile, names_what_is_no_file) {
    const Scratch scratch;
    const auto pipe = scratch / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const auto& path : {scratch.path(), scratch / "nothing", pipe}) {
        try {
            map_file(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
        }
    }
}

} // namespace
} // namespace qosar
