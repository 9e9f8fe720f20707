#include <iostream>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/corpus/verify.hpp"
#include "qosar/page/store.hpp"

namespace qosar {

void command_verify(const Arguments& arguments) {
    namespace po = boost::program_options;
    std::string pages;
    CommandLine line({"qosar verify CORPUS [--pages STORE]",
                      "Checks a corpus: hashes and counts against its manifest, every sentence and pair against its\n"
                      "document, ids, beads, flags and evidence against each other; with a store, the pages too.\n"
                      "Says what is wrong and where, and fails if anything is.",
                      "qosar verify out/sample --pages corpora/sample/pages"});
    line.add_options()("pages", po::value(&pages), "page store that the corpus was made from");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, 1, "a corpus is needed");
    if (line.has("pages")) {
        const PageStore store(pages); // says where there is none
    }
    const VerifyReport report = verify_corpus(line.operands[0], pages);
    for (const std::string& problem : report.problems) {
        std::cout << problem << '\n';
    }
    if (!report.problems.empty()) {
        std::cout.flush();
        const bool more = report.problems.size() == max_problems;
        throw Error(line.operands[0] + " has " + (more ? "at least " : "") + std::to_string(report.problems.size()) +
                    " problems");
    }
    std::cout << line.operands[0] << ": " << report.documents << " documents and " << report.pairs
              << " pairs are sound\n";
}

} // namespace qosar
