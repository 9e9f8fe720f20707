#include "progress.hpp"

#include <cmath>
#include <cstdio>

#include <unistd.h>

#include "qosar/base/error.hpp"

namespace qosar {

using std::chrono::duration;
using std::chrono::steady_clock;

ProgressForm progress_form(const std::string& name) {
    if (name == "auto") {
        return ProgressForm::automatic;
    }
    if (name == "json") {
        return ProgressForm::json;
    }
    if (name == "none") {
        return ProgressForm::none;
    }
    throw UsageError("--progress is auto, json or none, not '" + name + "'");
}

Progress::Progress(ProgressForm form) : m_form(form), m_terminal(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (m_on_screen) {
        std::fputs("\r\x1b[K", stderr);
    }
}

void Progress::start(const std::string& stage, std::size_t total) {
    m_stage = stage;
    m_total = total;
    m_done = 0;
    m_started = m_shown = steady_clock::now();
    if (m_form == ProgressForm::json) {
        show();
    }
}

void Progress::step() {
    ++m_done;
    const steady_clock::time_point now = steady_clock::now();
    if (now - m_shown >= std::chrono::milliseconds(200) || m_done == m_total) {
        m_shown = now;
        show();
    }
}

void Progress::show() {
    const double seconds = duration<double>(steady_clock::now() - m_started).count();
    const double rate = seconds > 0 ? static_cast<double>(m_done) / seconds : 0;
    const double left = rate > 0 && m_total >= m_done ? static_cast<double>(m_total - m_done) / rate : 0;
    if (m_form == ProgressForm::json) {
        std::fprintf(stderr,
                     "{\"stage\":\"%s\",\"done\":%zu,\"total\":%zu,\"per_second\":%.1f,\"seconds_left\":%.1f}\n",
                     m_stage.c_str(), m_done, m_total, rate, left);
    } else if (m_form == ProgressForm::automatic && m_terminal) {
        m_on_screen = true;
        if (m_total > 0) {
            std::fprintf(stderr, "\r\x1b[K%s: %zu of %zu, %.0f a second, %.0f s left", m_stage.c_str(), m_done, m_total,
                         rate, std::ceil(left));
        } else {
            std::fprintf(stderr, "\r\x1b[K%s: %zu, %.0f a second", m_stage.c_str(), m_done, rate);
        }
    }
}

} // namespace qosar
