#include "qosar/web/warc.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::string_view record_mark = "WARC/";

bool begins_record(std::string_view bytes) {
    return bytes.starts_with(record_mark) && bytes.size() > 5 && bytes[5] >= '0' && bytes[5] <= '9';
}

std::size_t line_ends_at(std::string_view bytes) { return std::min(bytes.find_first_not_of("\r\n"), bytes.size()); }

/// How long the head of a record is, its blank line included; 0 where there is no blank line before the next record.
std::size_t head_length(std::string_view bytes) {
    for (std::size_t line = bytes.find('\n'); line != std::string_view::npos; line = bytes.find('\n', line + 1)) {
        const std::string_view rest = bytes.substr(line + 1);
        if (rest.starts_with("\r\n") || rest.starts_with('\n')) {
            return line + 1 + (rest.front() == '\n' ? 1 : 2);
        }
        if (begins_record(rest)) {
            return 0;
        }
    }
    return 0;
}

std::optional<std::size_t> content_length(const HeaderFields& fields) {
    const std::string_view said = field_value(fields, "content-length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), length);
    const bool whole = !said.empty() && error == std::errc{} && end == said.data() + said.size();
    return whole && length <= (std::size_t{1} << 60U) ? std::optional(length) : std::nullopt;
}

} // namespace

std::string_view WarcRecord::target() const {
    std::string_view target = field_value(fields, "warc-target-uri");
    if (target.starts_with('<') && target.ends_with('>')) {
        target = target.substr(1, target.size() - 2);
    }
    return target;
}

class WarcReader::State {
public:
    State(std::unique_ptr<ByteReader> bytes, WarcOptions options) : m_bytes(std::move(bytes)), m_options(options) {}

    bool next(WarcRecord& record) {
        record = {};
        record.bytes = {m_offset, m_offset};
        if (!available(1)) {
            return tell_damage(record);
        }
        record.number = m_number++;
        if (has_record()) {
            read_record(record);
        } else {
            fail(record, "not_warc", "what stands here is no WARC record");
            skip_to_record(0);
        }
        record.bytes.end = m_offset;
        return true;
    }

