#include "qosar/words/training_pairs.hpp"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "qosar/base/error.hpp"
#include "qosar/base/line_reader.hpp"
#include "qosar/text/utf8.hpp"
#include "qosar/words/tmx.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t line_limit = 1U << 20U;
constexpr std::uint64_t file_limit = std::uint64_t{1} << 40U;
constexpr std::string_view packed[] = {"", ".gz", ".zst"};

bool sound(const Line& line) { return !line.cut && is_utf8(line.text); }

/// Whether a name ends so, packed or not.
bool ends_in(const std::string& name, const std::string& ending) {
    for (const std::string_view suffix : packed) {
        if (name.ends_with(ending + std::string(suffix))) {
            return true;
        }
    }
    return false;
}

/// The file of this name, packed or not; empty if there is none.
std::string found(const std::string& name) {
    for (const std::string_view suffix : packed) {
        if (fs::exists(name + std::string(suffix))) {
            return name + std::string(suffix);
        }
    }
    return "";
}

} // namespace

TrainingPairs::TrainingPairs(std::vector<std::string> inputs, std::string first_language, std::string second_language,
                             const PairFilter& filter)
    : m_inputs(std::move(inputs)), m_first_language(std::move(first_language)),
      m_second_language(std::move(second_language)), m_filter(filter) {}

bool TrainingPairs::next(TextPair& pair) {
    for (;;) {
        if (m_reader && m_reader(pair)) {
            return true;
        }
        if (m_next == m_inputs.size()) {
            m_reader = nullptr;
            return false;
        }
        m_reader = open(m_inputs[m_next++]);
    }
}

TrainingPairs::Reader TrainingPairs::open(const std::string& input) {
    if (fs::is_directory(input)) {
        const std::string name = (fs::path(input) / "pairs.jsonl").string();
        const std::string file = found(name);
        return open_lines(file.empty() ? name : file, &TrainingPairs::parse_record);
    }
    const std::string first = found(input + "." + m_first_language);
    const std::string second = found(input + "." + m_second_language);
    if (!fs::exists(input) && !first.empty() && !second.empty()) {
        return open_moses(first, second);
    }
    if (ends_in(input, ".tmx")) {
        return open_tmx(input);
    }
    return open_lines(input, ends_in(input, ".jsonl") ? &TrainingPairs::parse_record : &TrainingPairs::parse_row);
}

TrainingPairs::Reader TrainingPairs::open_lines(const std::string& path,
                                                bool (TrainingPairs::*parse)(const std::string&, TextPair&)) {
    return [this, reader = std::make_shared<LineReader>(path, line_limit, file_limit), parse](TextPair& pair) {
        Line line;
        while (reader->next(line)) {
            ++m_counts.read;
            if (!sound(line)) {
                ++m_counts.broken;
            } else if ((this->*parse)(line.text, pair)) {
                return true;
            }
        }
        return false;
    };
}

TrainingPairs::Reader TrainingPairs::open_moses(const std::string& first, const std::string& second) {
    return [this, one = std::make_shared<LineReader>(first, line_limit, file_limit),
            other = std::make_shared<LineReader>(second, line_limit, file_limit), first, second](TextPair& pair) {
        for (Line a, b;;) {
            const bool has_first = one->next(a);
            if (has_first != other->next(b)) {
                throw Error(first + " and " + second + " have different numbers of lines");
            }
            if (!has_first) {
                return false;
            }
            ++m_counts.read;
            if (sound(a) && sound(b)) {
                pair = {std::move(a.text), std::move(b.text)};
                return true;
            }
            ++m_counts.broken;
        }
    };
}

TrainingPairs::Reader TrainingPairs::open_tmx(const std::string& path) {
    return [this, reader = std::make_shared<TmxReader>(path, m_first_language, m_second_language, file_limit)](
               TextPair& pair) {
        const bool more = reader->next(pair);
        m_counts.read += more ? 1 : 0;
        return more;
    };
}

/// A record of pairs.jsonl; counts one that is broken or not wanted, and returns false.
bool TrainingPairs::parse_record(const std::string& line, TextPair& pair) {
    const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
    const auto text = [&](const std::string& language) -> const std::string* {
        if (!record.is_object() || !record.contains("translation") || !record["translation"].is_object()) {
            return nullptr;
        }
        const auto side = record["translation"].find(language);
        return side == record["translation"].end() ? nullptr : side->get_ptr<const std::string*>();
    };
    const std::string* first = text(m_first_language);
    const std::string* second = text(m_second_language);
    if (first == nullptr || second == nullptr) {
        ++m_counts.broken;
        return false;
    }
    const auto score = record.find("score");
    const auto quality = record.find("quality");
    const bool low = score != record.end() && score->is_number() && score->get<double>() < m_filter.least_score;
    const bool flagged = !m_filter.flagged && quality != record.end() && (*quality == "warn" || *quality == "error");
    if (low || flagged) {
        ++m_counts.filtered;
        return false;
    }
    pair = {*first, *second};
    return true;
}

/// Two columns, and maybe a score in the third; what is no number there is no score.
bool TrainingPairs::parse_row(const std::string& line, TextPair& pair) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
        ++m_counts.broken;
        return false;
    }
    const std::size_t end = std::min(line.find('\t', tab + 1), line.size());
    double score = 1;
    if (end < line.size()) {
        std::from_chars(line.data() + end + 1, line.data() + line.size(), score);
    }
    if (score < m_filter.least_score) {
        ++m_counts.filtered;
        return false;
    }
    pair = {line.substr(0, tab), line.substr(tab + 1, end - tab - 1)};
    return true;
}

} // namespace qosar
