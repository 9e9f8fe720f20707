// The rules that judge a place at which a sentence may end, each a function over one Site.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "site.hpp"

namespace qosar {

/// What a rule says: whether the boundary stands. Empty if the rule has no say.
using Verdict = std::optional<bool>;

/// No sentence ends before it has a letter or digit: `...Сосын`, `«!»`.
Verdict nothing_yet(const Site& site);

/// An ellipsis with a blank on either side marks a pause or an omission.
Verdict pause(const Site& site);

/// Between a quoted question or exclamation and the words that take it up: `«Кім келді?» деп сұрады`,
/// `«Алға!» – Асан осылай деді`, `“Ready?” Omarov asked`.
Verdict quotation(const Site& site);

/// `5.`, `2.1.`, `IV.` or `a.` at the beginning of a sentence numbers it.
Verdict list_number(const Site& site);

/// The language pack's abbreviations, and what looks like one in any language: a single small letter, and a short
/// word without a vowel (`мкр.`).
Verdict abbreviation(const Site& site);

/// A capital, or capitals with full stops and hyphens: `А.`, `Қ.-Ж.`.
Verdict initial(const Site& site);

/// A question or exclamation mark or a full stop in the middle of an address: `https://gov.kz/?id=5`.
Verdict address(const Site& site);

/// A stop with neither a blank nor a closing mark behind it: a sentence's end, or part of a file's or domain's name.
Verdict glued(const Site& site);

/// A full stop before a small letter: a sentence's end if an ordinary word stands before it, or a word that begins
/// sentences behind it.
Verdict small_letter(const Site& site);

} // namespace qosar
