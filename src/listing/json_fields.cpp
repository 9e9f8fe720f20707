#include "json_fields.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace qosar {

namespace {

using Json = nlohmann::json;

const char* name_of(Json::value_t type) {
    switch (type) {
    case Json::value_t::array: return "a list";
    case Json::value_t::string: return "a text";
    case Json::value_t::boolean: return "true or false";
    case Json::value_t::null: return "null";
    default: return "a number";
    }
}

/// Takes the events of the parser; stops it by returning false.
class FieldCollector : public nlohmann::json_sax<Json> {
public:
    FieldCollector(JsonFields& out, std::size_t max_depth) : m_out(out), m_max_depth(max_depth) {}

    bool null() override { return scalar(JsonType::null, Json::value_t::null); }
    bool boolean(bool) override { return scalar(JsonType::truth, Json::value_t::boolean); }
    bool number_integer(number_integer_t value) override { return integer(value); }
    bool number_unsigned(number_unsigned_t value) override {
        return integer(static_cast<std::int64_t>(std::min<number_unsigned_t>(value, INT64_MAX)));
    }
    bool number_float(number_float_t, const string_t&) override {
        return scalar(JsonType::other_number, Json::value_t::number_float);
    }
    bool string(string_t& value) override {
        if (!scalar(JsonType::text, Json::value_t::string)) {
            return false;
        }
        if (m_object_depth > 0 && m_depth == m_object_depth) {
            m_field->objects.back()[m_inner_key] = std::move(value);
        } else if (m_depth == 1 || (m_depth == 2 && m_field->type == JsonType::list)) {
            m_field->texts.push_back(std::move(value));
        }
        return true;
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override {
        if (m_depth == 0) {
            return deeper();
        }
        const bool in_list = m_depth == 2 && m_field->type == JsonType::list;
        if (m_depth == 1) {
            m_field->type = JsonType::object;
        }
        if (m_depth == 1 || in_list) {
            m_field->only_texts = m_field->only_texts && !in_list;
            m_field->objects.emplace_back();
            m_object_depth = m_depth + 1;
        }
        return deeper();
    }
    bool end_object() override {
        m_object_depth = m_depth == m_object_depth ? 0 : m_object_depth;
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override {
        if (m_depth == 0) {
            return not_an_object(Json::value_t::array);
        }
        if (m_depth == 1) {
            m_field->type = JsonType::list;
        } else if (m_depth == 2 && m_field->type == JsonType::list) {
            m_field->only_texts = false;
        }
        return deeper();
    }
    bool end_array() override {
        --m_depth;
        return true;
    }

    bool key(string_t& value) override {
        if (m_depth == 1) {
            const auto [place, is_new] = m_out.fields.try_emplace(std::move(value));
            m_field = &place->second;
            if (!is_new) {
                return fail("duplicate_key", "its key `" + place->first + "` stands there twice");
            }
        } else if (m_depth == m_object_depth) {
            m_inner_key = std::move(value);
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error) override {
        if (!m_out.problem.empty()) {
            return false;
        }
        if (std::string_view(error.what()).find("surrogate") != std::string_view::npos) {
            return fail("lone_surrogate", "it holds half of a surrogate pair, such as \\ud83d, which is no character");
        }
        (void)token;
        return fail("not_json", "it is no JSON from its byte " + std::to_string(position) + " on");
    }

private:
    bool fail(const char* problem, std::string message) {
        m_out.problem = problem;
        m_out.message = std::move(message);
        return false;
    }

    bool not_an_object(Json::value_t type) {
        return fail("not_an_object",
                    std::string("the line is ") + name_of(type) + "; one JSON object a line is needed");
    }

    bool scalar(JsonType type, Json::value_t json_type) {
        if (m_depth == 0) {
            return not_an_object(json_type);
        }
        if (m_depth == 1) {
            m_field->type = type;
        } else if (m_depth == 2 && m_field->type == JsonType::list && type != JsonType::text) {
            m_field->only_texts = false;
        }
        return true;
    }

    bool integer(std::int64_t value) {
        if (!scalar(JsonType::integer, Json::value_t::number_integer)) {
            return false;
        }
        if (m_depth == 1) {
            m_field->integer = value;
        }
        return true;
    }

    bool deeper() {
        return ++m_depth <= m_max_depth ||
               fail("nested_too_deeply", "it is nested deeper than " + std::to_string(m_max_depth) + ", the limit");
    }

    JsonFields& m_out;
    std::size_t m_max_depth;
    std::size_t m_depth = 0;
    std::size_t m_object_depth = 0; ///< depth of the fields of an object that is kept; 0 outside of one
    JsonField* m_field = nullptr;
    std::string m_inner_key;
};

} // namespace

JsonFields read_json_fields(std::string_view json, std::size_t max_depth) {
    JsonFields out;
    FieldCollector collector(out, max_depth);
    const bool read = Json::sax_parse(json.begin(), json.end(), &collector);
    if (!read && out.problem.empty()) {
        out.problem = "not_json";
        out.message = "it is no JSON";
    }
    return out;
}

} // namespace qosar
