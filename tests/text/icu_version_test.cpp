#include "qosar/text/icu_version.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(IcuVersion, is_a_number_that_the_build_asks_for) { EXPECT_GE(std::atoi(icu_version().c_str()), 72); }

} // namespace
} // namespace qosar
