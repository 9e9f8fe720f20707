#include <iostream>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "qosar/language/identify.hpp"
#include "text_input.hpp"

namespace qosar {

void command_language(const Arguments& arguments) {
    CommandLine line({"qosar language [FILE]",
                      "Prints for each line its number, language, script and how sure that is; `und` where nothing\n"
                      "can be said.",
                      "echo 'Бүгін Астанада жаңа мектеп ашылды.' | qosar language"});
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file at most");
    std::size_t number = 0;
    for (const std::string& text : read_lines(file_or_stdin(line.operands))) {
        const Identified found = identify_language(text);
        const nlohmann::ordered_json record{{"line", ++number},
                                            {"lang", found.language.empty() ? "und" : found.language},
                                            {"script", found.script.empty() ? "Zyyy" : found.script},
                                            {"confidence", found.confidence}};
        std::cout << record.dump() << '\n';
    }
}

} // namespace qosar
