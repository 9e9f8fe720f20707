#include "text_input.hpp"

#include <cstdint>

#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/base/line_reader.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t line_limit = 64U << 20U;
constexpr std::uint64_t file_limit = std::uint64_t{1} << 32U;

} // namespace

std::vector<std::string> read_lines(const std::string& path) {
    LineReader reader(path, line_limit, file_limit, Hashing::none);
    std::vector<std::string> lines;
    Line line;
    while (reader.next(line)) {
        const auto place = [&] { return path + ":" + std::to_string(lines.size() + 1) + ": "; };
        if (line.cut) {
            throw Error(place() + "the line is longer than " + std::to_string(line_limit) + " bytes");
        }
        if (!is_utf8(line.text)) {
            throw Error(place() + "the line is not UTF-8");
        }
        lines.push_back(std::move(line.text));
    }
    return lines;
}

std::string read_text(const std::string& path) {
    std::string text = read_file(path, file_limit);
    if (!is_utf8(text)) {
        throw Error(path + " is not UTF-8");
    }
    return text;
}

std::pair<std::string, std::string> pair_of(const std::string& line, const std::string& path, std::size_t number) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
        throw Error(path + ":" + std::to_string(number) + ": a pair is two texts with a TAB between them");
    }
    return {line.substr(0, tab), line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)};
}

std::string file_or_stdin(const std::vector<std::string>& operands) {
    return operands.empty() ? "-" : operands.front();
}

} // namespace qosar
