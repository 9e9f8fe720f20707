// HTML: blocks of trimmed text, each with its place in the bytes.
#include "fuzz.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/web/html.hpp"

namespace {

using namespace qosar;

void check_html(const HtmlText& read, std::string_view html) {
    fuzz::check(is_utf8(read.title) && is_utf8(read.date), "title and date are valid UTF-8");
    for (const HtmlBlock& block : read.blocks) {
        fuzz::check(block.bytes.begin <= block.bytes.end && block.bytes.end <= html.size(),
                    "a block's range is within the page");
        fuzz::check(is_utf8(block.text), "a block is valid UTF-8");
        fuzz::check(!block.text.empty() && trimmed(block.text) == block.text, "a block is trimmed and not empty");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string html = fuzz::text_of(data, size);
    check_html(read_html_page(html), html);
    check_html(read_html_fragment(html), html);
    return 0;
}
