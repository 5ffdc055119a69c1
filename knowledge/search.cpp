#include "knowledge/search.h"

#include <sqlite3.h>

#include <mutex>

namespace knowledge {

struct Search::Impl {
  sqlite3* db = nullptr;
  sqlite3_stmt* query = nullptr;
  mutable std::mutex lock;

  ~Impl() {
    sqlite3_finalize(query);
    sqlite3_close(db);
  }

  void run(const char* sql) const { sqlite3_exec(db, sql, nullptr, nullptr, nullptr); }
};

namespace {

std::string all_text(const Topic& topic) {
  std::string text = topic.summary;
  for (const auto& [name, facet] : topic.facets) {
    text += " " + facet.text;
    for (const auto& point : facet.points) text += " " + point;
  }
  return text;
}

// A quoted string is one token to FTS5, whatever it holds.
std::string as_query(const std::vector<std::string>& words) {
  std::string query;
  for (const auto& word : words) {
    if (word.size() < 3) continue;
    query += query.empty() ? "\"" : " OR \"";
    for (const char c : word) query += c == '"' ? ' ' : c;
    query += '"';
  }
  return query;
}

}  // namespace

Search::Search(const std::map<std::string, Topic, std::less<>>& topics)
    : impl_(std::make_unique<Impl>()) {
  sqlite3_open_v2(":memory:", &impl_->db,
                  SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  impl_->run(
      "CREATE VIRTUAL TABLE topic USING fts5(id UNINDEXED, title, names, body, "
      "tokenize='porter unicode61')");
  impl_->run("BEGIN");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(impl_->db, "INSERT INTO topic VALUES (?,?,?,?)", -1, &insert, nullptr);
  for (const auto& [id, topic] : topics) {
    std::string names;
    for (const auto& name : topic.also_called) names += name + " ";
    const std::string body = all_text(topic);
    const std::string* columns[] = {&id, &topic.title, &names, &body};
    for (int i = 0; i < 4; ++i) {
      sqlite3_bind_text(insert, i + 1, columns[i]->c_str(), -1, SQLITE_TRANSIENT);
    }
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  impl_->run("COMMIT");
  sqlite3_prepare_v2(impl_->db,
                     "SELECT id, -bm25(topic, 0, 8, 6, 1) FROM topic WHERE topic MATCH ? "
                     "ORDER BY 2 DESC, id LIMIT ?",
                     -1, &impl_->query, nullptr);
}

Search::~Search() = default;

std::vector<SearchHit> Search::find(const std::vector<std::string>& words, size_t limit) const {
  std::vector<SearchHit> hits;
  const std::string query = as_query(words);
  if (query.empty() || impl_->query == nullptr) return hits;
  const std::lock_guard guard(impl_->lock);
  sqlite3_bind_text(impl_->query, 1, query.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_bind_int(impl_->query, 2, static_cast<int>(limit));
  while (sqlite3_step(impl_->query) == SQLITE_ROW) {
    hits.push_back({reinterpret_cast<const char*>(sqlite3_column_text(impl_->query, 0)),
                    sqlite3_column_double(impl_->query, 1)});
  }
  sqlite3_reset(impl_->query);
  return hits;
}

}  // namespace knowledge
