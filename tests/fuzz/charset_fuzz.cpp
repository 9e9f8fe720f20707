// Bytes of any character set become valid UTF-8.
#include "fuzz.hpp"
#include "qosar/text/charset.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const Decoded decoded = decode(bytes, html_charset(bytes));
    fuzz::check(is_utf8(decoded.text), "what was decoded is valid UTF-8");
    fuzz::check(decode(decoded.text, "UTF-8").text.size() <= decoded.text.size(), "UTF-8 stays what it is");
    return 0;
}
