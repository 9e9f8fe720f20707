#include "folded_letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace qosar {

namespace {

using Sound = std::pair<std::string_view, std::string_view>;

/// Letters of Kazakh and Russian Cyrillic and groups of them, longest first.
constexpr std::array<Sound, 48> cyrillic_sounds{
    {{"дж", "j"}, {"чж", "j"}, {"цз", "j"}, {"тч", "c"}, {"ый", "i"}, {"ий", "i"}, {"а", "a"},  {"ә", "a"},
     {"б", "b"},  {"в", "v"},  {"г", "g"},  {"ғ", "g"},  {"д", "d"},  {"е", "e"},  {"ё", "io"}, {"ж", "j"},
     {"з", "s"},  {"и", "i"},  {"й", "i"},  {"к", "k"},  {"қ", "k"},  {"л", "l"},  {"м", "m"},  {"н", "n"},
     {"ң", "n"},  {"о", "o"},  {"ө", "o"},  {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},  {"у", "u"},
     {"ұ", "u"},  {"ү", "u"},  {"ф", "f"},  {"х", "h"},  {"һ", "h"},  {"ц", "s"},  {"ч", "c"},  {"ш", "x"},
     {"щ", "x"},  {"ы", "i"},  {"і", "i"},  {"э", "e"},  {"ю", "iu"}, {"я", "ia"}, {"ъ", ""},   {"ь", ""}}};

/// Spellings of Latin alphabets, longest first. `^` stands for the beginning of the word.
constexpr std::array<Sound, 44> latin_sounds{
    {{"shch", "x"}, {"eaux", "o"},  {"sch", "x"}, {"tch", "c"}, {"dzh", "j"}, {"dge", "j"}, {"eau", "o"}, {"yoo", "iu"},
     {"you", "iu"}, {"^geo", "jo"}, {"^kn", "n"}, {"^wr", "r"}, {"sh", "x"},  {"ch", "c"},  {"kh", "h"},  {"gh", "g"},
     {"zh", "j"},   {"ph", "f"},    {"ck", "k"},  {"th", "t"},  {"ts", "s"},  {"tz", "s"},  {"cz", "c"},  {"sz", "s"},
     {"dj", "j"},   {"wh", "v"},    {"qu", "kv"}, {"oo", "u"},  {"ou", "u"},  {"ee", "i"},  {"ya", "ia"}, {"ye", "e"},
     {"yo", "io"},  {"yu", "iu"},   {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"^x", "s"},  {"q", "k"},   {"w", "v"},
     {"y", "i"},    {"x", "ks"},    {"z", "s"},   {"c", "k"}}};

/// The sound that is spelled at a place of a word, and how many bytes that takes; none for other characters.
template <std::size_t count>
std::pair<std::string_view, std::size_t> sound_at(const std::array<Sound, count>& sounds, std::string_view word,
                                                  std::size_t position) {
    for (const Sound& sound : sounds) {
        const bool initial = sound.first.front() == '^';
        const std::string_view spelling = sound.first.substr(initial ? 1 : 0);
        if ((!initial || position == 0) && word.substr(position).starts_with(spelling)) {
            return {sound.second, spelling.size()};
        }
    }
    return {};
}

void append(std::string& letters, std::string_view more) {
    for (const char c : more) {
        const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter_or_digit && (letters.empty() || letters.back() != c)) {
            letters += c;
        }
    }
}

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

struct Pair {
    char a;
    char b;
    int cost;
};

/// Letters that one alphabet renders by the other's neighbour.
constexpr std::array<Pair, 26> confusable{
    {{'i', 'e', 25}, {'u', 'o', 30}, {'a', 'e', 30}, {'a', 'o', 35}, {'s', 'x', 40}, {'s', 'c', 50}, {'x', 'c', 40},
     {'j', 's', 50}, {'j', 'x', 60}, {'j', 'c', 50}, {'j', 'g', 40}, {'j', 'i', 40}, {'j', 'h', 50}, {'g', 'h', 35},
     {'g', 'k', 50}, {'k', 'h', 50}, {'k', 'c', 50}, {'c', 'h', 40}, {'b', 'p', 70}, {'d', 't', 50}, {'v', 'f', 40},
     {'v', 'u', 30}, {'v', 'b', 80}, {'t', 's', 90}, {'t', 'f', 90}, {'n', 'm', 70}}};

constexpr int other_vowel = 60;
constexpr int other_letter = 140;

using CostTable = std::array<std::array<unsigned char, 128>, 128>;

constexpr CostTable exchange_costs() {
    CostTable table{};
    for (std::size_t a = 0; a < table.size(); ++a) {
        for (std::size_t b = 0; b < table.size(); ++b) {
            const bool vowels = is_vowel(static_cast<char>(a)) && is_vowel(static_cast<char>(b));
            table[a][b] = static_cast<unsigned char>(a == b ? 0 : vowels ? other_vowel : other_letter);
        }
    }
    for (const Pair& pair : confusable) {
        const auto a = static_cast<std::size_t>(pair.a);
        const auto b = static_cast<std::size_t>(pair.b);
        table[a][b] = table[b][a] = static_cast<unsigned char>(pair.cost);
    }
    return table;
}

constexpr CostTable exchanges = exchange_costs();

} // namespace

FoldedLetters fold_cyrillic(std::string_view lower_case) {
    FoldedLetters folded;
    for (std::size_t i = 0; i < lower_case.size();) {
        auto [sound, bytes] = sound_at(cyrillic_sounds, lower_case, i);
        if (bytes == 0) {
            sound = lower_case.substr(i, 1);
            bytes = 1;
        }
        folded.before.resize(i + bytes, folded.letters.size());
        append(folded.letters, sound);
        i += bytes;
    }
    folded.before.push_back(folded.letters.size());
    return folded;
}

std::string fold_latin(std::string_view lower_case) {
    std::string letters;
    for (std::size_t i = 0; i < lower_case.size();) {
        auto [sound, bytes] = sound_at(latin_sounds, lower_case, i);
        append(letters, bytes > 0 ? sound : lower_case.substr(i, 1));
        i += std::max<std::size_t>(bytes, 1);
    }
    return letters;
}

int exchange_cost(char a, char b) { return exchanges[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)]; }

int omission_cost(char letter, char before, bool last) {
    if (letter == 'g' && before == 'n') {
        return 20; // Washington, Жеңіс
    }
    switch (letter) {
    case 'h': return 30;
    case 'e': return last ? 25 : 50; // silent in English
    case 'i': return last ? 120 : 35;
    case 'a':
    case 'o':
    case 'u': return last ? 120 : before == '\0' ? 80 : 50; // Victor is not Victoria
    default: return last ? 150 : 100;                       // nor is Ivan Ivanov
    }
}

} // namespace qosar
