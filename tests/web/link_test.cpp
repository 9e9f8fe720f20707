#include "qosar/web/link.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(Link, is_resolved_against_its_page) {
    const struct {
        const char* base;
        const char* link;
        const char* address;
    } cases[] = {
        {"https://a.kz/news/list?p=2", "https://b.kz/x#top", "https://b.kz/x"},
        {"https://a.kz/news/list?p=2", "HTTP://b.kz/x", "HTTP://b.kz/x"},
        {"https://a.kz/news/list?p=2", "//b.kz/x", "https://b.kz/x"},
        {"https://a.kz/news/list?p=2", "/x/y?z=1", "https://a.kz/x/y?z=1"},
        {"https://a.kz/news/list?p=2", "item/5", "https://a.kz/news/item/5"},
        {"https://a.kz/news/list?p=2", "./item/../5", "https://a.kz/news/5"},
        {"https://a.kz/news/list?p=2", "../../../5", "https://a.kz/5"},
        {"https://a.kz/news/list?p=2", "..", "https://a.kz/"},
        {"https://a.kz/news/list?p=2", "?p=3", "https://a.kz/news/list?p=3"},
        {"https://a.kz", "item/5", "https://a.kz/item/5"},
        {"https://a.kz", "?p=3", "https://a.kz/?p=3"},
        {"https://a.kz/news/", "  item/5\n", "https://a.kz/news/item/5"},
        {"https://a.kz/news/", "#top", ""},
        {"https://a.kz/news/", "", ""},
        {"https://a.kz/news/", "javascript:void(0)", ""},
        {"https://a.kz/news/", "mailto:a@b.kz", ""},
        {"https://a.kz/news/", "tel:+77172", ""},
        {"", "/x", ""},
        {"", "//b.kz/x", "https://b.kz/x"},
        {"file:///home/x.html", "item/5", ""},
        {"", "https://b.kz/x", "https://b.kz/x"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(resolve_link(c.base, c.link), c.address) << c.base << " " << c.link;
    }
}

} // namespace
} // namespace qosar
