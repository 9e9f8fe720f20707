// The one list of flags: what each is called, how grave it is, what it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/flag.hpp"

namespace qosar {

enum class FlagScope { document, pair, both };

struct FlagKind {
    std::string_view name;
    Severity severity;
    FlagScope scope;
    int version;              ///< of its rule; grows whenever the rule changes its judgement
    std::string_view meaning; ///< one sentence for people
};

/// All flags that this version sets, the gravest first.
const std::vector<FlagKind>& flag_registry();

/// A flag of that name with severity and rule filled in. REQUIRES: the registry has the name.
Flag make_flag(std::string_view name, std::string side, std::string message, std::optional<double> threshold = {},
               std::vector<FlagSpan> spans = {});

/// The worst severity among the flags, `ok` where there are none.
Severity worst_severity(const std::vector<Flag>& flags);

} // namespace qosar
