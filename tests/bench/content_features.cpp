// What content_odds looks at, for tests/bench/fit_content.py: reads lines of two files' names with a TAB between, and
// prints for each, TAB-separated, whether it can be judged, the logarithm of the share, the order and missing numbers.
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/pairing/content_evidence.hpp"

namespace {

using Lines = std::vector<std::string>;

const Lines& lines_of(const std::string& path) {
    static std::map<std::string, Lines> files;
    const auto [file, is_new] = files.try_emplace(path);
    if (is_new) {
        std::ifstream stream(path);
        for (std::string line; std::getline(stream, line);) {
            file->second.push_back(line);
        }
    }
    return file->second;
}

std::vector<std::string_view> views(const Lines& lines) { return {lines.begin(), lines.end()}; }

} // namespace

int main() {
    using namespace qosar;
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    const Lexicon& lexicon = builtin_lexicon(en, kk);
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t tab = line.find('\t');
        const auto first = views(lines_of(line.substr(0, tab)));
        const auto second = views(lines_of(line.substr(tab + 1)));
        const ContentEvidence evidence = content_evidence(match_words(en, first, kk, second, lexicon));
        const ContentFeatures features = content_features(evidence);
        std::cout << can_judge(evidence) << '\t' << features.share << '\t' << features.order << '\t'
                  << features.missing_numbers << '\n';
    }
}
