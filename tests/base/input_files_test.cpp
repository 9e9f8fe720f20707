#include "qosar/base/input_files.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;

/// What is found below the scratch folder, with `!` behind what cannot be read and `+` before what was given.
std::vector<std::string> found(const Scratch& scratch, const std::vector<std::string>& arguments) {
    std::vector<std::string> absolute;
    for (const std::string& argument : arguments) {
        absolute.push_back(argument == "-" ? "-" : (scratch.path() / argument).string());
    }
    std::vector<std::string> names;
    for (const InputPath& file : find_input_files(absolute)) {
        names.push_back((file.given ? "+" : "") + file.name + (file.problem.empty() ? "" : "!"));
    }
    return names;
}

TEST(FindInputFiles, folder_stands_for_its_files_sorted_by_path) {
    const Scratch scratch;
    for (const char* name : {"in/b.txt", "in/a.txt", "in/sub/deep/c.txt", "in/sub.txt", "in/B.txt", "other.txt"}) {
        scratch.write(name, "");
    }
    fs::create_directories(scratch.path() / "in" / "empty");
    const std::vector<std::string> expected{"+other.txt",        "in/B.txt",   "in/a.txt", "in/b.txt",
                                            "in/sub/deep/c.txt", "in/sub.txt", "+-"};
    EXPECT_EQ(found(scratch, {"other.txt", "in", "-"}), expected);
    EXPECT_TRUE(find_input_files({}).empty());
    EXPECT_TRUE(found(scratch, {"in/empty"}).empty());
    EXPECT_THROW(found(scratch, {"absent"}), Error);
    EXPECT_THROW(find_input_files({""}), Error);
}

TEST(FindInputFiles, what_is_hidden_is_found_only_if_given) {
    const Scratch scratch;
    for (const char* name : {"in/.hidden.txt", "in/.git/config", "in/a.txt", ".b.txt"}) {
        scratch.write(name, "");
    }
    EXPECT_EQ(found(scratch, {"in"}), (std::vector<std::string>{"a.txt"}));
    EXPECT_EQ(found(scratch, {".b.txt"}), (std::vector<std::string>{"+.b.txt"}));
}

TEST(FindInputFiles, takes_a_file_once_whichever_way_leads_to_it) {
    const Scratch scratch;
    scratch.write("in/a.txt", "");
    scratch.write("in/b.txt", "");
    fs::create_symlink("a.txt", scratch.path() / "in/c.txt");
    EXPECT_EQ(found(scratch, {"in/b.txt", "in", "in/../in/a.txt", "-", "-"}),
              (std::vector<std::string>{"+b.txt", "a.txt", "+-"}));
}

TEST(FindInputFiles, links_in_a_ring_and_links_to_nothing) {
    const Scratch scratch;
    scratch.write("in/sub/a.txt", "");
    fs::create_symlink("..", scratch.path() / "in/sub/up");
    fs::create_symlink("self", scratch.path() / "in/self");
    fs::create_symlink("nowhere", scratch.path() / "in/lost");
    fs::create_symlink("../far", scratch.path() / "in/way");
    scratch.write("far/b.txt", "");
    EXPECT_EQ(found(scratch, {"in"}), (std::vector<std::string>{"lost!", "self!", "sub/a.txt", "way/b.txt"}));
}

TEST(InputNames, are_relative_to_the_folder_all_share) {
    const struct {
        std::vector<fs::path> files;
        std::vector<std::string> names;
    } cases[] = {
        {{}, {}},
        {{"-"}, {"-"}},
        {{"/d/one.txt"}, {"one.txt"}},
        {{"one.txt"}, {"one.txt"}},
        {{"/d/a.txt", "/d/b.txt"}, {"a.txt", "b.txt"}},
        {{"/d/x/a.txt", "/d/y/a.txt"}, {"x/a.txt", "y/a.txt"}},
        {{"/d/x/y/a.txt", "/d/x/b.txt"}, {"y/a.txt", "b.txt"}},
        {{"/d/x/b.txt", "/d/x/y/a.txt"}, {"b.txt", "y/a.txt"}},
        {{"/d/news/a.txt", "/d/newsroom/b.txt"}, {"news/a.txt", "newsroom/b.txt"}},
        {{"/d/./x/../a.txt", "/d/b.txt"}, {"a.txt", "b.txt"}},
        {{"-", "/d/x/a.txt", "/d/y/b.txt"}, {"-", "x/a.txt", "y/b.txt"}},
        {{"/a/x.txt", "/b/y.txt"}, {"a/x.txt", "b/y.txt"}},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(input_names(c.files), c.names) << testing::PrintToString(c.files);
    }
}

} // namespace
} // namespace qosar
