#include "xml_reader.hpp"

#include <exception>
#include <string>

#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include "qosar/base/byte_reader.hpp"
#include "qosar/base/error.hpp"

namespace qosar {

struct XmlReader::State {
    State(const std::filesystem::path& path, std::uint64_t max_bytes) : name(path.string()), bytes(path, max_bytes) {}

    std::string name;
    ByteReader bytes;
    std::string block; ///< read, but not handed on yet from `position`
    std::size_t position = 0;
    std::exception_ptr failure; ///< of reading; must not pass through libxml2
    xmlTextReaderPtr reader = nullptr;
    std::string problem;
};

namespace {

std::string text_of(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

void keep_first_problem(void* problem, xmlErrorPtr error) {
    auto& kept = *static_cast<std::string*>(problem);
    if (kept.empty() && error != nullptr && error->level >= XML_ERR_ERROR) {
        kept = std::to_string(error->line) + ": " + (error->message == nullptr ? "broken XML" : error->message);
        while (!kept.empty() && kept.back() == '\n') {
            kept.pop_back();
        }
    }
}

} // namespace

int XmlReader::give_bytes(void* context, char* buffer, int size) {
    State& state = *static_cast<State*>(context);
    try {
        if (state.position == state.block.size()) {
            state.block.clear();
            state.position = 0;
            state.bytes.read(state.block);
        }
        const std::size_t count = state.block.copy(buffer, static_cast<std::size_t>(size), state.position);
        state.position += count;
        return static_cast<int>(count);
    } catch (...) {
        state.failure = std::current_exception();
        return -1;
    }
}

XmlReader::XmlReader(const std::filesystem::path& path, std::uint64_t max_bytes)
    : m_state(std::make_unique<State>(path, max_bytes)) {
    m_state->reader = xmlReaderForIO(give_bytes, nullptr, m_state.get(), nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    if (m_state->reader == nullptr) {
        throw Error("cannot read " + m_state->name + " as XML");
    }
    xmlTextReaderSetStructuredErrorHandler(m_state->reader, keep_first_problem, &m_state->problem);
}

XmlReader::~XmlReader() { xmlFreeTextReader(m_state->reader); }

bool XmlReader::next() {
    if (m_end_is_due) {
        m_end_is_due = false;
        m_piece = Piece::end;
        return true;
    }
    const int read = xmlTextReaderRead(m_state->reader);
    if (m_state->failure) {
        std::rethrow_exception(m_state->failure);
    }
    if (read < 0 || !m_state->problem.empty()) {
        throw Error(m_state->name + ":" + (m_state->problem.empty() ? " broken XML" : m_state->problem));
    }
    switch (xmlTextReaderNodeType(m_state->reader)) {
    case XML_READER_TYPE_ELEMENT:
        m_piece = Piece::begin;
        m_end_is_due = xmlTextReaderIsEmptyElement(m_state->reader) == 1;
        break;
    case XML_READER_TYPE_END_ELEMENT: m_piece = Piece::end; break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: m_piece = Piece::text; break;
    default: m_piece = Piece::other; break;
    }
    return read == 1;
}

std::string XmlReader::name() const { return text_of(xmlTextReaderConstLocalName(m_state->reader)); }

std::string XmlReader::text() const { return text_of(xmlTextReaderConstValue(m_state->reader)); }

std::optional<std::string> XmlReader::attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(m_state->reader, reinterpret_cast<const xmlChar*>(name));
    if (value == nullptr) {
        return std::nullopt;
    }
    std::string text = text_of(value);
    xmlFree(value);
    return text;
}

} // namespace qosar
