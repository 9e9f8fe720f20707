// SIGINT and SIGTERM end a run between two documents, with exit code 75.
#pragma once

namespace qosar {

/// From now on the two signals are only remembered.
void catch_interrupts();

/// Throws Error with exit code 75 if one of them has come.
void stop_if_interrupted();

} // namespace qosar
