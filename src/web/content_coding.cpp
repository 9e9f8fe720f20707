#include "qosar/web/content_coding.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

namespace qosar {

namespace {

using Block = std::array<char, 1U << 16U>;

/// Adds what fits; false when the limit is passed.
bool add(std::string& out, const Block& block, std::size_t size, std::size_t limit) {
    out.append(block.data(), std::min(size, limit - out.size()));
    return out.size() < limit || size == 0;
}

unsigned char* bytes_of(Block& block) { return reinterpret_cast<unsigned char*>(block.data()); }

const unsigned char* bytes_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// `window` as inflateInit2 takes it: 15 + 16 for gzip, 15 for zlib, -15 for bare deflate.
ExpandedBody expand_deflate(std::string_view bytes, int window, std::size_t limit) {
    ExpandedBody out;
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) {
        out.expansion = Expansion::damaged;
        return out;
    }
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
    stream.next_in = const_cast<unsigned char*>(bytes_of(bytes)); // zlib does not write there
    stream.avail_in = static_cast<uInt>(bytes.size());
    Block block;
    for (;;) {
        stream.next_out = bytes_of(block);
        stream.avail_out = block.size();
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (!add(out.bytes, block, block.size() - stream.avail_out, limit)) {
            out.expansion = Expansion::too_large;
            return out;
        }
        if (result == Z_STREAM_END) {
            if (window < 16 || stream.avail_in < 2 || stream.next_in[0] != 0x1F) {
                return out;
            }
            inflateReset(&stream); // a further member
        } else if (result == Z_BUF_ERROR || (result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
            out.expansion = Expansion::cut_short;
            return out;
        } else if (result != Z_OK) {
            out.expansion = Expansion::damaged;
            return out;
        }
    }
}

/// RFC 9110 says zlib; some servers send bare deflate.
ExpandedBody expand_zlib_or_bare(std::string_view bytes, std::size_t limit) {
    const bool zlib = bytes.size() >= 2 && (bytes[0] & 0x0F) == 8 &&
                      (static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1])) % 31 == 0;
    return expand_deflate(bytes, zlib ? 15 : -15, limit);
}

ExpandedBody expand_brotli(std::string_view bytes, std::size_t limit) {
    ExpandedBody out;
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    std::size_t left = bytes.size();
    const unsigned char* next = bytes_of(bytes);
    Block block;
    for (;;) {
        std::size_t room = block.size();
        unsigned char* place = bytes_of(block);
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &place, nullptr);
        if (!add(out.bytes, block, block.size() - room, limit)) {
            out.expansion = Expansion::too_large;
            return out;
        }
        if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
            out.expansion = result == BROTLI_DECODER_RESULT_SUCCESS            ? Expansion::whole
                            : result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? Expansion::cut_short
                                                                               : Expansion::damaged;
            return out;
        }
    }
}

ExpandedBody expand_zstd(std::string_view bytes, std::size_t limit) {
    ExpandedBody out;
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    Block block;
    for (;;) {
        ZSTD_outBuffer output{block.data(), block.size(), 0};
        const std::size_t result = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(result) != 0) {
            out.expansion = Expansion::damaged;
            return out;
        }
        if (!add(out.bytes, block, output.pos, limit)) {
            out.expansion = Expansion::too_large;
            return out;
        }
        if (input.pos == input.size && output.pos < output.size) {
            out.expansion = result == 0 ? Expansion::whole : Expansion::cut_short;
            return out;
        }
    }
}

} // namespace

ExpandedBody expand_body(std::string_view bytes, std::string_view coding, std::size_t limit) {
    if (coding == "gzip" || coding == "x-gzip") {
        return expand_deflate(bytes, 15 + 16, limit);
    }
    if (coding == "deflate") {
        return expand_zlib_or_bare(bytes, limit);
    }
    if (coding == "br") {
        return expand_brotli(bytes, limit);
    }
    if (coding == "zstd") {
        return expand_zstd(bytes, limit);
    }
    ExpandedBody out;
    out.bytes = std::string(bytes.substr(0, limit));
    out.expansion = coding != "identity" && !coding.empty() ? Expansion::unknown_coding
                    : bytes.size() > limit                  ? Expansion::too_large
                                                            : Expansion::whole;
    return out;
}

} // namespace qosar
