#include "vector_source.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <unistd.h>

#include "interrupt.hpp"
#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "text_input.hpp"

namespace qosar {

namespace po = boost::program_options;

namespace {

std::optional<EmbeddingApi> api_named(const std::string& name) {
    if (name.empty()) {
        return {};
    }
    if (name != "tei" && name != "openai") {
        throw UsageError("--embed-api is tei or openai, not '" + name + "'");
    }
    return name == "tei" ? EmbeddingApi::tei : EmbeddingApi::openai;
}

NamedVectors read_named(const std::string& vectors, const std::string& lines, std::size_t dimension) {
    const std::vector<std::string> names = read_lines(lines);
    NamedVectors out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out.lines.add(names[i], i);
    }
    out.matrix =
        map_vectors(vectors, names.size(), dimension, [&](std::size_t row) { return trimmed(names[row]).empty(); });
    return out;
}

SideVectors read_in_order(const std::string& path, const std::vector<std::string>& lines, std::size_t dimension) {
    return vectors_in_order(
        map_vectors(path, lines.size(), dimension, [&](std::size_t row) { return trimmed(lines[row]).empty(); }));
}

/// Rows on disk that are gone with the program, since the file's name is taken off as soon as it is mapped.
class RowFile {
public:
    RowFile() : m_path((std::filesystem::temp_directory_path() / "qosar-vectors-XXXXXX").string()) {
        m_descriptor = ::mkstemp(m_path.data());
        if (m_descriptor < 0) {
            throw Error("cannot make a file for vectors: " + m_path);
        }
    }
    ~RowFile() {
        ::close(m_descriptor);
        ::unlink(m_path.c_str());
    }
    RowFile(const RowFile&) = delete;
    RowFile& operator=(const RowFile&) = delete;

    void write(const std::vector<float>& values) const {
        const char* bytes = reinterpret_cast<const char*>(values.data());
        for (std::size_t left = values.size() * sizeof(float); left > 0;) {
            const ssize_t written = ::write(m_descriptor, bytes, left);
            if (written <= 0) {
                throw Error("cannot write vectors to " + m_path + "; is the disk full?");
            }
            bytes += written;
            left -= static_cast<std::size_t>(written);
        }
    }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
    int m_descriptor;
};

/// Gathers different sentences and asks for their vectors.
class Asker {
public:
    explicit Asker(const EmbeddingOptions& options) : m_service(options), m_batch(options.batch) {}

    void add(const std::vector<std::string>& sentences) {
        const std::vector<std::string_view> all = views(sentences);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (trimmed(all[i]).empty()) {
                continue;
            }
            std::string line = vector_line(all, {i, i + 1});
            if (m_lines.add(line, m_lines.size())) {
                m_texts.push_back(std::move(line));
            }
            if (m_texts.size() == m_batch) {
                ask();
            }
        }
    }

    NamedVectors finished() {
        if (!m_texts.empty()) {
            ask();
        }
        std::cerr << "qosar: " << m_lines.size() << " different sentences, " << m_service.requests()
                  << " requests to the embedding service\n";
        VectorMatrix matrix = map_vectors(m_file.path(), m_lines.size(), m_dimension, [](std::size_t) { return true; });
        return {std::move(matrix), std::move(m_lines)};
    }

private:
    void ask() {
        const Embeddings found = m_service.embed(m_texts);
        m_dimension = found.dimension;
        m_file.write(found.values);
        m_texts.clear();
    }

    EmbeddingService m_service;
    std::size_t m_batch;
    RowFile m_file;
    LineRows m_lines;
    std::vector<std::string> m_texts; ///< to ask for next
    std::size_t m_dimension = 0;
};

} // namespace

