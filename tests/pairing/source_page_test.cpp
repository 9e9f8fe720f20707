#include "qosar/pairing/source_page.hpp"

#include <gtest/gtest.h>

#include "../scratch.hpp"

namespace qosar {
namespace {

std::string address(const std::string& number) {
    return "https://www.gov.kz/memleket/entities/water/press/news/details/" + number + "?lang=kk";
}

Article citing(std::vector<std::string> urls) {
    Article article;
    article.source_urls = std::move(urls);
    return article;
}

/// A store with good pages 1 and 2, unusable ones 7 and 8, and page 3 in Russian only.
class SourcePage : public testing::Test {
protected:
    SourcePage() {
        m_folder.write("water/1.kk.txt", "Су қоймасы толды\n2026-02-01\n\nСу қоймасы көктемге дайын.\n");
        m_folder.write("water/2.kk.txt", "Канал тазартылды\n2026-02-01\n\nКанал жазға дейін тазартылды.\n");
        m_folder.write("water/3.ru.txt", "Канал очищен\n2026-02-01\n\nКанал очищен до лета.\n");
        m_folder.write("water/7.kk.json", "{\"id\":7,");
        m_folder.write("water/8.kk.json", "\xFF\xFE");
    }

    [[nodiscard]] Page find(std::vector<std::string> urls, const std::string& language = "kk") const {
        return find_source_page(citing(std::move(urls)), PageStore(m_folder.path()), language);
    }

    Scratch m_folder;
};

TEST_F(SourcePage, is_the_first_good_one) {
    const struct {
        const char* name;
        std::vector<std::string> urls;
        std::string title;
    } cases[] = {
        {"one", {address("1")}, "Су қоймасы толды"},
        {"two good ones", {address("1"), address("2")}, "Су қоймасы толды"},
        {"the other way round", {address("2"), address("1")}, "Канал тазартылды"},
        {"behind a missing one", {address("99"), address("2")}, "Канал тазартылды"},
        {"behind an unusable one", {address("7"), address("2")}, "Канал тазартылды"},
        {"behind all kinds of bad ones",
         {"no address", address("8"), address("99"), address("1"), address("2")},
         "Су қоймасы толды"},
    };
    for (const auto& c : cases) {
        const Page page = find(c.urls);
        EXPECT_EQ(page.status, PageStatus::good) << c.name << ": " << page.problem;
        EXPECT_EQ(page.title, c.title) << c.name;
        EXPECT_FALSE(page.text.empty()) << c.name;
        EXPECT_EQ(page.problem, "") << c.name;
    }
}

TEST_F(SourcePage, without_a_good_one_tells_of_the_first_found_else_of_the_first_cited) {
    const struct {
        const char* name;
        std::vector<std::string> urls;
        PageStatus status;
        std::string url;
    } cases[] = {
        {"missing", {address("99")}, PageStatus::missing, address("99")},
        {"two missing", {address("98"), address("99")}, PageStatus::missing, address("98")},
        {"unusable", {address("7")}, PageStatus::unusable, address("7")},
        {"two unusable", {address("8"), address("7")}, PageStatus::unusable, address("8")},
        {"missing, then unusable", {address("99"), address("7")}, PageStatus::unusable, address("7")},
        {"unusable, then missing", {address("7"), address("99")}, PageStatus::unusable, address("7")},
        {"missing, then two unusable", {address("99"), address("8"), address("7")}, PageStatus::unusable, address("8")},
        {"no address at all", {"see the ministry's site"}, PageStatus::missing, "see the ministry's site"},
        {"empty address", {""}, PageStatus::missing, ""},
        {"out of the store",
         {"https://www.gov.kz/memleket/entities/../press/news/details/.."},
         PageStatus::missing,
         "https://www.gov.kz/memleket/entities/../press/news/details/.."},
    };
    for (const auto& c : cases) {
        const Page page = find(c.urls);
        EXPECT_EQ(page.status, c.status) << c.name;
        EXPECT_EQ(page.url, c.url) << c.name;
        EXPECT_FALSE(page.problem.empty()) << c.name;
    }
}

TEST_F(SourcePage, is_asked_for_in_a_language) {
    EXPECT_EQ(find({address("3")}).status, PageStatus::missing) << "whatever the address says";
    EXPECT_EQ(find({address("3")}, "ru").title, "Канал очищен");
    EXPECT_EQ(find({address("3"), address("1")}).title, "Су қоймасы толды");
    EXPECT_EQ(find({address("1")}, "ru").status, PageStatus::missing);
}

} // namespace
} // namespace qosar
