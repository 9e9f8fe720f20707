// The text form of a lexicon: what was read is written so that it is read back the same.
#include "fuzz.hpp"
#include "qosar/base/error.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace {

bool are_same(const qosar::Translation& a, const qosar::Translation& b) {
    return a.first == b.first && a.second == b.second && a.count == b.count && a.part_of_speech == b.part_of_speech;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    Translations read{"en", "kk", {}, {}}; // languages, which a text need not say but what is written does
    try {
        read_lexicon_text(fuzz::bytes_of(data, size), "lexicon", {}, read);
    } catch (const Error&) {
        return 0;
    }
    const std::string written = lexicon_text(read);
    Translations again;
    read_lexicon_text(written, "again", {}, again);
    fuzz::check(again.all.size() == read.all.size(), "what is written is read back whole");
    for (std::size_t i = 0; i < read.all.size(); ++i) {
        fuzz::check(are_same(read.all[i], again.all[i]), "what is written is read back the same");
    }
    fuzz::check(lexicon_text(again) == written, "what is read back is written the same");
    return 0;
}
