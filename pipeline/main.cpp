// The program: finds the command, runs it, turns what it throws into a message and an exit code.
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>

#include <malloc.h>
#include <sys/mman.h>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/version.hpp"
#include "qosar/text/icu_version.hpp"

namespace {

void print_help(std::ostream& out) {
    out << "Qosar makes a reviewed, explained, reproducible parallel corpus from news listings\n"
           "and the pages they cite.\n\n"
           "Usage: qosar COMMAND [OPTIONS] ...\n\nCommands:\n";
    for (const qosar::Command& command : qosar::commands) {
        out << "  " << command.name << std::string(10 - command.name.size(), ' ') << command.summary << '\n';
    }
    out << "\n`qosar COMMAND --help` explains a command and gives an example.\n"
           "`qosar --version` says what this program was made from.\n"
           "Exit codes: 0 done, 1 failed, 2 wrong usage, 75 interrupted (the same command again goes on).\n";
}

void check_output() {
    std::cout.flush();
    if (!std::cout) {
        throw qosar::Error("cannot write to standard output");
    }
}

/// Memory of one document is kept for the next: giving it back and getting it again costs more than some documents do.
/// The first of it comes in huge pages, since the kernel takes long over each page of a long text. Nothing is used
/// before it is needed, and where the system does not want this, all is as usual.
void keep_memory() {
    constexpr std::size_t kept = 256U << 20U; // bytes
    constexpr std::size_t huge_page = 2U << 20U;
    ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(kept + huge_page));
    ::mallopt(M_MMAP_MAX, 0);
    if (void* heap = std::malloc(kept); heap != nullptr) {
        const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(heap) + huge_page - 1) / huge_page * huge_page;
        ::madvise(reinterpret_cast<void*>(begin), kept - huge_page, MADV_HUGEPAGE);
        std::free(heap);
    }
}

int run(const qosar::Arguments& words) {
    if (words.empty()) {
        print_help(std::cerr);
        return static_cast<int>(qosar::ExitCode::usage);
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        print_help(std::cout);
        check_output();
        return 0;
    }
    if (words[0] == "--version") {
        std::cout << "qosar " << qosar::version() << "\ncompiler " << __VERSION__ << "\nICU " << qosar::icu_version()
                  << '\n';
        check_output();
        return 0;
    }
    const auto command = std::find_if(qosar::commands.begin(), qosar::commands.end(),
                                      [&](const qosar::Command& c) { return c.name == words[0]; });
    if (command == qosar::commands.end()) {
        throw qosar::UsageError("there is no command '" + words[0] + "'; `qosar --help` lists them");
    }
    command->run({words.begin() + 1, words.end()});
    check_output();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    keep_memory();
    std::ios::sync_with_stdio(false);
    std::signal(SIGXFSZ, SIG_IGN); // a file over the size limit then fails to be written, which gives a message
    try {
        return run({argv + 1, argv + argc});
    } catch (const qosar::Error& error) {
        std::cerr << "qosar: " << error.what() << '\n';
        return static_cast<int>(error.code());
    } catch (const std::bad_alloc&) {
        std::cerr << "qosar: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "qosar: " << error.what() << '\n';
    }
    return static_cast<int>(qosar::ExitCode::failed);
}
