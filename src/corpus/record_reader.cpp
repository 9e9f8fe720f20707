#include "record_reader.hpp"

#include <cstdint>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t line_limit = std::size_t{1} << 30U;
constexpr std::uint64_t file_limit = std::uint64_t{1} << 42U;

} // namespace

Json parse_record(std::string_view text) {
    constexpr int max_depth = 32;
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= max_depth; };
    return Json::parse(text, shallow, false);
}

RecordReader::RecordReader(const std::filesystem::path& corpus, std::string name)
    : m_name(std::move(name)), m_lines(corpus / m_name, line_limit, file_limit) {}

std::optional<Json> RecordReader::next() {
    Line line;
    if (!m_lines.next(line)) {
        return std::nullopt;
    }
    ++m_number;
    Json record = parse_record(line.text);
    if (!record.is_object()) {
        throw Error(place() + "the line is no JSON object");
    }
    return record;
}

SlicedText::SlicedText(std::string text) : m_text(std::move(text)) {
    for (std::size_t i = 0; i < m_text.size();) {
        m_starts.push_back(i);
        next_code_point(m_text, i);
    }
    m_starts.push_back(m_text.size());
}

std::optional<std::string> SlicedText::slice(const Json& range) const {
    const auto begin = range.at(0).get<std::size_t>();
    const auto end = range.at(1).get<std::size_t>();
    return begin < end ? slice(begin, end) : std::nullopt;
}

std::optional<std::string> SlicedText::slice(std::size_t begin, std::size_t end) const {
    if (begin > end || end >= m_starts.size()) {
        return std::nullopt;
    }
    return m_text.substr(m_starts[begin], m_starts[end] - m_starts[begin]);
}

} // namespace qosar
