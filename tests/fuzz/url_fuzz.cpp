// Addresses: a key stays the same when made canonical again.
#include "fuzz.hpp"
#include "qosar/web/url.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    const auto url = canonical_url(fuzz::text_of(data, size));
    if (url) {
        const auto again = canonical_url(url->key);
        fuzz::check(again && again->key == url->key && again->host == url->host && again->path == url->path,
                    "a canonical address stays what it is");
        fuzz::check(!url->host.empty() && url->key.rfind(url->host, 0) == 0, "a key begins with its host");
        fuzz::check(is_utf8(url->key), "a key is valid UTF-8");
    }
    return 0;
}
