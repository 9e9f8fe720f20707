// Sentence vectors from a service that its user runs or pays for. Its address may be a private one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/web/embedding_answer.hpp"
#include "qosar/web/http_client.hpp"

namespace qosar {

struct EmbeddingOptions {
    std::string url;
    std::optional<EmbeddingApi> api{}; ///< else the end of the address tells
    std::string model{};               ///< for services that have several
    std::string token{};               ///< sent as `Authorization: Bearer …` if there is one
    std::size_t batch = 32;   ///< texts a request; 32 is the most that text-embeddings-inference takes as it comes
    std::size_t retries = 5;  ///< after no answer, and the statuses 429 and 500 to 599
    double first_wait = 0.5;  ///< seconds before the first of them; each next one waits twice as long
    double longest_wait = 60; ///< also where the service asks for more
    HttpOptions http{};
};

/// `https://host/embed` is tei, `…/embeddings` openai; nothing if the path tells nothing.
std::optional<EmbeddingApi> api_of(std::string_view url);

/// Asks one request after the other, so the same texts are always asked in the same requests.
class EmbeddingService {
public:
    /// Throws UsageError for an address that is not http or https, holds a password, or does not tell the API, and for
    /// a token that cannot stand in a header.
    explicit EmbeddingService(EmbeddingOptions options);

    /// The vectors of at most `batch` texts. Throws Error when the service does not give them, or they have another
    /// length than those before.
    Embeddings embed(const std::vector<std::string>& texts);
    [[nodiscard]] std::size_t requests() const { return m_requests; } ///< that were answered well

private:
    [[nodiscard]] HttpAnswer ask(const HttpRequest& request);
    void pause(double seconds) const;

    EmbeddingOptions m_options;
    HttpClient m_client;
    std::size_t m_requests = 0;
    std::size_t m_dimension = 0;
};

} // namespace qosar
