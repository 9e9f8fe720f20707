#include "name_skeleton.hpp"

#include <algorithm>
#include <string>

#include "qosar/words/lexicon_image.hpp"

namespace qosar {

namespace {

constexpr std::size_t least_consonants = 3;

/// The class of a consonant; 0 for vowels and for letters that come and go.
char class_of(char letter) {
    switch (letter) {
    case 'b':
    case 'p': return 'p';
    case 'f':
    case 'v': return 'v';
    case 'd':
    case 't': return 't';
    case 's':
    case 'x':
    case 'c':
    case 'j': return 's';
    case 'g':
    case 'k': return 'k';
    case 'm':
    case 'n': return 'n';
    case 'l': return 'l';
    case 'r': return 'r';
    default: return letter >= '0' && letter <= '9' ? letter : '\0';
    }
}

} // namespace

std::vector<std::uint64_t> name_skeletons(const FoldedName& name) {
    std::vector<std::uint64_t> skeletons;
    for (const std::size_t end : name.ends) {
        std::string skeleton;
        for (std::size_t i = 0; i < end; ++i) {
            const char letter = class_of(name.letters[i]);
            if (letter != '\0' && (skeleton.empty() || skeleton.back() != letter)) {
                skeleton += letter;
            }
        }
        if (skeleton.size() >= least_consonants) {
            skeletons.push_back(key_id(skeleton));
        }
    }
    std::sort(skeletons.begin(), skeletons.end());
    skeletons.erase(std::unique(skeletons.begin(), skeletons.end()), skeletons.end());
    return skeletons;
}

} // namespace qosar
