// What the readers of all kinds look like to ArticleReader.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "qosar/base/byte_reader.hpp"
#include "qosar/listing/article_reader.hpp"

namespace qosar {

class ItemReader {
public:
    ItemReader() = default;
    virtual ~ItemReader() = default;
    ItemReader(const ItemReader&) = delete;
    ItemReader& operator=(const ItemReader&) = delete;

    virtual bool next(ListingItem& item) = 0;
    virtual std::string sha256() = 0;
    /// Lines by kind and cut sources, in text.
    [[nodiscard]] virtual ListingCounts counts() const { return {}; }

    std::map<std::string, std::size_t> passed_over;
};

/// `name` is what records call the file.
std::unique_ptr<ItemReader> text_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options);
std::unique_ptr<ItemReader> html_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options);
std::unique_ptr<ItemReader> jsonl_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                              const ReaderOptions& options);
std::unique_ptr<ItemReader> warc_item_reader(std::unique_ptr<ByteReader> bytes, std::string name,
                                             const ReaderOptions& options);

/// Reads the rest of the file and returns where it ends. Damage is the end.
std::size_t end_of(ByteReader& bytes);

} // namespace qosar
