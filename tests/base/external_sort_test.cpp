#include "qosar/base/external_sort.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"

namespace qosar {
namespace {

TEST(ExternalSort, sorts_in_any_memory) {
    const Scratch folder;
    std::mt19937 random(5);
    std::vector<std::uint32_t> numbers(10'000);
    for (std::uint32_t& number : numbers) {
        number = static_cast<std::uint32_t>(random() % 3'000);
    }
    std::vector<std::uint32_t> expected = numbers;
    std::sort(expected.begin(), expected.end());
    for (const std::size_t memory : {0UL, 8UL, 1'000UL, 39'999UL, 40'000UL, 1'000'000UL}) {
        ExternalSort<std::uint32_t> sort(folder.path(), memory);
        for (const std::uint32_t number : numbers) {
            sort.push(number);
        }
        std::vector<std::uint32_t> sorted;
        sort.drain([&](std::uint32_t number) { sorted.push_back(number); });
        EXPECT_EQ(sorted, expected) << memory;
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(ExternalSort, may_be_empty_and_used_again) {
    const Scratch folder;
    ExternalSort<int> sort(folder.path(), 16);
    std::vector<int> sorted;
    const auto keep = [&](int number) { sorted.push_back(number); };
    sort.drain(keep);
    EXPECT_TRUE(sorted.empty());
    for (const int number : {5, 4, 3, 2, 1, 0}) {
        sort.push(number);
    }
    sort.drain(keep);
    sort.push(7);
    sort.drain(keep);
    EXPECT_EQ(sorted, (std::vector<int>{0, 1, 2, 3, 4, 5, 7}));
}

TEST(ScratchFile, needs_a_folder) { EXPECT_THROW(ScratchFile("/nowhere/at/all"), Error); }

TEST(ScratchFile, gives_back_what_it_was_given) {
    const Scratch folder;
    ScratchFile file(folder.path());
    file.append("abc", 3);
    file.append("def", 3);
    char bytes[4] = "";
    file.read(2, bytes, 3);
    EXPECT_STREQ(bytes, "cde");
    EXPECT_THROW(file.read(4, bytes, 3), Error);
    EXPECT_EQ(file.size(), 6U);
}

} // namespace
} // namespace qosar
