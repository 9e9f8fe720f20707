#include "qosar/text/latin.hpp"

#include <array>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

struct Letter {
    char32_t letter;
    std::string_view latin;
};

constexpr std::array<Letter, 48> letters{{
    {U'а', "a"},  {U'ә', "a"},  {U'б', "b"},    {U'в', "v"},  {U'г', "g"},  {U'ғ', "gh"}, {U'д', "d"},  {U'е', "e"},
    {U'ё', "yo"}, {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"},  {U'й', "y"},  {U'к', "k"},  {U'қ', "q"},  {U'л', "l"},
    {U'м', "m"},  {U'н', "n"},  {U'ң', "ng"},   {U'о', "o"},  {U'ө', "o"},  {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
    {U'т', "t"},  {U'у', "u"},  {U'ұ', "u"},    {U'ү', "u"},  {U'ф', "f"},  {U'х', "kh"}, {U'һ', "h"},  {U'ц', "ts"},
    {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'і', "i"},  {U'ь', ""},   {U'э', "e"},
    {U'ю', "yu"}, {U'я', "ya"}, {U'š', "sh"},   {U'ş', "sh"}, {U'č', "ch"}, {U'ć', "ch"}, {U'ž', "zh"}, {U'ğ', "gh"},
}};

bool append_letter(std::string& out, char32_t c) {
    for (const Letter& letter : letters) {
        if (letter.letter == c) {
            out += letter.latin;
            return true;
        }
    }
    return false;
}

/// Letters of European languages, and what ICU makes of each wherever it stands. Looked up here since ICU takes long to
/// get ready.
constexpr std::u32string_view accented =
    U"àáâãäåçèéêëìíîïðñòóôõöøùúûüýÿāăąĉċďđēĕėęěĝġģĥħĩīĭįıĵķĺļľłńņňōŏőŕŗřśŝţťŧũūŭůűųŵŷźż’";
constexpr std::string_view unaccented =
    "aaaaaaceeeeiiiidnoooooouuuuyyaaaccddeeeeeggghhiiiiijkllllnnnooorrrsstttuuuuuuwyzz'";

static_assert(accented.size() == unaccented.size());

std::string by_icu(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, status));
    if (transliterator == nullptr) {
        throw Error("ICU cannot load its transliteration data");
    }
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
    transliterator->transliterate(unicode);
    std::string out;
    return unicode.toUTF8String(out);
}

} // namespace

std::string to_latin(std::string_view text) {
    const std::string folded = lower(text);
    std::string out;      // with all that is known here in Latin letters
    std::string unfolded; // with no more than our own letters, for ICU
    bool plain = true;
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t c = next_code_point(folded, i);
        if (c < 0x80) {
            out += static_cast<char>(c);
            unfolded += static_cast<char>(c);
        } else if (append_letter(out, c)) {
            append_letter(unfolded, c);
        } else {
            const std::size_t place = accented.find(c);
            plain = plain && place != std::u32string_view::npos;
            out += plain ? unaccented[place] : '?';
            append_code_point(unfolded, c);
        }
    }
    return plain ? out : by_icu(unfolded);
}

} // namespace qosar
