// From the stored bytes of a page to its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "qosar/model/page.hpp"
#include "qosar/web/html.hpp"

namespace qosar {

enum class PageForm { json, html, text };

struct PageOptions {
    std::size_t max_bytes = 16U << 20U; ///< of a stored page
    HtmlOptions html;
};

/// Fills title, date, text, reader, status and problem of a page from its bytes.
///
/// json: what the gov.kz service answers: an article object, an array of them, or one of them under `content`,
/// `data`, `items` or `news`; of several the one whose `id` or `slug` is `id`. Its `body` is HTML; where that is
/// null or empty, `short_description` is the text.
/// html: a whole page, see read_html_page. text: title, date and a blank line, then paragraphs.
///
/// Never throws for bad bytes: the status becomes `unusable` and `problem` says why.
void read_page(Page& page, std::string_view bytes, PageForm form, std::string_view id, const PageOptions& options = {});

} // namespace qosar
