#include "qosar/base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

constexpr std::size_t thread_counts[] = {1, 2, 8};

/// Maps 0, 1, ... to their squares; early items take longest.
std::vector<int> squares(std::size_t threads, int count) {
    std::vector<int> out;
    int next = 0;
    parallel_map<int, int>(
        threads,
        [&](int& item) {
            item = next;
            return next++ < count;
        },
        [](int& item) {
            std::this_thread::sleep_for(std::chrono::microseconds(item % 8 == 0 ? 500 : 0));
            return item * item;
        },
        [&](int& result) { out.push_back(result); });
    return out;
}

TEST(ParallelMap, keeps_the_order_of_reading) {
    for (const int count : {0, 1, 2, 7, 500}) {
        std::vector<int> expected;
        for (int i = 0; i < count; ++i) {
            expected.push_back(i * i);
        }
        for (const std::size_t threads : thread_counts) {
            EXPECT_EQ(squares(threads, count), expected) << threads << " threads, " << count << " items";
        }
    }
}

TEST(ParallelMap, holds_at_most_four_items_a_thread) {
    for (const std::size_t threads : thread_counts) {
        std::atomic<int> alive{0};
        int most = 0;
        int left = 300;
        parallel_map<int, int>(
            threads,
            [&](int&) {
                most = std::max(most, ++alive);
                return left-- > 0;
            },
            [](int& item) { return item; }, [&](int&) { --alive; });
        EXPECT_LE(most, 4 * static_cast<int>(threads));
        EXPECT_GE(most, 1);
    }
}

/// What comes out when the map throws at item 20 of 100 in one of its three parts.
std::string thrown_by(std::size_t threads, const std::string& part) {
    int next = 0;
    const auto check = [&](const char* here, int item) {
        if (part == here && item == 20) {
            throw Error(part + " failed", ExitCode::interrupted);
        }
    };
    try {
        parallel_map<int, int>(
            threads,
            [&](int& item) {
                item = next++;
                check("read", item);
                return item < 100;
            },
            [&](int& item) {
                check("work", item);
                return item;
            },
            [&](int& result) { check("write", result); });
    } catch (const Error& error) {
        return error.code() == ExitCode::interrupted ? error.what() : "another code";
    }
    return "nothing";
}

TEST(ParallelMap, lets_exceptions_of_each_part_out) {
    for (const std::size_t threads : thread_counts) {
        for (const char* part : {"read", "work", "write"}) {
            EXPECT_EQ(thrown_by(threads, part), std::string(part) + " failed") << threads << " threads";
        }
        EXPECT_EQ(thrown_by(threads, "none of them"), "nothing");
    }
}

TEST(ParallelMap, exception_ends_the_map) {
    for (const std::size_t threads : thread_counts) {
        int read = 0;
        std::vector<int> written;
        EXPECT_THROW((parallel_map<int, int>(
                         threads,
                         [&](int& item) {
                             item = read++;
                             return item < 1'000'000;
                         },
                         [](int& item) { return item == 50 ? throw std::runtime_error("stop") : item; },
                         [&](int& result) { written.push_back(result); })),
                     std::runtime_error);
        EXPECT_LT(read, 100'000) << threads << " threads";
        EXPECT_LE(written.size(), 50U) << threads << " threads";
        for (std::size_t i = 0; i < written.size(); ++i) {
            EXPECT_EQ(written[i], static_cast<int>(i));
        }
    }
}

TEST(ParallelMap, may_run_after_one_that_threw) {
    EXPECT_EQ(thrown_by(2, "work"), "work failed");
    EXPECT_EQ(squares(2, 3), (std::vector<int>{0, 1, 4}));
}

TEST(ThreadCount, nought_stands_for_the_cores) {
    EXPECT_GE(thread_count(0), 1U);
    EXPECT_EQ(thread_count(1), 1U);
    EXPECT_EQ(thread_count(8), 8U);
}

} // namespace
} // namespace qosar