void VectorOptions::add_to(CommandLine& line) {
    line.add_options()("from-vectors", po::value(&from_vectors),
                       "sentence vectors of A: raw float32, one row a line (docs/formats.md)")(
        "to-vectors", po::value(&to_vectors), "the same of B")(
        "from-lines", po::value(&from_lines),
        "the lines that the rows of --from-vectors stand for, such as vecalign's overlaps; with --batch, those of all "
        "A")("to-lines", po::value(&to_lines), "the same of B")("vector-dimension", po::value(&dimension),
                                                                "numbers in a row; else the size of the file tells")(
        "embed-url", po::value(&service.url),
        "ask a service for the vectors: an address that ends in /embed (text-embeddings-inference) or /embeddings "
        "(OpenAI's form)")("embed-api", po::value(&api), "tei or openai, where the address does not tell")(
        "embed-model", po::value(&service.model), "name of the model, for services with several")(
        "embed-batch", po::value(&service.batch)->default_value(service.batch), "sentences a request")(
        "embed-timeout", po::value(&service.http.total_seconds)->default_value(service.http.total_seconds),
        "seconds for one request")("embed-retries", po::value(&service.retries)->default_value(service.retries),
                                   "more tries after no answer, 429 or 5xx, each after twice the time")(
        "embed-token-env", po::value(&token_variable)->default_value(token_variable),
        "environment variable that holds the service's token");
}

void VectorOptions::check(bool batch) const {
    if (from_vectors.empty() != to_vectors.empty()) {
        throw UsageError("--from-vectors and --to-vectors belong together");
    }
    if ((!from_lines.empty() || !to_lines.empty()) && from_vectors.empty()) {
        throw UsageError("--from-lines and --to-lines say what the rows of --from-vectors and --to-vectors stand for");
    }
    if (batch && !from_vectors.empty() && (from_lines.empty() || to_lines.empty())) {
        throw UsageError("with --batch the vectors stand in the jobs, as fifth and sixth column; or --from-lines and "
                         "--to-lines say what their rows stand for");
    }
    if (!service.url.empty() && !from_vectors.empty()) {
        throw UsageError("vectors come from files or from a service, not from both");
    }
    if (service.batch == 0 || service.batch > 4096) {
        throw UsageError("--embed-batch is between 1 and 4096");
    }
    if (!(service.http.total_seconds > 0)) {
        throw UsageError("--embed-timeout is a number of seconds above 0");
    }
}

VectorSource::VectorSource(VectorOptions options, std::size_t jobs, const std::function<Job(std::size_t)>& read)
    : m_options(std::move(options)) {
    if (!m_options.from_lines.empty()) {
        m_first = read_named(m_options.from_vectors, m_options.from_lines, m_options.dimension);
    }
    if (!m_options.to_lines.empty()) {
        m_second = read_named(m_options.to_vectors, m_options.to_lines, m_options.dimension);
    }
    if (!m_options.service.url.empty()) {
        EmbeddingOptions service = m_options.service;
        service.api = api_named(m_options.api);
        service.http.waiting = stop_if_interrupted;
        if (const char* token = std::getenv(m_options.token_variable.c_str())) {
            service.token = token;
        }
        Asker asker(service);
        for (std::size_t i = 0; i < jobs; ++i) {
            const Job job = read(i);
            asker.add(job.first);
            asker.add(job.second);
        }
        m_first = m_second = asker.finished();
    }
}

std::optional<std::pair<SideVectors, SideVectors>> VectorSource::of(const Job& job) const {
    const auto side = [&](const NamedVectors& named, const std::vector<std::string>& lines, const std::string& name,
                          const std::string& own, const std::string& given) -> std::optional<SideVectors> {
        if (!own.empty()) {
            return read_in_order(own, lines, m_options.dimension);
        }
        if (named.lines.size() > 0 || !m_options.service.url.empty()) {
            return vectors_by_text(named.matrix, named.lines, views(lines), name);
        }
        return given.empty() ? std::nullopt : std::optional(read_in_order(given, lines, m_options.dimension));
    };
    auto first = side(m_first, job.first, job.files.first, job.files.first_vectors, m_options.from_vectors);
    auto second = side(m_second, job.second, job.files.second, job.files.second_vectors, m_options.to_vectors);
    if (!first || !second) {
        return {};
    }
    if (first->dimension != second->dimension && first->sentences() > 0 && second->sentences() > 0) {
        throw Error("vectors of " + std::to_string(first->dimension) + " numbers for " + job.files.first + " and of " +
                    std::to_string(second->dimension) + " for " + job.files.second +
                    ": they are not of one model, or one of the files was cut");
    }
    return std::pair{std::move(*first), std::move(*second)};
}

} // namespace qosar
