#include "qosar/web/embedding_answer.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

constexpr EmbeddingApi tei = EmbeddingApi::tei;
constexpr EmbeddingApi openai = EmbeddingApi::openai;

TEST(EmbeddingRequest, is_what_the_two_services_want) {
    EXPECT_EQ(embedding_request(tei, "m", {"Бір", "\"2\""}), R"({"inputs":["Бір","\"2\""],"truncate":true})");
    EXPECT_EQ(embedding_request(openai, "m", {"a"}), R"({"model":"m","input":["a"],"encoding_format":"float"})");
    EXPECT_EQ(embedding_request(openai, "", {"a"}), R"({"input":["a"],"encoding_format":"float"})");
}

TEST(ReadEmbeddings, reads_both_forms) {
    struct Case {
        EmbeddingApi api;
        const char* json;
        std::size_t count;
        Embeddings expected;
    };
    const std::vector<Case> cases{
        {tei, "[[1, -2.5], [3e1, 0]]", 2, {2, {1, -2.5, 30, 0}}},
        {tei, "[]", 0, {0, {}}},
        {openai, R"({"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[2]}]})", 2, {1, {1, 2}}},
        {openai, R"({"data":[{"embedding":[1],"index":1},{"embedding":[2],"index":0}]})", 2, {1, {2, 1}}},
        {openai, R"({"data":[{"embedding":[1]},{"embedding":[2]}]})", 2, {1, {1, 2}}},
        {openai,
         R"({"object":"list","usage":{"data":[{"embedding":[9]}],"n":[[1]]},"data":[{"object":"embedding","index":0,
             "more":{"embedding":[7]},"embedding":[1,2]}],"model":null,"ok":true})",
         1,
         {2, {1, 2}}},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(read_embeddings(one.api, one.json, one.count), one.expected) << one.json;
    }
}

TEST(ReadEmbeddings, says_what_is_wrong) {
    struct Case {
        EmbeddingApi api;
        std::string json;
        const char* says;
    };
    const std::vector<Case> cases{
        {tei, "", "no JSON"},
        {tei, "<html><body>Bad gateway</body></html>", "no JSON"},
        {tei, "[[1, 2], [3, NaN]]", "no JSON"},
        {tei, "[[1, 2], [3, 4]", "no JSON"},
        {tei, "[[1, 2], [3, 4]] x", "no JSON"},
        {tei, "[[1, 2], [3, 1e39]]", "too large"},
        {tei, "[[1, 2], [3, 1e999]]", "no JSON"},
        {tei, "[[1, 2], [3, \"NaN\"]]", "a string stands in a vector"},
        {tei, "[[1, 2], [3, null]]", "null stands in a vector"},
        {tei, "[[1, 2], [3, true]]", "a truth value"},
        {tei, "[[1, 2], [3, [4]]]", "within a vector"},
        {tei, "[[1, 2], [3, {}]]", "where numbers should"},
        {tei, "[[1, 2], [3]]", "a vector of 1 numbers stands beside one of 2"},
        {tei, "[[1, 2]]", "1 vectors for 2 texts"},
        {tei, "[[1], [2], [3]]", "more vectors than the 2 texts"},
        {tei, "[[], []]", "the vectors are empty"},
        {tei, "[1, 2]", "0 vectors"},
        {tei, "{\"error\":\"Batch size error\"}", "0 vectors"},
        {tei, "{\"a\":[[1]]}", "0 vectors"},
        {tei, std::string(100'000, '['), "too deep"},
        {openai, std::string(100'000, '['), "too deep"},
        {openai, "[[1], [2]]", "0 vectors"},
        {openai, R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[2]}]})",
         "two vectors have the index 0"},
        {openai, R"({"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[2]}]})", "none of 0 to 1"},
        {openai, R"({"data":[{"index":-1,"embedding":[1]},{"index":1,"embedding":[2]}]})", "none of 0 to 1"},
        {openai, R"({"data":[{"index":0.5,"embedding":[1]}]})", "none of 0 to 1"},
        {openai, R"({"data":[{"index":0},{"index":1,"embedding":[2]}]})", "has no vector"},
        {openai, R"({"data":[{"index":0,"embedding":[1],"embedding":[2]}]})", "a text has two vectors"},
        {openai, R"({"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":[2]}]})", "has no vector"},
        {openai, R"({"data":[{"index":0,"embedding":[[1]]}]})", "within a vector"},
        {openai, R"({"data":[{"index":0,"embedding":[{"a":1}]}]})", "where numbers should"},
        {openai, R"({"data":[]})", "0 vectors for 2 texts"},
        {openai, R"({"data":null})", "0 vectors for 2 texts"},
    };
    for (const Case& one : cases) {
        try {
            read_embeddings(one.api, one.json, 2);
            ADD_FAILURE() << one.json.substr(0, 100);
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(one.says), std::string::npos)
                << one.json.substr(0, 100) << ": " << error.what();
        }
    }
}

} // namespace
} // namespace qosar
