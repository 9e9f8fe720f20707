#include "qosar/base/line_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace qosar {

struct LineReader::State {
    State(std::unique_ptr<ByteReader> bytes_, std::size_t line_limit_)
        : bytes(std::move(bytes_)), line_limit(std::min(line_limit_, std::string().max_size() - 1)) {}

    std::unique_ptr<ByteReader> bytes;
    std::size_t line_limit;
    std::string block;
    std::size_t position = 0; ///< in the block
    std::size_t offset = 0;   ///< of the block's position in the input
    bool ended = false;

    bool fill() {
        if (position < block.size()) {
            return true;
        }
        block.clear();
        position = 0;
        bytes->read(block);
        ended = block.empty();
        return !ended;
    }
};

LineReader::LineReader(const std::filesystem::path& path, std::size_t line_limit, std::uint64_t total_limit,
                       Hashing hashing)
    : LineReader(std::make_unique<ByteReader>(path, total_limit, hashing), line_limit) {}

LineReader::LineReader(std::unique_ptr<ByteReader> bytes, std::size_t line_limit)
    : m_state(std::make_unique<State>(std::move(bytes), line_limit)) {}

LineReader::~LineReader() = default;

bool LineReader::next(Line& line) {
    State& state = *m_state;
    line.text.clear();
    line.cut = false;
    line.bytes = {state.offset, state.offset};
    bool complete = false;
    while (!complete && state.fill()) {
        const std::string_view rest = std::string_view(state.block).substr(state.position);
        const std::size_t end = rest.find('\n');
        complete = end != std::string_view::npos;
        const std::string_view piece = rest.substr(0, end);
        const std::size_t room = state.line_limit + 1 - line.text.size(); // one more for a CR
        line.text.append(piece.substr(0, room));
        line.cut = line.cut || piece.size() > room;
        const std::size_t taken = piece.size() + (complete ? 1 : 0);
        state.position += taken;
        state.offset += taken;
    }
    line.bytes.end = state.offset;
    if (complete && !line.cut && line.text.ends_with('\r')) {
        line.text.pop_back();
    }
    if (line.text.size() > state.line_limit) {
        line.text.resize(state.line_limit);
        line.cut = true;
    }
    return !line.bytes.empty();
}

std::string LineReader::sha256() { return m_state->bytes->sha256(); }

} // namespace qosar
