#include "import_readers.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/text/charset.hpp"

namespace qosar {

// hunalign's manual: "An item consists of a target language phrase and a source language phrase, separated by the
// ' @ ' sequence."
void read_dic(const std::filesystem::path& path, const ImportOptions& options, const TakePair& take) {
    const std::string text = decode(read_file(path, options.max_bytes)).text;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        ++number;
        begin = end + 1;
        if (line.empty() || line == "\r") {
            continue;
        }
        const std::string separator = " @ ";
        const std::size_t at = line.find(separator);
        if (at == std::string::npos) {
            throw Error(path.string() + ":" + std::to_string(number) + ": a line of a hunalign dictionary has ' @ '");
        }
        take({line.substr(at + separator.size()), line.substr(0, at)});
    }
}

} // namespace qosar
