// Ladder files: beads, or an Error that names the line.
#include "fuzz.hpp"
#include "qosar/align/ladder_file.hpp"
#include "qosar/base/error.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    try {
        parse_ladder(fuzz::bytes_of(data, size), "ladder");
    } catch (const Error& error) {
        fuzz::check(std::string_view(error.what()).find("ladder") == 0, "an Error names the file");
    }
    return 0;
}
