// The top-level fields of a JSON object, read without building a tree. Not for others: a helper of the JSONL reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

enum class JsonType { null, text, integer, other_number, truth, list, object };

/// A value as far as an article needs it: its own text, the texts of a list, the named texts of an object, or of the
/// objects of a list.
struct JsonField {
    JsonType type = JsonType::null;
    std::vector<std::string> texts; ///< one for a text
    std::int64_t integer = 0;
    bool only_texts = true; ///< of a list
    std::vector<std::map<std::string, std::string>> objects;
};

struct JsonFields {
    std::string problem; ///< name of the reject; empty when the object was read
    std::string message;
    std::map<std::string, JsonField> fields;
};

/// Reads one object. Problems: `not_json`, `lone_surrogate`, `not_an_object`, `duplicate_key` (of the object itself),
/// `nested_too_deeply`. REQUIRES: valid UTF-8.
JsonFields read_json_fields(std::string_view json, std::size_t max_depth);

} // namespace qosar
