#include <algorithm>
#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/segment/stream.hpp"
#include "qosar/text/utf8.hpp"
#include "segment_passes.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

/// Prints sentences one a line; a line end inside one, as hard-wrapped text has it, becomes a blank.
class LinePrinter {
public:
    void operator()(std::string_view text, const Sentence&) {
        for (std::size_t newline = 0; (newline = text.find('\n')) != std::string_view::npos;) {
            std::cout << text.substr(0, newline) << ' ';
            text.remove_prefix(newline + 1);
        }
        std::cout << text << '\n';
    }
};

/// Prints records with offsets in code points, counted on from sentence to sentence.
class JsonPrinter {
public:
    void count(std::string_view piece) { m_ahead += piece; }

    void operator()(std::string_view text, const Sentence& sentence) {
        const std::size_t begin = points_before(sentence.bytes.begin);
        const nlohmann::ordered_json record{{"text", text},
                                            {"start", begin},
                                            {"end", points_before(sentence.bytes.end)},
                                            {"paragraph", sentence.paragraph}};
        std::cout << record.dump() << '\n';
    }

private:
    /// Asked in rising order; what lies before is forgotten.
    std::size_t points_before(std::size_t byte) {
        m_points += count_code_points(std::string_view(m_ahead).substr(m_at, byte - m_byte));
        m_at += byte - m_byte;
        m_byte = byte;
        if (m_at > most_kept) {
            m_ahead.erase(0, m_at);
            m_at = 0;
        }
        return m_points;
    }

    static constexpr std::size_t most_kept = 1U << 20U;
    std::string m_ahead; ///< the text from a little before m_byte
    std::size_t m_at = 0;
    std::size_t m_byte = 0;
    std::size_t m_points = 0;
};

void print_candidate(std::string_view before, std::string_view behind, const Boundary& boundary) {
    std::string line = std::to_string(boundary.place) + (boundary.stands ? "\tbreak\t" : "\tgoes on\t") +
                       boundary.rule + '\t' + std::string(before) + "¦" + std::string(behind);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::cout << line << '\n';
}

/// Feeds the stream with a file, checking that it is UTF-8.
void feed(const std::string& path, SentenceStream& stream, const std::function<void(std::string_view)>& also) {
    std::string tail; // the beginning of a character that the next piece ends
    std::size_t place = 0;
    const auto use = [&](std::string_view piece) {
        tail += piece;
        const std::size_t whole = whole_characters(tail);
        const std::string_view text = std::string_view(tail).substr(0, whole);
        if (!is_utf8(text)) {
            throw Error((path == "-" ? "standard input" : path) + " is not UTF-8 (in the bytes from " +
                        std::to_string(place) + ")");
        }
        also(text);
        stream.feed(text);
        place += whole;
        tail.erase(0, whole);
    };
    read_pieces(path, use);
    if (!tail.empty()) {
        throw Error((path == "-" ? "standard input" : path) + " is not UTF-8: it ends inside a character");
    }
    stream.finish();
}

} // namespace

void command_segment(const Arguments& arguments) {
    std::string language;
    std::string format = "lines";
    std::vector<std::string> without;
    CommandLine line({"qosar segment --lang LANG [FILE]",
                      "Cuts a text of any size into sentences. Offsets are code points of the whole text, half-open.\n"
                      "Passes that --without switches off: glued (`Belgrade.The`), lowercase (`left. the rest`),\n"
                      "lists (`:- maps;- plans`), wrapped (lines that go on), headings (lines without a full stop).",
                      "echo 'Бүгін 1 ақпан. Кеше қар жауды.' | qosar segment --lang kk --format jsonl"});
    line.add_options()("lang", po::value(&language)->required(), "language of the text, such as kk")(
        "format", po::value(&format)->default_value(format), "lines, or jsonl with offsets")(
        "without", po::value(&without)->composing(), "a pass to switch off; may be given several times")(
        "explain", "print each place where a sentence may begin: byte, decision, rule, the text around it");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file at most");
    if (format != "lines" && format != "jsonl") {
        throw UsageError("--format is lines or jsonl, not '" + format + "'");
    }
    const SegmentOptions options = options_without(without);
    JsonPrinter json;
    SegmentSink sink{LinePrinter(), {}};
    std::function<void(std::string_view)> count = [](std::string_view) {};
    if (line.has("explain")) {
        sink = {[](std::string_view, const Sentence&) {}, print_candidate};
    } else if (format == "jsonl") {
        sink.sentence = std::ref(json);
        count = [&](std::string_view piece) { json.count(piece); };
    }
    SentenceStream stream(language_pack(language), options, sink);
    feed(file_or_stdin(line.operands), stream, count);
}

} // namespace qosar
