// A flag: a named judgement about a pair or a document that says on what it rests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

enum class Severity { ok, info, warn, error };

/// A piece of text that shows why a flag stands there.
struct FlagSpan {
    std::string side; ///< language code
    Range bytes;      ///< of that side's text; of the title where `of_title`
    std::string text; ///< what stands there
    bool of_title = false;
};

struct Flag {
    std::string name;
    Severity severity = Severity::info;
    std::string side;                ///< language code, or empty where it concerns both
    std::string message;             ///< one sentence, with what was compared
    std::string rule;                ///< name and version of the rule, such as `number_conflict/1`
    std::optional<double> threshold; ///< what the rule measured against, where it has one
    std::vector<FlagSpan> spans;     ///< the most telling first
};

inline std::string to_string(Severity severity) {
    switch (severity) {
    case Severity::ok: return "ok";
    case Severity::info: return "info";
    case Severity::warn: return "warn";
    case Severity::error: return "error";
    }
    return {};
}

} // namespace qosar
