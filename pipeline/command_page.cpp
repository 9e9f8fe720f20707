#include <iostream>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/corpus/records.hpp"
#include "qosar/page/store.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

void print_key(const std::string& url) {
    const auto canonical = canonical_url(url);
    if (!canonical) {
        throw Error("'" + url + "' is no web address");
    }
    std::cout << canonical->key << '\n';
}

} // namespace

void command_page(const Arguments& arguments) {
    std::string pages;
    std::string language = "kk";
    CommandLine line({"qosar page URL --pages STORE   or   qosar page key URL",
                      "Prints a page of the store as it was read, as JSON; with `key`, the canonical key of an\n"
                      "address, which is the same for all its spellings.",
                      "qosar page https://www.gov.kz/memleket/entities/mod/press/news/details/1152201?lang=kk "
                      "--pages corpora/sample/pages"});
    line.add_options()("pages", po::value(&pages), "page store: a folder of saved pages")(
        "lang", po::value(&language)->default_value(language), "language to ask for");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, 2, "an address is needed");
    if (line.operands.size() == 2) {
        if (line.operands[0] != "key") {
            throw UsageError("one address at a time, or `qosar page key URL`");
        }
        print_key(line.operands[1]);
        return;
    }
    if (pages.empty()) {
        throw UsageError("--pages is needed to find the page");
    }
    std::cout << page_line(PageStore(pages).find(line.operands[0], language));
}

} // namespace qosar
