#include "qosar/words/lexicon_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <unordered_map>
#include <vector>

#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

class TextReader {
public:
    TextReader(const std::string& name, const TranslationSource& source, Translations& into)
        : m_name(name), m_source(source), m_into(into), m_first_new(into.all.size()) {}

    void read(std::string_view text) {
        for (const std::string_view line : split(text, '\n')) {
            ++m_line;
            if (!is_utf8(line)) {
                fail("the line is not UTF-8");
            }
            if (line.starts_with('#')) {
                read_comment(line.substr(1));
            } else if (!trimmed(line).empty()) {
                read_row(split(line, '\t'));
            }
        }
        weigh_by_order(m_into, m_first_new);
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw Error(m_name + ":" + std::to_string(m_line) + ": " + reason);
    }

    void read_comment(std::string_view comment) {
        const std::size_t colon = comment.find(':');
        if (colon == std::string_view::npos) {
            return;
        }
        const std::string_view key = trimmed(comment.substr(0, colon));
        const std::string value(trimmed(comment.substr(colon + 1)));
        if (key == "source") {
            m_source = {value, ""};
            m_source_number = no_source;
        } else if (key == "licence") {
            m_source.licence = value;
            m_source_number = no_source;
        } else if (key == "languages") {
            const std::vector<std::string_view> codes = split(value, ' ');
            if (codes.size() != 2 || codes[0].empty() || codes[1].empty()) {
                fail("a lexicon is of two languages, as in `# languages: en kk`");
            }
            if (m_into.all.size() > m_first_new &&
                (m_into.first_language != codes[0] || m_into.second_language != codes[1])) {
                fail("the languages change within the lexicon");
            }
            m_into.first_language = codes[0];
            m_into.second_language = codes[1];
        }
    }

    void read_row(const std::vector<std::string_view>& columns) {
        if (columns.size() != 2 && columns.size() != 3 && columns.size() != 6) {
            fail("a row has 2, 3 or 6 columns, this one has " + std::to_string(columns.size()));
        }
        Translation translation;
        translation.first = trimmed(columns[0]);
        translation.part_of_speech = columns.size() > 2 ? trimmed(columns[2]) : std::string_view{};
        translation.source = source_number();
        const auto& known = parts_of_speech;
        if (std::find(known.begin(), known.end(), translation.part_of_speech) == known.end()) {
            fail("there is no part of speech '" + translation.part_of_speech + "'");
        }
        if (translation.first.empty() || trimmed(columns[1]).empty()) {
            fail("a term or its translation is missing");
        }
        if (columns.size() == 6) {
            translation.second = trimmed(columns[1]);
            translation.forward = probability(columns[3]);
            translation.backward = probability(columns[4]);
            translation.count = count(columns[5]);
            m_into.all.push_back(std::move(translation));
            return;
        }
        for (const std::string_view cell : split(columns[1], ';')) {
            translation.second = trimmed(cell);
            if (translation.second.empty()) {
                fail("a translation is empty");
            }
            m_into.all.push_back(translation);
        }
    }

    std::uint32_t source_number() {
        if (m_source_number == no_source) {
            const auto found = std::find(m_into.sources.begin(), m_into.sources.end(), m_source);
            m_source_number = static_cast<std::uint32_t>(found - m_into.sources.begin());
            if (found == m_into.sources.end()) {
                m_into.sources.push_back(m_source);
            }
        }
        return m_source_number;
    }

    double probability(std::string_view cell) const {
        double value = -1;
        const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (problem != std::errc{} || end != cell.data() + cell.size() || !(value >= 0 && value <= 1)) {
            fail("'" + std::string(cell) + "' is no probability from 0 to 1");
        }
        return value;
    }

    std::uint32_t count(std::string_view cell) const {
        std::uint32_t value = 0;
        const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (problem != std::errc{} || end != cell.data() + cell.size() || value == 0) {
            fail("'" + std::string(cell) + "' is no count; one is 1 or more");
        }
        return value;
    }

    static constexpr std::uint32_t no_source = ~std::uint32_t{0};

    const std::string& m_name;
    TranslationSource m_source;
    Translations& m_into;
    std::size_t m_first_new;
    std::size_t m_line = 0;
    std::uint32_t m_source_number = no_source;
};

std::string number_text(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.6g", value);
    return digits;
}

bool is_counted(const Translation& translation) { return translation.count > 0; }

/// Whether `next` is one more translation of the same term.
bool goes_on(const Translation& last, const Translation& next) {
    return !is_counted(last) && !is_counted(next) && last.first == next.first && last.source == next.source &&
           last.part_of_speech == next.part_of_speech;
}

} // namespace

void read_lexicon_text(std::string_view text, const std::string& name, const TranslationSource& source,
                       Translations& into) {
    TextReader(name, source, into).read(text);
}

void weigh_by_order(Translations& translations, std::size_t begin) {
    std::vector<Translation>& all = translations.all;
    std::unordered_map<std::string_view, double> of_second;
    for (std::size_t i = begin; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && goes_on(all[end - 1], all[end])) {
            ++end;
        }
        double sum = 0;
        for (std::size_t n = 1; n <= end - i; ++n) {
            sum += 1 / static_cast<double>(n);
        }
        for (const std::size_t first = i; i < end; ++i) {
            if (!is_counted(all[i])) {
                all[i].forward = 1 / static_cast<double>(i - first + 1) / sum;
                of_second[all[i].second] += all[i].forward;
            }
        }
    }
    for (std::size_t i = begin; i < all.size(); ++i) {
        if (!is_counted(all[i])) {
            all[i].backward = all[i].forward / of_second[all[i].second];
        }
    }
}

std::string lexicon_text(const Translations& translations) {
    std::string out = "# languages: " + translations.first_language + " " + translations.second_language + "\n";
    const Translation* last = nullptr;
    for (const Translation& translation : translations.all) {
        if (last == nullptr || last->source != translation.source) {
            const TranslationSource& source = translations.sources.at(translation.source);
            out += "# source: " + source.name + "\n# licence: " + source.licence + "\n";
            last = nullptr;
        }
        if (last != nullptr && goes_on(*last, translation)) {
            out.insert(out.rfind('\t'), "; " + translation.second);
        } else {
            out += translation.first.starts_with('#') ? " " : ""; // or it would be a comment
            out += translation.first + "\t" + translation.second + "\t" + translation.part_of_speech;
            if (is_counted(translation)) {
                out += "\t" + number_text(translation.forward) + "\t" + number_text(translation.backward) + "\t" +
                       std::to_string(translation.count);
            }
            out += '\n';
        }
        last = &translation;
    }
    return out;
}

Translations written_translations(const std::string& first_language, const std::string& second_language) {
    Translations translations{first_language, second_language, {}, {}};
    const std::string folder = first_language + "-" + second_language + "/lexicon/";
    for (const std::string& name : language_data_names(folder)) {
        const std::string file = name.substr(folder.size());
        read_lexicon_text(language_data(name), "languages/" + name, {file, "Apache-2.0"}, translations);
    }
    return translations;
}

} // namespace qosar
