// Bytes compressed, for tests of what undoes it.
#pragma once

#include <string>
#include <string_view>

#include <zlib.h>

namespace qosar {

/// `window` as deflateInit2 takes it: 31 for gzip, 15 for zlib, -15 for bare deflate.
inline std::string deflated(std::string_view text, int window = 31) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    std::string input(text);
    std::string out(deflateBound(&stream, input.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace qosar
