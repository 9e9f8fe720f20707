// The records of a WARC file (ISO 28500, versions 0.17 to 1.1), one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "qosar/base/byte_reader.hpp"
#include "qosar/model/range.hpp"
#include "qosar/web/header_fields.hpp"

namespace qosar {

/// A record, or a place where none could be read.
struct WarcRecord {
    std::size_t number = 0; ///< from 0; places that could not be read count too
    /// From `WARC/` to the end of the blank lines behind the block, in the **unpacked** file: records of a file that is
    /// compressed record by record lie there one after the other.
    Range bytes;
    std::string version; ///< such as `1.1`
    HeaderFields fields;
    std::string block; ///< for a response: the HTTP message; empty if longer than the limit

    std::string
        problem; ///< name of what is wrong; empty for a sound record. What was read of it is there all the same.
    std::string message; ///< a sentence for people

    [[nodiscard]] std::string_view type() const { return field_value(fields, "warc-type"); }
    [[nodiscard]] std::string_view id() const { return field_value(fields, "warc-record-id"); }
    [[nodiscard]] std::string_view date() const { return field_value(fields, "warc-date"); }
    /// Without the angle brackets that WARC 1.0 allows around it.
    [[nodiscard]] std::string_view target() const;
};

struct WarcOptions {
    std::size_t max_header_bytes = 1U << 16U;
    std::size_t max_block_bytes = 32U << 20U; ///< a longer block is passed over: `record_too_long`
};

/// Reads with memory bounded by the options, in linear time. Problems: `not_warc` (what stands between records),
/// `bad_record_header`, `record_too_long`, `wrong_content_length` (the next record does not begin where the block
/// should end; reading goes on where one does), `truncated_record`, `damaged_file` (broken compression between
/// records).
class WarcReader {
public:
    explicit WarcReader(std::unique_ptr<ByteReader> bytes, WarcOptions options = {});
    ~WarcReader();
    WarcReader(const WarcReader&) = delete;
    WarcReader& operator=(const WarcReader&) = delete;

    bool next(WarcRecord& record);      ///< false at the end
    [[nodiscard]] std::string sha256(); ///< of the file's bytes; only after the end

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace qosar
