#include "qosar/web/embedding_service.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

TEST(ApiOf, goes_by_the_end_of_the_path) {
    const std::vector<std::pair<const char*, std::optional<EmbeddingApi>>> cases{
        {"http://localhost:8080/embed", EmbeddingApi::tei},
        {"https://h/models/a/embed/", EmbeddingApi::tei},
        {"https://h/v1/embeddings", EmbeddingApi::openai},
        {"https://h/v1/embeddings?version=2", EmbeddingApi::openai},
        {"https://h/", {}},
        {"https://h/embed_all", {}},
        {"https://h/rembed", {}},
        {"", {}},
    };
    for (const auto& [url, api] : cases) {
        EXPECT_EQ(api_of(url), api) << url;
    }
}

TEST(EmbeddingService, refuses_addresses_and_tokens_that_cannot_be_meant) {
    for (const char* url : {"", "localhost:8080/embed", "ftp://h/embed", "file:///etc/passwd", "http:///embed",
                            "http://me:secret@h/embed", "http://h/em bed/embed", "http://h\r\n/embed", "http://h/"}) {
        EmbeddingOptions options;
        options.url = url;
        EXPECT_THROW(EmbeddingService{options}, UsageError) << url;
    }
    EmbeddingOptions options;
    options.url = "http://192.168.0.1:9/v1/embeddings";
    EXPECT_NO_THROW(EmbeddingService{options});
    options.token = "abc\r\nX-Other: 1";
    EXPECT_THROW(EmbeddingService{options}, UsageError);
}

} // namespace
} // namespace qosar
