// Reading gold and proposed sentence ends.
#include <nlohmann/json.hpp>

#include "qosar/base/error.hpp"
#include "qosar/segment/evaluate.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

using Json = nlohmann::json;

template <typename Use>
void for_each_line(std::string_view text, Use&& use) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        use(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, number);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
}

std::u32string visible(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (!is_space(c)) {
            out += c;
        }
    }
    return out;
}

/// Where sentences end in a text that holds them in order, white space aside; false if it does not.
bool find_ends(std::string_view text, const std::vector<std::string>& sentences, std::vector<std::size_t>& ends) {
    std::size_t at = 0;
    std::size_t points = 0;
    for (const std::string& sentence : sentences) {
        for (const char32_t wanted : visible(sentence)) {
            char32_t c = U' ';
            while (at < text.size() && is_space(c)) {
                c = next_code_point(text, at);
                ++points;
            }
            if (c != wanted) {
                return false;
            }
        }
        ends.push_back(points);
    }
    return true;
}

/// The ends of one record, by `ends_cp` or by its `sentences` in `text`.
std::vector<std::size_t> ends_of(const Json& record, std::string_view text, const std::string& place) {
    if (record.contains("ends_cp")) {
        return record.at("ends_cp").get<std::vector<std::size_t>>();
    }
    std::vector<std::size_t> ends;
    if (!find_ends(text, record.at("sentences").get<std::vector<std::string>>(), ends)) {
        throw Error(place + "its sentences are not those of the text");
    }
    return ends;
}

/// Calls `use` with the record of each line; what is wrong with it becomes an Error with its place.
template <typename Use>
void for_each_record(std::string_view jsonl, const std::string& name, Use&& use) {
    for_each_line(jsonl, [&](std::string_view line, std::size_t number) {
        if (trimmed(line).empty()) {
            return;
        }
        const std::string place = name + ":" + std::to_string(number) + ": ";
        try {
            use(Json::parse(line), place);
        } catch (const Json::exception& error) {
            throw Error(place + "no record with id, text and sentences or ends_cp: " + error.what());
        }
    });
}

bool is_word_line(std::string_view line) { return !line.empty() && line.front() >= '0' && line.front() <= '9'; }

} // namespace

std::vector<GoldText> parse_gold_lines(std::string_view jsonl, const std::string& name) {
    std::vector<GoldText> texts;
    for_each_record(jsonl, name, [&](const Json& record, const std::string& place) {
        GoldText gold;
        gold.id = record.at("id").get<std::string>();
        gold.text = record.at("text").get<std::string>();
        gold.ends = ends_of(record, gold.text, place);
        if (record.contains("optional_cp")) {
            gold.optional = record.at("optional_cp").get<std::vector<std::size_t>>();
        }
        texts.push_back(std::move(gold));
    });
    return texts;
}

std::vector<GoldText> parse_gold_conllu(std::string_view conllu, const std::string& name) {
    constexpr std::string_view text_comment = "# text = ";
    std::vector<GoldText> texts;
    std::string gap;         // before the next sentence
    bool has_text = false;   // of the running sentence
    bool space_after = true; // its last word
    std::size_t points = 0;  // of the running document
    for_each_line(conllu, [&](std::string_view line, std::size_t number) {
        if (line.starts_with("# newdoc") || (texts.empty() && !trimmed(line).empty())) {
            texts.push_back({name + ":" + std::to_string(number), "", {}, {}});
            gap.clear();
            points = 0;
        }
        if (line.starts_with("# newpar") && !texts.back().text.empty()) {
            gap = "\n\n";
        } else if (line.starts_with(text_comment)) {
            const std::string_view sentence = line.substr(text_comment.size());
            texts.back().text += gap + std::string(sentence);
            points += gap.size() + count_code_points(sentence);
            texts.back().ends.push_back(points);
            has_text = true;
        } else if (is_word_line(line)) {
            if (!has_text) {
                throw Error(name + ":" + std::to_string(number) + ": a sentence without its `# text = `");
            }
            space_after = line.find("SpaceAfter=No") == std::string_view::npos;
        } else if (line.empty() && has_text) {
            gap = space_after ? " " : "";
            has_text = false;
        }
    });
    return texts;
}

std::map<std::string, std::vector<std::size_t>> parse_proposed_ends(std::string_view jsonl, const std::string& name,
                                                                    const std::vector<GoldText>& gold) {
    std::map<std::string, std::string_view> texts;
    for (const GoldText& one : gold) {
        texts[one.id] = one.text;
    }
    std::map<std::string, std::vector<std::size_t>> ends;
    for_each_record(jsonl, name, [&](const Json& record, const std::string& place) {
        const auto id = record.at("id").get<std::string>();
        const auto text = texts.find(id);
        if (text == texts.end()) {
            throw Error(place + "the gold file has no text '" + id + "'");
        }
        ends[id] = ends_of(record, text->second, place);
    });
    return ends;
}

} // namespace qosar
