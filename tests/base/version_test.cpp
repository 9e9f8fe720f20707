#include "qosar/base/version.hpp"

#include <regex>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(Version, has_three_numbers) {
    EXPECT_TRUE(std::regex_match(version(), std::regex("[0-9]+\\.[0-9]+\\.[0-9]+"))) << version();
}

} // namespace
} // namespace qosar
