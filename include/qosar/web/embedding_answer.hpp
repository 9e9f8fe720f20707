// Reading what an embedding service answers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

enum class EmbeddingApi {
    tei,   ///< `/embed` of text-embeddings-inference: `[[0.1, …], …]`
    openai ///< `/v1/embeddings` of OpenAI and its like: `{"data": [{"index": 0, "embedding": [0.1, …]}, …]}`
};

/// Vectors of one length, one behind the other, in the order of the texts.
struct Embeddings {
    std::size_t dimension = 0;
    std::vector<float> values;

    bool operator==(const Embeddings&) const = default;
};

/// The body of a request for these texts, which are UTF-8. `model` may be empty.
std::string embedding_request(EmbeddingApi api, const std::string& model, const std::vector<std::string>& texts);

/// The answer to a request for `count` texts. Throws Error that says what is wrong with it: no JSON, another shape,
/// another number of vectors, different lengths, what is no finite number. Memory is in proportion to the bytes.
Embeddings read_embeddings(EmbeddingApi api, std::string_view json, std::size_t count);

} // namespace qosar
