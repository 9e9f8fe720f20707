// Reading the small inputs of single commands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qosar {

/// The lines of a UTF-8 file or of standard input for "-", without their ends. Throws Error naming the line that
/// is not UTF-8.
std::vector<std::string> read_lines(const std::string& path);

/// A whole UTF-8 file or standard input for "-". Throws Error where it is not UTF-8.
std::string read_text(const std::string& path);

/// The first two columns of a line of pairs. Throws Error naming the line that has no TAB.
std::pair<std::string, std::string> pair_of(const std::string& line, const std::string& path, std::size_t number);

/// The one operand, or "-" where there is none.
std::string file_or_stdin(const std::vector<std::string>& operands);

} // namespace qosar
