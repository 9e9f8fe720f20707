#include "qosar/web/embedding_answer.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Json = nlohmann::json;

/// Takes the numbers as they come, so that no tree of the answer is built. Where the vectors are is told by the depth
/// of brackets: `[[` in one form, `{"data": [{"embedding": [` in the other.
class Reader : public nlohmann::json_sax<Json> {
public:
    Reader(EmbeddingApi api, std::size_t count) : m_api(api), m_places(count, none) {}

    bool null() override { return other("null"); }
    bool boolean(bool /*value*/) override { return other("a truth value"); }
    bool number_integer(std::int64_t value) override { return number(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) override { return number(static_cast<double>(value)); }
    bool number_float(double value, const std::string& /*text*/) override { return number(value); }
    bool string(std::string& /*value*/) override { return other("a string"); }
    bool binary(Json::binary_t& /*value*/) override { return other("bytes"); }
    bool key(std::string& name) override {
        m_keys.back() = name;
        return true;
    }

    bool start_array(std::size_t /*size*/) override {
        open('[');
        if (in_vector()) {
            begin_vector();
        } else if (m_path.size() > deepest || (m_path.size() > vector_path().size() && in_vector_part())) {
            fail("brackets stand within a vector, or too deep");
        }
        return true;
    }
    bool end_array() override {
        if (in_vector()) {
            end_vector();
        }
        close();
        return true;
    }
    bool start_object(std::size_t /*size*/) override {
        open('{');
        if (m_path.size() > deepest || in_vector_part()) {
            fail("braces stand where numbers should, or too deep");
        }
        if (in_item()) {
            m_index = none;
            m_row = none;
        }
        return true;
    }
    bool end_object() override {
        if (in_item()) {
            end_item();
        }
        close();
        return true;
    }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) override {
        std::string words = error.what();
        words.erase(0, words.find("] ") == std::string::npos ? 0 : words.find("] ") + 2);
        throw Error("it is no JSON that can be read: " + shortened(repair_utf8(words), 200));
    }

    Embeddings taken() {
        if (m_rows != m_places.size()) {
            fail(std::to_string(m_rows) + " vectors for " + std::to_string(m_places.size()) + " texts");
        }
        if (m_rows > 0 && m_dimension == 0) {
            fail("the vectors are empty");
        }
        Embeddings out{m_dimension, {}};
        out.values.reserve(m_values.size());
        for (const std::size_t row : m_places) {
            const auto begin = m_values.begin() + static_cast<std::ptrdiff_t>(row * m_dimension);
            out.values.insert(out.values.end(), begin, begin + static_cast<std::ptrdiff_t>(m_dimension));
        }
        return out;
    }

private:
    static constexpr std::size_t none = SIZE_MAX;
    static constexpr std::size_t deepest = 32;

    [[noreturn]] static void fail(const std::string& what) { throw Error(what); }

    /// The brackets and braces that a vector stands in.
    [[nodiscard]] std::string_view vector_path() const { return m_api == EmbeddingApi::tei ? "[[" : "{[{["; }
    [[nodiscard]] bool keys_lead_to(std::size_t depth) const {
        return m_api == EmbeddingApi::tei || (m_keys[0] == "data" && (depth < 4 || m_keys[2] == "embedding"));
    }
    [[nodiscard]] bool in_vector() const { return m_path == vector_path() && keys_lead_to(m_path.size()); }
    /// Deeper than a vector.
    [[nodiscard]] bool in_vector_part() const {
        const std::string_view path = vector_path();
        return m_path.size() > path.size() && std::string_view(m_path).substr(0, path.size()) == path &&
               keys_lead_to(path.size());
    }
    [[nodiscard]] bool in_item() const {
        return m_api == EmbeddingApi::openai && m_path == "{[{" && m_keys[0] == "data";
    }

    void open(char bracket) {
        m_path += bracket;
        m_keys.emplace_back();
    }
    void close() {
        m_path.pop_back();
        m_keys.pop_back();
    }

    bool other(const char* what) const {
        if (in_vector()) {
            fail(std::string(what) + " stands in a vector");
        }
        return true;
    }

    bool number(double value) {
        if (in_vector()) {
            const auto single = static_cast<float>(value);
            if (!std::isfinite(single)) {
                fail("a number is too large");
            }
            m_values.push_back(single);
        } else if (in_item() && m_keys.back() == "index") {
            if (!(value >= 0 && value < static_cast<double>(m_places.size()) && value == std::floor(value))) {
                fail("an index is none of 0 to " + std::to_string(m_places.size() - 1));
            }
            m_index = static_cast<std::size_t>(value);
        }
        return true;
    }

    void begin_vector() {
        if (m_rows == m_places.size()) {
            fail("more vectors than the " + std::to_string(m_places.size()) + " texts");
        }
        if (m_row != none && m_api == EmbeddingApi::openai) {
            fail("a text has two vectors");
        }
        m_row = m_rows++;
        m_begin = m_values.size();
    }

    void end_vector() {
        const std::size_t size = m_values.size() - m_begin;
        if (m_row == 0) {
            m_dimension = size;
        } else if (size != m_dimension) {
            fail("a vector of " + std::to_string(size) + " numbers stands beside one of " +
                 std::to_string(m_dimension));
        }
        if (m_api == EmbeddingApi::tei) {
            m_places[m_row] = m_row;
        }
    }

    void end_item() {
        if (m_row == none) {
            fail("an entry of \"data\" has no vector");
        }
        const std::size_t place = m_index == none ? m_row : m_index;
        if (m_places[place] != none) {
            fail("two vectors have the index " + std::to_string(place));
        }
        m_places[place] = m_row;
    }

    EmbeddingApi m_api;
    std::string m_path;                ///< the open brackets and braces
    std::vector<std::string> m_keys;   ///< the last key within each
    std::vector<std::size_t> m_places; ///< for each text its row
    std::vector<float> m_values;
    std::size_t m_rows = 0;
    std::size_t m_dimension = 0;
    std::size_t m_begin = 0;  ///< of the row under way
    std::size_t m_row = none; ///< of the item under way
    std::size_t m_index = none;
};

} // namespace

std::string embedding_request(EmbeddingApi api, const std::string& model, const std::vector<std::string>& texts) {
    nlohmann::ordered_json request;
    if (api == EmbeddingApi::tei) {
        request["inputs"] = texts;
        request["truncate"] = true;
    } else {
        if (!model.empty()) {
            request["model"] = model;
        }
        request["input"] = texts;
        request["encoding_format"] = "float";
    }
    return request.dump();
}

Embeddings read_embeddings(EmbeddingApi api, std::string_view json, std::size_t count) {
    Reader reader(api, count);
    Json::sax_parse(json, &reader);
    return reader.taken();
}

} // namespace qosar
