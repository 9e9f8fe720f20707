#include "interrupt.hpp"

#include <csignal>

#include "qosar/base/error.hpp"

namespace qosar {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void remember(int /*signal*/) { interrupted = 1; }

} // namespace

void catch_interrupts() {
    std::signal(SIGINT, remember);
    std::signal(SIGTERM, remember);
}

void stop_if_interrupted() {
    if (interrupted != 0) {
        throw Error("interrupted; nothing half-written is left, and the same command does the work again",
                    ExitCode::interrupted);
    }
}

} // namespace qosar
