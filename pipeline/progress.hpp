// How far long work has come: a line on a terminal, or JSON lines for programs.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace qosar {

enum class ProgressForm { automatic, json, none };

/// Throws UsageError for another word than auto, json, none.
ProgressForm progress_form(const std::string& name);

/// Writes to stderr at most five times a second. Automatic: only where stderr is a terminal.
class Progress {
public:
    explicit Progress(ProgressForm form);
    ~Progress(); ///< clears the line

    void start(const std::string& stage, std::size_t total); ///< total 0: not known
    void step();

private:
    void show();

    ProgressForm m_form;
    bool m_terminal;
    std::string m_stage;
    std::size_t m_total = 0;
    std::size_t m_done = 0;
    std::chrono::steady_clock::time_point m_started;
    std::chrono::steady_clock::time_point m_shown;
    bool m_on_screen = false;
};

} // namespace qosar
