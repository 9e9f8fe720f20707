#include "qosar/language/identify.hpp"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// Counts of the letters that tell Kazakh from its neighbours.
struct TellingLetters {
    std::size_t kazakh_only = 0; ///< ұ қ ғ і, which Tatar, Kyrgyz and Russian lack
    std::size_t kazakh = 0;      ///< those and ә ң
    std::size_t tatar = 0;       ///< җ
};

TellingLetters telling_letters(std::string_view text) {
    TellingLetters count;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        const bool only = std::u32string_view(U"ұқғіҰҚҒІ").find(c) != std::u32string_view::npos;
        count.kazakh_only += only ? 1 : 0;
        count.kazakh += only || std::u32string_view(U"әңӘҢ").find(c) != std::u32string_view::npos ? 1 : 0;
        count.tatar += c == U'җ' || c == U'Җ' ? 1 : 0;
    }
    return count;
}

/// CLD2 is told that the text is UTF-8 and reads at most 32-bit lengths; a beginning says enough.
std::string_view enough_of(std::string_view text) {
    constexpr std::size_t enough = 1U << 20U;
    std::size_t end = std::min(text.size(), enough);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

/// CLD2 has old codes for two languages, and codes with a script or region behind them.
std::string iso_code(CLD2::Language language) {
    const std::string code = CLD2::LanguageCode(language);
    return code == "iw" ? "he" : code == "jw" ? "jv" : code.substr(0, code.find('-'));
}

Identified by_cld2(std::string_view text) {
    bool reliable = false;
    int bytes = 0;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    const CLD2::Language language =
        CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, nullptr, 0,
                                       CLD2::UNKNOWN_LANGUAGE, languages.data(), percents.data(), &bytes, &reliable);
    if (language == CLD2::UNKNOWN_LANGUAGE) {
        return {};
    }
    const double share = percents[0] / 100.0;
    return {iso_code(language), "", reliable ? share : share / 2};
}

} // namespace

Identified identify_language(std::string_view text) {
    text = enough_of(text);
    const ScriptCount scripts = count_scripts(text);
    Identified found = by_cld2(text);
    found.script = scripts.main();
    if (found.script != "Cyrl") {
        return found;
    }
    const TellingLetters letters = telling_letters(text);
    if (found.language == "kk" && (letters.kazakh_only == 0 || letters.tatar > 0)) {
        return {"", found.script, 0};
    }
    if (found.language.empty() && letters.kazakh_only >= 1 && letters.kazakh >= 2 && letters.tatar == 0 &&
        100 * letters.kazakh >= 3 * scripts.letters) {
        return {"kk", found.script, 0.5};
    }
    return found;
}

} // namespace qosar
