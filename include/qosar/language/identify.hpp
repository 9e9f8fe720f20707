// Which language and script a text is in: CLD2, corrected by the letters that only Kazakh has.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

/// `language` is an ISO 639 code, empty when nothing can be said; `script` an ISO 15924 code, empty without letters.
struct Identified {
    std::string language;
    std::string script;
    double confidence = 0; ///< 0 to 1: the share of the text that speaks for the language
};

/// CLD2 knows no Tatar and calls it Kazakh or Kyrgyz, and gives up on short lines. So Cyrillic text is Kazakh only
/// with one of ұ қ ғ і and without Tatar's җ; and text that CLD2 cannot tell but that holds two of the letters
/// ә ғ қ ң ұ і in at least 3 % of its letters is taken for Kazakh with a low confidence.
Identified identify_language(std::string_view text);

} // namespace qosar
