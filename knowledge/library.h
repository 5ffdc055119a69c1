// Everything Backtalk knows and may say: topics, danger signs, wording, sources, and search.
//
// Promise: load() reads data/knowledge/LANGUAGE whole and reports every fault; with no faults each
// id that is used exists. Does not: decide what to say.
//
// Threads: const after load; share one Library between all threads (search locks inside).
// References it returns live as long as the Library.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "knowledge/red_flag.h"
#include "knowledge/topic.h"

namespace knowledge {

struct Source {
  std::string id, title, publisher, url;
  int year = 0;
};

struct SearchHit {
  std::string topic;
  double score = 0;  // bm25, larger is better
};

class Search;

class Library {
 public:
  // `data` holds knowledge/en/...; adds one Problem for each fault, warnings apart to `warnings`
  // (review overdue, hard reading, no clinical review).
  static std::unique_ptr<Library> load(const std::filesystem::path& data, std::string_view language,
                                       base::Problems& problems, base::Problems& warnings);
  ~Library();

  const Topic* find_topic(std::string_view id) const;  // null when unknown
  const RedFlag* find_red_flag(std::string_view id) const;
  const Source* find_source(std::string_view id) const;
  // The text under `id` in replies.json. Requires: `id` is one of kReplyIds (load checks them all).
  const std::string& reply(std::string_view id) const;
  // Several wordings of one reply ("empathy"): the one for turn `n`, never the same twice running.
  const std::string& reply(std::string_view id, size_t n) const;

  const std::map<std::string, Topic, std::less<>>& topics() const { return topics_; }
  const std::vector<RedFlag>& red_flags() const { return red_flags_; }  // in order of id

  // The topics nearest to free words, best first, at most `limit`.
  std::vector<SearchHit> search(const std::vector<std::string>& words, size_t limit) const;

  // A fingerprint of the content (16 hex digits): changes when any byte of the content changes.
  const std::string& content_version() const { return content_version_; }

 private:
  Library();
  friend class LibraryLoader;
  std::map<std::string, Topic, std::less<>> topics_;
  std::vector<RedFlag> red_flags_;
  std::map<std::string, Source, std::less<>> sources_;
  std::map<std::string, std::vector<std::string>, std::less<>> replies_;
  std::unique_ptr<Search> search_;
  std::string content_version_;
};

// Replaces "{slot}" by its value; an unknown slot stays as it is. check() knows the allowed ones.
std::string fill(std::string_view text, const std::map<std::string, std::string>& slots);

}  // namespace knowledge
