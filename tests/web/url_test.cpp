#include "qosar/web/url.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

std::string key(std::string_view url) {
    const auto canonical = canonical_url(url);
    return canonical ? canonical->key : "none";
}

TEST(CanonicalUrl, many_spellings_have_one_key) {
    const std::string expected = "gov.kz/memleket/entities/mod/press/news/details/1152201";
    for (const std::string_view url : {
             "https://www.gov.kz/memleket/entities/mod/press/news/details/1152201?lang=kk",
             "https://www.gov.kz/memleket/entities/mod/press/news/details/1152201?lang=en",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201",
             "http://gov.kz/memleket/entities/mod/press/news/details/1152201/",
             "HTTPS://WWW.GOV.KZ/memleket/entities/mod/press/news/details/1152201//",
             "www.gov.kz/memleket/entities/mod/press/news/details/1152201",
             "gov.kz:443/memleket/entities/mod/press/news/details/1152201",
             "http://gov.kz:80/memleket/entities/mod/press/news/details/1152201",
             "https://gov.kz:/memleket/entities/mod/press/news/details/1152201",
             "https://gov.kz./memleket/entities/mod/press/news/details/1152201",
             "https://reader@gov.kz/memleket/entities/mod/press/news/details/1152201",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201#top",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201?",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201?&",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201?utm_source=tg&LANG=kz&fbclid=x",
             "https://gov.kz/memleket/entities/mod/press/news/details/1152201?l%61ng=kk&%75tm_medium=x",
             "https://gov.kz/memleket/%65ntities/mod/press/news/details/1152%32%30%31",
             " \t\nhttps://gov.kz/memleket/entities/mod/press/news/details/1152201\r\n",
         }) {
        EXPECT_EQ(key(url), expected) << url;
    }
}

TEST(CanonicalUrl, keeps_what_names_the_page) {
    const struct {
        std::string_view url;
        std::string_view key;
    } cases[] = {
        {"https://example.kz", "example.kz"},
        {"https://example.kz/", "example.kz"},
        {"https://example.kz:8080/a", "example.kz:8080/a"},
        {"https://example.kz/?b=2&a=1", "example.kz?a=1&b=2"},
        {"https://example.kz/a?B=2&a", "example.kz/a?B=2&a"},
        {"https://example.kz/News/Қала", "example.kz/News/%D2%9A%D0%B0%D0%BB%D0%B0"},
        {"https://example.kz/%d2%9a", "example.kz/%D2%9A"},
        {"https://example.kz/a%2Fb/c", "example.kz/a%2Fb/c"},
        {"https://example.kz/a b", "example.kz/a%20b"},
        {"https://example.kz/100%", "example.kz/100%25"},
        {"https://example.kz/%zz%4", "example.kz/%25zz%254"},
        {"https://example.kz/%2541", "example.kz/%2541"},
        {"https://example.kz/a?u=http://other.kz/b", "example.kz/a?u=http://other.kz/b"},
        {"https://example.kz/a?b=c?d", "example.kz/a?b=c?d"},
        {"https://example.kz/a?b=1#c?d=2", "example.kz/a?b=1"},
        {"https://kk.wikipedia.org/wiki/A_(B)", "kk.wikipedia.org/wiki/A_(B)"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(key(c.url), c.key) << c.url;
    }
}

TEST(CanonicalUrl, parts_make_up_the_key) {
    const auto url = canonical_url("https://www.Example.kz/a/b/?c=1&lang=KZ");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->host, "example.kz");
    EXPECT_EQ(url->path, "/a/b");
    EXPECT_EQ(url->key, "example.kz/a/b?c=1");
    EXPECT_EQ(url->language, "kk");
    EXPECT_EQ(canonical_url("example.kz")->path, "");
}

