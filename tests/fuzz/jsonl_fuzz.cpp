// JSON lines: one item a line, whatever stands in it.
#include "items.hpp"
#include "qosar/base/error.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    const bool is_packed = size >= 2 && (data[0] == 0x1F || data[0] == 0x28); // gzip, zstd: ranges are unpacked ones
    const fuzz::File file(fuzz::bytes_of(data, size), ".jsonl");
    ReaderOptions options;
    options.text.max_line_bytes = 4096;
    options.text.max_body_bytes = 8192;
    options.max_page_bytes = 1U << 16U;
    options.html.max_tags = 5000;
    try {
        fuzz::check_items(file, InputKind::jsonl, is_packed ? static_cast<std::size_t>(-1) : size, options);
    } catch (const Error&) { // damaged compression
    }
    return 0;
}
