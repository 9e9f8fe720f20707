#include "qosar/web/embedding_service.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_excerpt = 200; ///< characters of what a service says

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

void check_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::string_view name = url.substr(0, std::min(scheme, url.size()));
    if (scheme == std::string_view::npos || (name != "http" && name != "https")) {
        throw UsageError("the address of an embedding service begins with http:// or https://");
    }
    const std::string_view rest = url.substr(scheme + 3);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (host.find('@') != std::string_view::npos) {
        throw UsageError("the address of an embedding service must hold no name and password: others can see the "
                         "command line");
    }
    if (host.empty() || std::any_of(url.begin(), url.end(), [](char c) { return is_control(c) || c == ' '; })) {
        throw UsageError("this is no address of an embedding service: " + shortened(repair_utf8(url), longest_excerpt));
    }
}

bool is_worth_another_try(const HttpAnswer& answer) {
    return answer.status == 429 || answer.status >= 500 || answer.status == 0;
}

/// One line of what the service says, without what could command a terminal.
std::string excerpt(const std::string& body) {
    std::string text = repair_utf8(std::string_view(body).substr(0, 4 * longest_excerpt));
    std::replace_if(text.begin(), text.end(), is_control, ' ');
    return shortened(text, longest_excerpt);
}

} // namespace

std::optional<EmbeddingApi> api_of(std::string_view url) {
    std::string_view path = url.substr(0, url.find_first_of("?#"));
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    if (path.ends_with("/embed")) {
        return EmbeddingApi::tei;
    }
    return path.ends_with("/embeddings") ? std::optional(EmbeddingApi::openai) : std::nullopt;
}

EmbeddingService::EmbeddingService(EmbeddingOptions options) : m_options(std::move(options)), m_client(m_options.http) {
    check_url(m_options.url);
    if (!m_options.api) {
        m_options.api = api_of(m_options.url);
    }
    if (!m_options.api) {
        throw UsageError("the address ends neither in /embed nor in /embeddings, so it does not tell what to ask: " +
                         m_options.url);
    }
    if (std::any_of(m_options.token.begin(), m_options.token.end(), is_control)) {
        throw UsageError("the token of the embedding service holds a line end or another control character");
    }
}

void EmbeddingService::pause(double seconds) const {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(std::min(seconds, m_options.longest_wait));
    while (Clock::now() < end) {
        if (m_options.http.waiting) {
            m_options.http.waiting();
        }
        std::this_thread::sleep_for(
            std::min<std::chrono::duration<double>>(end - Clock::now(), std::chrono::milliseconds(100)));
    }
}

HttpAnswer EmbeddingService::ask(const HttpRequest& request) {
    double wait = m_options.first_wait;
    for (std::size_t tries = 0;; ++tries, wait *= 2) {
        HttpAnswer answer = m_client.send(request);
        if (!is_worth_another_try(answer) || tries == m_options.retries) {
            return answer;
        }
        pause(answer.retry_after.value_or(wait));
    }
}

Embeddings EmbeddingService::embed(const std::vector<std::string>& texts) {
    HttpRequest request{m_options.url,
                        embedding_request(*m_options.api, m_options.model, texts),
                        {"Content-Type: application/json", "Accept: application/json", "Expect:"}};
    if (!m_options.token.empty()) {
        request.headers.push_back("Authorization: Bearer " + m_options.token);
    }
    const HttpAnswer answer = ask(request);
    const auto fail = [&](const std::string& what) {
        throw Error("the embedding service " + m_options.url + ", request " + std::to_string(m_requests + 1) + ": " +
                    what);
    };
    if (answer.status == 0) {
        fail(answer.problem);
    }
    if (answer.status != 200) {
        fail("status " + std::to_string(answer.status) +
             (answer.status == 413 ? " (fewer texts a request may help: --embed-batch)" : "") + ": " +
             excerpt(answer.body));
    }
    Embeddings found;
    try {
        found = read_embeddings(*m_options.api, answer.body, texts.size());
    } catch (const Error& error) {
        fail("the answer is none of vectors: " + std::string(error.what()) + "; it begins " + excerpt(answer.body));
    }
    if (m_dimension != 0 && found.dimension != m_dimension) {
        fail("vectors of " + std::to_string(found.dimension) + " numbers, after others of " +
             std::to_string(m_dimension));
    }
    m_dimension = found.dimension;
    ++m_requests;
    return found;
}

} // namespace qosar
