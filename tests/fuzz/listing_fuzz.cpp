// Listings: nothing lost, items in their order, each in its bytes, all of it valid UTF-8 (../listing/laws.hpp).
#include "../listing/laws.hpp"
#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/listing/listing.hpp"

namespace {

using namespace qosar;

void check_text(const std::string& text) { fuzz::check(is_utf8(text), "what a listing gives is valid UTF-8"); }

void check_article(const Article& article) {
    for (const std::string* text :
         {&article.title, &article.date, &article.body, &article.language, &article.title_language}) {
        check_text(*text);
    }
    for (const std::string& section : article.sections) {
        check_text(section);
    }
    for (const std::string& url : article.source_urls) {
        check_text(url);
    }
}

/// Unpacked bytes, which ranges refer to.
void check_text_in_memory(const std::string& text, const ListingOptions& options) {
    const listing_laws::WholeListing whole = listing_laws::read_whole(text, options);
    fuzz::check(listing_laws::broken_law(text, whole).empty(), listing_laws::broken_law(text, whole));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::File file(fuzz::bytes_of(data, size), ".txt");
    ListingOptions options;
    options.max_line_bytes = 4096;
    options.max_body_bytes = 8192;
    check_text_in_memory(std::string(fuzz::bytes_of(data, size)), options);
    options.explain = [](const ExplainedLine& line) { check_text(std::string(line.text)); };
    try { // the same from a file, which may be packed
        ListingReader reader(file.path(), "listing", options);
        for (ListingItem item; reader.next(item);) {
            if (const auto* article = std::get_if<Article>(&item)) {
                check_article(*article);
            } else {
                check_text(std::get<Reject>(item).snippet);
            }
        }
        fuzz::check(reader.sha256().size() == 64, "a read listing has a hash");
    } catch (const Error&) { // damaged compression
    }
    return 0;
}
