#include "qosar/page/store.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "../scratch.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"

namespace qosar {
namespace {

namespace fs = std::filesystem;

const std::string cited = "https://www.gov.kz/memleket/entities/mod/press/news/details/17?lang=kk";

TEST(StoreName, says_where_a_page_lies) {
    const struct {
        std::string_view url;
        std::string_view name;
    } cases[] = {
        {"https://www.gov.kz/memleket/entities/mod/press/news/details/1152201?lang=kk", "mod/1152201"},
        {"gov.kz/memleket/entities/mod/press/news/details/zhana-mektep/", "mod/zhana-mektep"},
        {"gov.kz/memleket/entities/mod", "mod/mod"},
        {"https://example.kz/news_17", "example.kz/news_17"},
        {"https://example.kz/news/17", "example.kz/news_17"},
        {"https://example.kz/news?id=17", "example.kz/news_id_17"},
        {"https://example.kz/?id=17", "example.kz/id_17"},
        {"https://example.kz", "example.kz/index"},
        {"https://example.kz:8080/a", "example.kz_8080/a"},
        {"https://other.kz/memleket/entities/mod/1", "other.kz/memleket_entities_mod_1"},
        {"https://example.kz/a.html", "example.kz/a.html"},
        {"https://example.kz/%D2%9A", "example.kz/_D2_9A"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(store_name(*canonical_url(c.url)), c.name) << c.url;
    }
}

TEST(StoreName, never_leads_out_of_the_store) {
    for (const std::string_view path : {"..",
                                        "../..",
                                        "/../../etc/passwd",
                                        "....//",
                                        "a/../../b",
                                        "%2e%2e/%2e%2e/x",
                                        "%2e%2e%2fx",
                                        "..%5cx",
                                        "/etc/passwd",
                                        "//etc/passwd",
                                        "./.",
                                        "~root",
                                        "%00/x",
                                        "a%0Ab",
                                        ".hidden",
                                        "memleket/entities/",
                                        "memleket/entities//etc/passwd",
                                        "memleket/entities///x",
                                        "memleket/entities/../x",
                                        "memleket/entities/../../../etc/passwd",
                                        "memleket/entities/%2e%2e/..",
                                        "memleket/entities/%2Fetc/%2Fpasswd",
                                        "?../../x",
                                        "?/etc/passwd"}) {
        for (const std::string_view host : {"gov.kz", "example.kz", "..kz"}) {
            const auto url = canonical_url(std::string(host) + "/" + std::string(path));
            ASSERT_TRUE(url) << path;
            const fs::path name = store_name(*url);
            EXPECT_TRUE(name.is_relative()) << name;
            EXPECT_EQ(std::distance(name.begin(), name.end()), 2) << name;
            for (const fs::path& part : name) {
                EXPECT_FALSE(part.empty() || part.string().starts_with(".")) << name;
                EXPECT_EQ(part.string().find_first_of("/\\\n"), std::string::npos) << name;
            }
        }
    }
}

TEST(PageStore, needs_a_folder) {
    const Scratch scratch;
    EXPECT_THROW(PageStore(scratch.path() / "absent"), Error);
    EXPECT_THROW(PageStore(scratch.write("file", "")), Error);
    EXPECT_NO_THROW(PageStore{scratch.path()});
}

TEST(PageStore, finds_the_page_in_the_language_asked_for) {
    const Scratch scratch;
    const std::string bytes = "Тақырып\n01.02.2026\n\nМәтін";
    scratch.write("mod/17.kk.txt", bytes);
    scratch.write("mod/17.ru.txt", "Заголовок\n\nТекст");
    const Page page = PageStore(scratch.path()).find(cited, "kk");
    EXPECT_EQ(page.status, PageStatus::good);
    EXPECT_EQ(page.problem, "");
    EXPECT_EQ(page.url, cited);
    EXPECT_EQ(page.key, "gov.kz/memleket/entities/mod/press/news/details/17");
    EXPECT_EQ(page.language, "kk");
    EXPECT_EQ(page.title, "Тақырып");
    EXPECT_EQ(page.date, "2026-02-01");
    EXPECT_EQ(page.text, "Мәтін");
    EXPECT_EQ(page.reader, "text");
    EXPECT_EQ(page.place, "mod/17.kk.txt");
    EXPECT_EQ(page.sha256, sha256_hex(bytes));
    EXPECT_EQ(PageStore(scratch.path()).find(cited, "ru").title, "Заголовок");
    EXPECT_EQ(PageStore(scratch.path()).find("gov.kz/memleket/entities/mod/17/?lang=en", "kk").title, "Тақырып");
}

TEST(PageStore, takes_json_before_html_before_text) {
    const Scratch scratch;
    const PageStore store(scratch.path());
    scratch.write("mod/17.kk.txt", "Бірінші\n\nМәтін");
    EXPECT_EQ(store.find(cited, "kk").reader, "text");
    scratch.write("mod/17.kk.html", "<main><p>Мәтін</p></main>");
    EXPECT_EQ(store.find(cited, "kk").reader, "html");
    scratch.write("mod/17.kk.json", R"([{"id":16,"body":"Бөтен"},{"id":"17","body":"Мәтін"}])");
    const Page page = store.find(cited, "kk");
    EXPECT_EQ(page.reader, "json");
    EXPECT_EQ(page.text, "Мәтін");
}

TEST(PageStore, tells_what_is_missing_or_unusable) {
    const Scratch scratch;
    PageOptions options;
    options.max_bytes = 100;
    const PageStore store(scratch.path(), options);
    EXPECT_EQ(store.find(cited, "kk").status, PageStatus::missing);
    EXPECT_NE(store.find(cited, "kk").problem.find("mod/17.kk"), std::string::npos);
    EXPECT_EQ(store.find("mailto:press@gov.kz", "kk").status, PageStatus::missing);
    EXPECT_EQ(store.find("", "kk").status, PageStatus::missing);
    EXPECT_EQ(store.find("https://a.kz/" + std::string(100'000, 'a'), "kk").status, PageStatus::missing);
    scratch.write("mod/17.kk.txt", std::string(101, 'a'));
    EXPECT_EQ(store.find(cited, "kk").status, PageStatus::unusable);
    EXPECT_EQ(store.find(cited, "kk").place, "mod/17.kk.txt");
    fs::create_directories(scratch.path() / "mod" / "17.kk.html");
    EXPECT_EQ(store.find(cited, "kk").status, PageStatus::unusable) << "a folder";
    scratch.write("mod/17.kk.json", "{");
    EXPECT_EQ(store.find(cited, "kk").status, PageStatus::unusable);
    EXPECT_NE(store.find(cited, "kk").sha256, "");
}

TEST(PageStore, names_its_pages) {
    const Scratch scratch;
    const PageStore store(scratch.path());
    EXPECT_EQ(store.names("kk"), std::vector<std::string>{});
    for (const char* place : {"mod/2.kk.txt", "mod/2.kk.html", "mod/1.kk.json", "mod/1.ru.json", "a.kz/index.kk.html",
                              "a.kz/b.kk.kk.txt", "mod/3.kk.pdf", "mod/.kk.txt", "loose.kk.txt", "mod/deep/4.kk.txt",
                              "mod/blank in it.kk.txt", "Құпия/5.kk.txt", "mod/.hidden.kk.txt"}) {
        scratch.write(place, "Тақырып\n\nМәтін");
    }
    fs::create_directories(scratch.path() / "mod" / "folder.kk.txt");
    EXPECT_EQ(store.names("kk"), (std::vector<std::string>{"a.kz/b.kk", "a.kz/index", "mod/1", "mod/2"}));
    EXPECT_EQ(store.names("ru"), (std::vector<std::string>{"mod/1"}));
    EXPECT_EQ(store.names("de"), std::vector<std::string>{});
    EXPECT_EQ(store.names("../kk"), std::vector<std::string>{});

    const Page page = store.named("mod/2", "kk");
    EXPECT_EQ(page.status, PageStatus::good);
    EXPECT_EQ(page.place, "mod/2.kk.html");
    EXPECT_EQ(page.url + page.key, "");
    EXPECT_NE(page.sha256, "");
    EXPECT_EQ(store.named("mod/9", "kk").status, PageStatus::missing);
}

TEST(PageStore, reads_nothing_outside_of_its_folder) {
    const Scratch scratch;
    const fs::path inside = scratch.path() / "store";
    fs::create_directories(inside / "gov.kz");
    fs::create_directories(inside / "mod");
    const fs::path secret = scratch.write("secret.kk.txt", "Құпия\n\nМәтін");
    scratch.write("store.kk.txt", "Құпия\n\nМәтін");
    const PageStore store(inside);
    const std::string outside = (scratch.path() / "secret").string();
    const std::vector<std::string> urls{
        "https://gov.kz/../secret",
        "https://../secret",
        "https://gov.kz/" + outside,
        "https://gov.kz/memleket/entities/" + outside,
        "https://gov.kz/memleket/entities/../secret",
        "https://gov.kz/memleket/entities/../../secret",
        "https://gov.kz/memleket/entities/%2e%2e/secret",
        "https://..kz/../secret",
    };
    for (const std::string& url : urls) {
        EXPECT_EQ(store.find(url, "kk").status, PageStatus::missing) << url;
    }
    for (const std::string& language :
         {std::string("/../../../secret.kk"), std::string("../secret.kk"), secret.string()}) {
        fs::create_directories(inside / "mod" / "17.");
        EXPECT_EQ(store.find(cited, language).status, PageStatus::missing) << language;
    }
}

TEST(PageStore, entity_that_is_empty_is_no_root_folder) {
    const Scratch scratch;
    const std::string name = "qosar-outside-" + std::to_string(::getpid());
    const auto url = canonical_url("https://gov.kz/memleket/entities//" + name);
    EXPECT_EQ(store_name(*url).front(), '_');
    EXPECT_EQ(PageStore(scratch.path()).find("https://gov.kz/memleket/entities//" + name, "kk").status,
              PageStatus::missing);
}

} // namespace
} // namespace qosar
