// The one exception of Qosar: "cannot go on". Bad corpus data never throws; it becomes a flag or a reject.
#pragma once

#include <stdexcept>
#include <string>

namespace qosar {

/// Exit codes of the program, the same for every command.
enum class ExitCode { done = 0, failed = 1, usage = 2, interrupted = 75 };

/// The message names the file, line or id at fault and what to do next.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message, ExitCode code = ExitCode::failed)
        : std::runtime_error(message), m_code(code) {}

    [[nodiscard]] ExitCode code() const { return m_code; }

private:
    ExitCode m_code;
};

/// The command line or a file given on it is not what the command expects.
class UsageError : public Error {
public:
    explicit UsageError(const std::string& message) : Error(message, ExitCode::usage) {}
};

} // namespace qosar
