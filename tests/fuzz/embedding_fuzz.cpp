// Answers of embedding services: vectors of one length, all finite, or an Error. The first byte says which service, and
// how many texts it was asked for.
#include <cmath>

#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/web/embedding_answer.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    if (size == 0) {
        return 0;
    }
    const EmbeddingApi api = data[0] % 2 == 0 ? EmbeddingApi::tei : EmbeddingApi::openai;
    const std::size_t count = data[0] / 2 % 4;
    try {
        const Embeddings found = read_embeddings(api, fuzz::bytes_of(data + 1, size - 1), count);
        fuzz::check(found.values.size() == count * found.dimension, "each text has a vector");
        fuzz::check(count == 0 || found.dimension > 0, "no vector is empty");
        for (const float value : found.values) {
            fuzz::check(std::isfinite(value), "all numbers are finite");
        }
    } catch (const Error& error) {
        fuzz::check(is_utf8(error.what()), "an Error is text");
    }
    return 0;
}