    std::string sha256() { return m_bytes->sha256(); }

private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(m_buffer).substr(m_at); }

    /// Reads until so many bytes lie ahead; false where the file ends before.
    bool available(std::size_t count) {
        while (m_buffer.size() - m_at < count && !m_ended) {
            if (m_at > m_buffer.size() / 2) {
                m_buffer.erase(0, m_at);
                m_at = 0;
            }
            const std::size_t before = m_buffer.size();
            try {
                m_bytes->read(m_buffer);
                m_ended = m_buffer.size() == before;
            } catch (const DamagedError& damage) {
                m_damage = damage.what();
                m_ended = true;
            }
        }
        return m_buffer.size() - m_at >= count;
    }

    void consume(std::size_t count) {
        m_at += count;
        m_offset += count;
    }

    bool has_record() {
        available(6);
        return begins_record(rest());
    }

    bool tell_damage(WarcRecord& record) {
        if (m_damage.empty()) {
            return false;
        }
        record.number = m_number++;
        fail(record, "damaged_file", std::exchange(m_damage, {}));
        return true;
    }

    static void fail(WarcRecord& record, const char* problem, std::string message) {
        record.problem = problem;
        record.message = std::move(message);
    }

    void read_record(WarcRecord& record) {
        available(m_options.max_header_bytes);
        const std::size_t head = head_length(rest().substr(0, m_options.max_header_bytes));
        if (head == 0) {
            const bool cut = m_ended && rest().size() < m_options.max_header_bytes &&
                             rest().find("\nWARC/") == std::string_view::npos;
            fail(record, cut ? "truncated_record" : "bad_record_header",
                 cut ? "the file ends within its header" + why_it_ends() : "no blank line ends its header");
            skip_to_record(1);
            return;
        }
        read_header(record, rest().substr(0, head));
        consume(head);
        const std::optional<std::size_t> length = content_length(record.fields);
        if (!length) {
            fail(record, "bad_record_header", "it has no Content-Length that is a number");
            skip_to_record(0);
        } else if (*length > m_options.max_block_bytes) {
            pass_over_block(record, *length);
        } else {
            read_block(record, *length);
        }
    }

    static void read_header(WarcRecord& record, std::string_view head) {
        const std::size_t line = std::min(head.find('\n'), head.size());
        std::string_view version = head.substr(record_mark.size(), line - record_mark.size());
        version = version.substr(0, version.find_first_of(" \r"));
        record.version = shortened(repair_utf8(version.substr(0, 16)), 8);
        record.fields = read_header_fields(head.substr(line));
    }

    void read_block(WarcRecord& record, std::size_t length) {
        const bool whole = available(length);
        const std::string_view block = rest().substr(0, length);
        if (whole && ends_well(length)) {
            record.block = std::string(block);
            consume(length);
            consume_blank_lines();
            return;
        }
        const std::size_t other = record_within(block);
        if (other < block.size()) {
            record.block = std::string(block.substr(0, other));
            fail(record, "wrong_content_length",
                 "another record begins before the " + std::to_string(length) + " bytes that its Content-Length says");
            consume(other);
            return;
        }
        record.block = std::string(block);
        const std::size_t had = block.size();
        consume(had);
        if (!whole) {
            fail(record, "truncated_record",
                 "the file ends " + std::to_string(length - had) + " bytes before the record does" + why_it_ends());
            return;
        }
        fail(record, "wrong_content_length", "no record begins behind the bytes that its Content-Length says");
        skip_to_record(0);
    }

    /// Whether behind the block there are only blank lines, then a record or the end.
    bool ends_well(std::size_t length) {
        constexpr std::size_t most_blank_lines = 4096; // more are consumed as they come
        for (std::size_t look = 16;; look *= 2) {
            available(length + look);
            const std::string_view behind = rest().substr(length);
            const std::size_t lines = line_ends_at(behind);
            if (look > most_blank_lines && lines == behind.size()) {
                return true;
            }
            if (lines + 6 <= behind.size() || m_ended) {
                return lines == behind.size() || begins_record(behind.substr(lines));
            }
        }
    }

    void consume_blank_lines() {
        do {
            available(1);
            consume(line_ends_at(rest()));
        } while (rest().empty() && !m_ended);
    }

    /// Where within a block a record begins behind a blank line; its size if none does.
    static std::size_t record_within(std::string_view block) {
        if (begins_record(block)) { // the header's own blank line is before it
            return 0;
        }
        for (std::size_t at = block.find("\nWARC/"); at != std::string_view::npos; at = block.find("\nWARC/", at + 1)) {
            const bool blank =
                at > 0 && (block[at - 1] == '\n' || (at > 1 && block[at - 1] == '\r' && block[at - 2] == '\n'));
            if (blank && begins_record(block.substr(at + 1))) {
                return at + 1;
            }
        }
        return block.size();
    }

    void pass_over_block(WarcRecord& record, std::size_t length) {
        fail(record, "record_too_long",
             "its block is longer than " + std::to_string(m_options.max_block_bytes) + " bytes, the limit");
        while (length > 0 && available(1)) {
            const std::size_t piece = std::min(length, rest().size());
            consume(piece);
            length -= piece;
        }
        consume_blank_lines();
        if (length > 0) {
            fail(record, "truncated_record",
                 "the file ends " + std::to_string(length) + " bytes before the record does" + why_it_ends());
        }
    }

    /// To where a line begins a record, at least `least` bytes ahead, or to the end.
    void skip_to_record(std::size_t least) {
        consume(std::min(least, rest().size()));
        constexpr std::size_t kept = 7; // may be the beginning of what is looked for
        for (;;) {
            const std::size_t at = rest().find("\nWARC/");
            if (at != std::string_view::npos && (available(at + 7), begins_record(rest().substr(at + 1)))) {
                consume(at + 1);
                return;
            }
            if (at != std::string_view::npos) {
                consume(at + 1);
            } else if (rest().size() > kept) {
                consume(rest().size() - kept);
            }
            if (at == std::string_view::npos && !available(rest().size() + 1)) {
                consume(rest().size());
                return;
            }
        }
    }

    [[nodiscard]] std::string why_it_ends() { return m_damage.empty() ? "" : ": " + std::exchange(m_damage, {}); }

    std::unique_ptr<ByteReader> m_bytes;
    WarcOptions m_options;
    std::string m_buffer;
    std::size_t m_at = 0;     ///< in the buffer
    std::size_t m_offset = 0; ///< of that place in the file
    std::size_t m_number = 0;
    bool m_ended = false;
    std::string m_damage;
};

WarcReader::WarcReader(std::unique_ptr<ByteReader> bytes, WarcOptions options)
    : m_state(std::make_unique<State>(std::move(bytes), options)) {}

WarcReader::~WarcReader() = default;

bool WarcReader::next(WarcRecord& record) { return m_state->next(record); }

std::string WarcReader::sha256() { return m_state->sha256(); }

} // namespace qosar