TEST(CanonicalUrl, tells_the_language_asked_for) {
    const struct {
        std::string_view url;
        std::string_view language;
    } cases[] = {
        {"gov.kz/a", ""},           {"gov.kz/a?lang=kk", "kk"},   {"gov.kz/a?lang=KZ", "kk"},
        {"gov.kz/a?lang=", ""},     {"gov.kz/a?lang", ""},        {"gov.kz/a?x=1&lang=ru&y=2", "ru"},
        {"gov.kz/a?Lang=en", "en"}, {"gov.kz/a?language=en", ""}, {"gov.kz/a#lang=kk", ""},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(canonical_url(c.url)->language, c.language) << c.url;
    }
}

TEST(CanonicalUrl, is_none_for_what_is_no_web_address) {
    for (const std::string_view url : {"",
                                       " ",
                                       "/",
                                       "?",
                                       "#",
                                       "/memleket/entities",
                                       "ftp://gov.kz/a",
                                       "file:///etc/passwd",
                                       "://gov.kz",
                                       "https://",
                                       "https:///a",
                                       "https://localhost/a",
                                       "word",
                                       "mailto:press@gov.kz",
                                       "press@gov.kz",
                                       "javascript:alert.call",
                                       "tel:+7.701",
                                       "https://gov kz/a",
                                       "https://.",
                                       "https://www./a",
                                       "https://a.kz:8x/a",
                                       "https://a%2Ekz/",
                                       "https://[::1]/",
                                       "https://a.kz\\b"}) {
        EXPECT_EQ(key(url), "none") << url;
    }
    EXPECT_EQ(key(std::string_view("https://a\0.kz", 13)), "none");
}

TEST(CanonicalUrl, twice_is_once) {
    constexpr std::string_view hosts[] = {"a.kz",        "www.a.kz",    "www.www.a.kz", "a.kz:80",    "a.kz:443:80",
                                          "a.kz:80:443", "a.kz:80.",    "a.kz..",       "www.kz",     "a.kz:8080",
                                          "u@a.kz",      "u@v@a.kz:80", "қала.kz",      "www.www.kz", "www..a.kz"};
    constexpr std::string_view paths[] = {
        "",     "/",       "//",        "/a/",       "/%2F/",        "/a%",   "/%%341/", "/a://b",  "/ ",
        "/%20", "/a@b.kz", "/\xFF\xD2", "/www.b.kz", "/http://b.kz", "/a%0A", "/a\\b",   "/%3F%23", "/;a=b,c"};
    constexpr std::string_view queries[] = {
        "",        "?",    "?b&a",   "?a=1&a=1", "?%6Cang=kk",   "?utm%5Fx=1", "?u=http://c.kz", "?=1",  "?%=1&%25=1",
        "?a=%26b", "?a?b", "?a=b#c", "?a=1/",    "?LANG=kz&z=1", "?a= ",       "?a=\n",          "?%00", "?lang%3Dkk"};
    for (const std::string_view host : hosts) {
        for (const std::string_view path : paths) {
            for (const std::string_view query : queries) {
                const std::string url = "https://" + std::string(host) + std::string(path) + std::string(query);
                const auto once = canonical_url(url);
                if (once) {
                    ASSERT_EQ(key(once->key), once->key) << url;
                    ASSERT_EQ(once->key.substr(0, once->host.size()), once->host) << url;
                    ASSERT_EQ(canonical_url(once->key)->language, "") << url;
                }
            }
        }
    }
}

TEST(CanonicalUrl, takes_huge_addresses) {
    const std::size_t many = 1'000'000;
    EXPECT_EQ(key("https://a.kz/" + std::string(many, 'a')).size(), many + 5);
    EXPECT_EQ(key("https://a.kz/" + std::string(many, '/')), "a.kz");
    EXPECT_EQ(key("https://a.kz/?" + std::string(many, '&')), "a.kz");
    EXPECT_EQ(key("https://a.kz/" + std::string(many, '%')).size(), 3 * many + 5);
    EXPECT_EQ(key(std::string(many, '@')), "none");
    EXPECT_EQ(key(std::string(many, '.')), "none");
}

} // namespace
} // namespace qosar
