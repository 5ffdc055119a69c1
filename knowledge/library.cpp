// Entry points: Library::load, fill.
#include "knowledge/library.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "base/data_file.h"
#include "knowledge/loader.h"
#include "knowledge/reading.h"
#include "knowledge/search.h"

namespace knowledge {

namespace {

constexpr double kHardestGrade = 9.0;

// FNV-1a over names and bytes of all data files, in order of name.
std::string fingerprint(const std::filesystem::path& data, std::string_view language) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto* folder : {"intents", "knowledge"}) {
    using Walk = std::filesystem::recursive_directory_iterator;
    for (const auto& entry : Walk(data / folder / language, error)) {
      if (entry.path().extension() == ".json") paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  uint64_t hash = 0xcbf29ce484222325ull;
  const auto add = [&](char c) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  };
  for (const auto& path : paths) {
    for (const char c : path.lexically_relative(data).string()) add(c);
    std::ifstream in(path, std::ios::binary);
    for (std::istreambuf_iterator<char> it(in), end; it != end; ++it) add(*it);
  }
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

}  // namespace

// Reads the parts of a Library and looks up every id that one part names of another.
class LibraryLoader {
 public:
  LibraryLoader(Library& library, base::Problems& problems, base::Problems& warnings)
      : library_(library), problems_(problems), warnings_(warnings) {}

  void read(const std::filesystem::path& data, const std::string& folder) {
    folder_ = folder;
    read_sources(data);
    read_replies(data);
    const auto figures = read_figures(data);
    base::for_each_data_file(data, folder + "/topics", problems_, [&](const base::DataFile& file) {
      Topic topic = read_topic(file);
      describe_figure(figures, file.name(), topic);
      library_.topics_[file.stem()] = std::move(topic);
    });
    base::for_each_data_file(data, folder + "/red_flags", problems_,
                             [&](const base::DataFile& file) {
                               library_.red_flags_.push_back(read_red_flag(file));
                               check(file.name(), library_.red_flags_.back());
                             });
    for (const auto& [stem, topic] : library_.topics_) {
      check(folder_ + "/topics/" + stem + ".json", topic);
    }
  }

 private:
  void read_sources(const std::filesystem::path& data) {
    const std::string name = folder_ + "/sources.json";
    const base::DataFile file(data / name, name, problems_);
    if (!file.ok()) return;
    file.root().allow_only({"sources"});
    for (const auto& [id, node] : file.root().object("sources").members()) {
      node.allow_only({"title", "publisher", "year", "url"});
      library_.sources_[id] = {id, node.text("title"), node.text("publisher"),
                               node.text_or("url", ""),
                               static_cast<int>(node.integer_or("year", 0))};
    }
  }

  void read_replies(const std::filesystem::path& data) {
    const std::string name = folder_ + "/replies.json";
    const base::DataFile file(data / name, name, problems_);
    if (!file.ok()) return;
    file.root().allow_only({"replies"});
    const base::DataNode replies = file.root().object("replies");
    for (const auto& [id, node] : replies.members()) library_.replies_[id] = replies.texts(id);
  }

  using Figures = std::map<std::string, std::string>;  // id -> what the picture shows, in words

  Figures read_figures(const std::filesystem::path& data) {
    Figures figures;
    const std::string name = folder_ + "/figures.json";
    if (!std::filesystem::exists(data / name)) return figures;
    const base::DataFile file(data / name, name, problems_);
    if (!file.ok()) return figures;
    file.root().allow_only({"figures"});
    const base::DataNode node = file.root().object("figures");
    for (const auto& [id, text] : node.members()) figures[id] = node.text(id);
    return figures;
  }

  // An exercise says itself what its picture shows.
  void describe_figure(const Figures& figures, const std::string& file, Topic& topic) {
    if (topic.figure.empty()) return;
    const auto known = figures.find(topic.figure);
    if (topic.exercise) {
      topic.figure_alt = topic.exercise->alt;
    } else if (known != figures.end()) {
      topic.figure_alt = known->second;
    } else {
      problems_.push_back(
          {file, "figure", "the figure \"" + topic.figure + "\" is not in figures.json"});
    }
  }

  void check(const std::string& file, const Topic& topic) {
    for (const auto& [name, facet] : topic.facets) {
      check_sources(file, "facets, " + name, facet.sources);
      check_reading(file, "facets, " + name, facet.text);
    }
    for (const auto& other : topic.related) {
      if (!library_.topics_.contains(other)) {
        problems_.push_back({file, "related", "the topic \"" + other + "\" is not known"});
      }
    }
    check_review(file, topic.review);
  }

  void check(const std::string& file, const RedFlag& flag) {
    check_sources(file, "sources", flag.sources);
    check_reading(file, "say", flag.say);
    check_review(file, flag.review);
  }

  void check_sources(const std::string& file, const std::string& place,
                     const std::vector<std::string>& ids) {
    for (const auto& id : ids) {
      if (!library_.sources_.contains(id)) {
        problems_.push_back({file, place, "the source \"" + id + "\" is not in sources.json"});
      }
    }
  }

  void check_reading(const std::string& file, const std::string& place, const std::string& text) {
    const double grade = reading_grade(text);
    if (grade <= kHardestGrade) return;
    char line[64];
    std::snprintf(line, sizeof line, "hard to read: about grade %.1f", grade);
    warnings_.push_back({file, place, line});
  }

  void check_review(const std::string& file, const Review& review) {
    if (review.reviewed_by.empty()) {
      warnings_.push_back({file, "reviewed_by", "no clinician has signed this yet"});
    }
  }

  Library& library_;
  base::Problems& problems_;
  base::Problems& warnings_;
  std::string folder_;
};

Library::Library() = default;
Library::~Library() = default;

std::unique_ptr<Library> Library::load(const std::filesystem::path& data, std::string_view language,
                                       base::Problems& problems, base::Problems& warnings) {
  const size_t before = problems.size();
  std::unique_ptr<Library> library(new Library);
  LibraryLoader(*library, problems, warnings).read(data, "knowledge/" + std::string(language));
  if (problems.size() > before) return nullptr;
  library->search_ = std::make_unique<Search>(library->topics_);
  library->content_version_ = fingerprint(data, language);
  return library;
}

const Topic* Library::find_topic(std::string_view id) const {
  const auto it = topics_.find(id);
  return it == topics_.end() ? nullptr : &it->second;
}

const RedFlag* Library::find_red_flag(std::string_view id) const {
  const auto it = std::find_if(red_flags_.begin(), red_flags_.end(),
                               [&](const RedFlag& f) { return f.id == id; });
  return it == red_flags_.end() ? nullptr : &*it;
}

const Source* Library::find_source(std::string_view id) const {
  const auto it = sources_.find(id);
  return it == sources_.end() ? nullptr : &it->second;
}

const std::string& Library::reply(std::string_view id) const { return reply(id, 0); }

const std::string& Library::reply(std::string_view id, size_t n) const {
  static const std::string none;
  const auto it = replies_.find(id);
  if (it == replies_.end() || it->second.empty()) return none;
  return it->second[n % it->second.size()];
}

std::vector<SearchHit> Library::search(const std::vector<std::string>& words, size_t limit) const {
  return search_->find(words, limit);
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& slots) {
  std::string result;
  for (size_t i = 0; i < text.size();) {
    const size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      const auto it = slots.find(std::string(text.substr(i + 1, end - i - 1)));
      if (it != slots.end()) {
        result += it->second;
        i = end + 1;
        continue;
      }
    }
    result += text[i++];
  }
  return result;
}

}  // namespace knowledge
