// Full-text search over the topics: what is nearest when nobody's phrases matched.
//
// SQLite FTS5 in memory, bm25 (Robertson & Zaragoza 2009), titles weighing most, words stemmed
// (Porter). Promise: the same words give the same topics in the same order.
// Threads: find() may be called from any thread (one connection, locked).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/library.h"

namespace knowledge {

class Search {
 public:
  explicit Search(const std::map<std::string, Topic, std::less<>>& topics);
  ~Search();
  std::vector<SearchHit> find(const std::vector<std::string>& words, size_t limit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace knowledge
