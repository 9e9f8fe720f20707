// Listings: items in their order, each within the file, all of it valid UTF-8.
#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/listing/listing.hpp"

namespace {

using namespace qosar;

void check_text(const std::string& text) { fuzz::check(is_utf8(text), "what a listing gives is valid UTF-8"); }

void check_article(const Article& article) {
    for (const std::string* text : {&article.title, &article.date, &article.body}) {
        check_text(*text);
    }
    for (const std::string& section : article.sections) {
        check_text(section);
    }
    for (const std::string& url : article.source_urls) {
        check_text(url);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::File file(fuzz::bytes_of(data, size), ".txt");
    ListingOptions options;
    options.max_line_bytes = 4096;
    options.max_body_bytes = 8192;
    options.explain = [](const ExplainedLine& line) { check_text(std::string(line.text)); };
    const bool is_packed = size >= 2 && (data[0] == 0x1F || data[0] == 0x28); // gzip, zstd: ranges are unpacked ones
    try {
        ListingReader reader(file.path(), "listing", options);
        ListingItem item;
        std::size_t end = 0;
        while (reader.next(item)) {
            const Origin& origin = std::visit([](const auto& any) -> const Origin& { return any.origin; }, item);
            fuzz::check(origin.bytes.begin <= origin.bytes.end, "an item's range is in order");
            fuzz::check(is_packed || origin.bytes.end <= size, "an item's range is within the file");
            fuzz::check(origin.bytes.begin >= end || origin.bytes.empty(), "items do not overlap");
            end = origin.bytes.end;
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
