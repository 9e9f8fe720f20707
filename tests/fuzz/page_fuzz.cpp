// Stored pages: nothing is thrown for bad bytes, and what is read is valid UTF-8. The first byte chooses the form.
#include "fuzz.hpp"
#include "qosar/page/read_page.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qosar;
    if (size == 0) {
        return 0;
    }
    const PageForm form = data[0] == '{' || data[0] == '['   ? PageForm::json
                          : data[0] == '<' || data[0] == ' ' ? PageForm::html
                                                             : PageForm::text;
    Page page;
    read_page(page, fuzz::bytes_of(data, size), form, "7");
    for (const std::string* text : {&page.title, &page.date, &page.text, &page.problem}) {
        fuzz::check(is_utf8(*text), "what a page gives is valid UTF-8");
    }
    fuzz::check((page.status == PageStatus::good) == page.problem.empty(), "a page is good, or has a problem");
    fuzz::check(page.status == PageStatus::good || page.text.empty(), "a page that is not good has no text");
    return 0;
}
