// Any script in plain lower-case Latin letters, so that names can be compared across alphabets.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

/// `Қасым-Жомарт` → `qasym-zhomart`, `Müller` → `muller`. Kazakh and Russian Cyrillic by a table of our own,
/// since ICU's Any-Latin leaves Kazakh letters standing; the hissing sounds of Turkish and Slavic Latin likewise
/// (`Şimşek` → `shimshek`); all else by ICU. Not reversible.
std::string to_latin(std::string_view text);

} // namespace qosar
