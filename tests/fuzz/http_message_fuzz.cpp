// HTTP responses: the body stays within its limit, fields are valid UTF-8.
#include "fuzz.hpp"
#include "qosar/web/http_message.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    constexpr std::size_t limit = 1U << 16U;
    const HttpResponse response = read_http_response(fuzz::bytes_of(data, size), limit);
    fuzz::check(response.problem.empty() ? response.body.size() <= limit : is_utf8(response.problem),
                "a body that can be used is within the limit");
    for (const HeaderField& field : response.fields) {
        fuzz::check(is_utf8(field.name) && is_utf8(field.value), "fields are valid UTF-8");
    }
    fuzz::check(is_utf8(response.media_type()) && is_utf8(response.charset()), "types are valid UTF-8");
    return 0;
}
