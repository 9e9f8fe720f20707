// An order-keeping parallel map: items are read one by one, worked on side by side, written in reading order.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

namespace qosar {

/// How many threads `threads` means on this machine: 0 stands for one a core.
std::size_t thread_count(std::size_t threads);

namespace detail {

using AnyItem = std::shared_ptr<void>;

void parallel_map(std::size_t threads, const std::function<AnyItem()>& read,
                  const std::function<AnyItem(const AnyItem&)>& work, const std::function<void(const AnyItem&)>& write);

} // namespace detail

/// `read` fills an item and returns false at the end; `work` runs for several items at once; `write` gets the
/// results in the order of reading. At most four items a thread exist at any time. An exception of any of the
/// three ends the map and comes out of it, so `work` must turn one bad item into a result itself.
template <typename Item, typename Result>
void parallel_map(std::size_t threads, const std::function<bool(Item&)>& read, const std::function<Result(Item&)>& work,
                  const std::function<void(Result&)>& write) {
    detail::parallel_map(
        threads,
        [&]() -> detail::AnyItem {
            auto item = std::make_shared<Item>();
            return read(*item) ? item : nullptr;
        },
        [&](const detail::AnyItem& item) -> detail::AnyItem {
            return std::make_shared<Result>(work(*static_cast<Item*>(item.get())));
        },
        [&](const detail::AnyItem& result) { write(*static_cast<Result*>(result.get())); });
}

} // namespace qosar
