#include "qosar/listing/article_reader.hpp"

#include <utility>

#include "item_reader.hpp"
#include "qosar/base/error.hpp"
#include "qosar/listing/item_language.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

class TextItemReader : public ItemReader {
public:
    TextItemReader(std::unique_ptr<ByteReader> bytes, std::string name, const ListingOptions& options)
        : m_reader(std::move(bytes), std::move(name), options) {}

    bool next(ListingItem& item) override { return m_reader.next(item); }
    std::string sha256() override { return m_reader.sha256(); }
    [[nodiscard]] ListingCounts counts() const override { return m_reader.counts(); }

private:
    ListingReader m_reader;
};

/// A file that no reader reads: one reject for all of it.
class UnknownItemReader : public ItemReader {
public:
    UnknownItemReader(std::unique_ptr<ByteReader> bytes, std::string name, const std::string& instead)
        : m_bytes(std::move(bytes)) {
        m_reject.origin.file = std::move(name);
        m_reject.reason = "unknown_kind";
        m_reject.message = "the file is " + instead;
        m_reject.snippet = shortened(repair_utf8(m_bytes->peek(80)), 80);
    }

    bool next(ListingItem& item) override {
        if (m_done) {
            return false;
        }
        m_done = true;
        m_reject.origin.bytes = {0, end_of(*m_bytes)};
        item = m_reject;
        return true;
    }
    std::string sha256() override { return m_bytes->sha256(); }

private:
    std::unique_ptr<ByteReader> m_bytes;
    Reject m_reject;
    bool m_done = false;
};

} // namespace

std::size_t end_of(ByteReader& bytes) {
    std::size_t total = 0;
    try {
        for (std::string piece; bytes.read(piece), !piece.empty(); piece.clear()) {
            total += piece.size();
        }
    } catch (const DamagedError&) {
    }
    return total;
}

std::unique_ptr<ItemReader> text_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options) {
    return std::make_unique<TextItemReader>(std::move(bytes), std::move(name), options.text);
}

class ArticleReader::State {
public:
    State(const InputPath& input, const ReaderOptions& options) : m_name(input.name), m_given(input.given) {
        if (!input.problem.empty()) {
            m_problem = input.problem;
            return;
        }
        try {
            open(input, options);
        } catch (const Error& error) {
            if (m_given) {
                throw;
            }
            m_problem = error.what();
        }
    }

    bool next(ListingItem& item) {
        if (!read(item)) {
            return false;
        }
        if (auto* article = std::get_if<Article>(&item)) {
            ++m_articles;
            if (m_kind != InputKind::text) { // where each item has them already
                tell_languages(*article);
            }
        } else {
            ++m_rejects;
        }
        return true;
    }

    [[nodiscard]] ListingCounts counts() const {
        ListingCounts counts = m_reader ? m_reader->counts() : ListingCounts{};
        counts.articles = m_articles;
        counts.rejects = m_rejects;
        return counts;
    }

    std::string sha256() { return m_reader ? m_reader->sha256() : ""; }
    [[nodiscard]] std::optional<InputKind> kind() const { return m_kind; }
    [[nodiscard]] const std::map<std::string, std::size_t>& passed_over() const {
        static const std::map<std::string, std::size_t> nothing;
        return m_reader ? m_reader->passed_over : nothing;
    }

private:
    bool read(ListingItem& item) {
        if (!m_problem.empty()) {
            item = file_reject("unreadable_file", std::exchange(m_problem, {}));
            return true;
        }
        if (!m_reader || m_ended) {
            return false;
        }
        try {
            m_ended = !m_reader->next(item);
            ++m_items;
            return !m_ended;
        } catch (const DamagedError& damage) {
            if (m_given) {
                throw;
            }
            m_ended = true;
            item = file_reject("damaged_file", damage.what());
            return true;
        }
    }

    void open(const InputPath& input, const ReaderOptions& options) {
        auto bytes = std::make_unique<ByteReader>(input.path, options.text.max_file_bytes);
        RecognisedInput recognised{options.kind, {}};
        if (!recognised.kind) {
            recognised = recognise_input(bytes->peek(telling_bytes));
        }
        m_kind = recognised.kind;
        if (!m_kind) {
            m_reader = std::make_unique<UnknownItemReader>(std::move(bytes), m_name, recognised.instead);
            return;
        }
        switch (*m_kind) {
        case InputKind::text: m_reader = text_item_reader(std::move(bytes), m_name, options); break;
        case InputKind::html: m_reader = html_item_reader(std::move(bytes), m_name, options); break;
        case InputKind::jsonl: m_reader = jsonl_item_reader(std::move(bytes), m_name, options); break;
        case InputKind::warc: m_reader = warc_item_reader(std::move(bytes), m_name, options); break;
        }
    }

    [[nodiscard]] Reject file_reject(const std::string& reason, const std::string& message) const {
        return {{m_name, m_items, {}}, reason, message, ""};
    }

    std::string m_name;
    bool m_given;
    bool m_ended = false;
    std::uint32_t m_items = 0;
    std::size_t m_articles = 0;
    std::size_t m_rejects = 0;
    std::string m_problem;
    std::optional<InputKind> m_kind;
    std::unique_ptr<ItemReader> m_reader;
};

ArticleReader::ArticleReader(const InputPath& input, ReaderOptions options)
    : m_state(std::make_unique<State>(input, options)) {}

ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(ListingItem& item) { return m_state->next(item); }

std::string ArticleReader::sha256() { return m_state->sha256(); }

ListingCounts ArticleReader::counts() const { return m_state->counts(); }

std::optional<InputKind> ArticleReader::kind() const { return m_state->kind(); }

const std::map<std::string, std::size_t>& ArticleReader::passed_over() const { return m_state->passed_over(); }

} // namespace qosar
