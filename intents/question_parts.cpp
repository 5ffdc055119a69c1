// Entry points: question_parts, opens_question, is_question_word.
#include "intents/question_parts.h"

#include <algorithm>
#include <unordered_set>

namespace intents {

namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet kQuestionWords = {"what", "whats", "wat",  "wats", "wot",  "wots",  "why",
                                "y",    "how",   "hows", "who",  "whos", "which", "whose"};
// Of time and place: they open a question only before a verb ("when can i", not "when i sit").
const WordSet kWhenWhere = {"when", "where", "wheres", "whens"};
const WordSet kVerbs = {
    "is",    "are",   "am",      "was",   "were",    "do",       "does", "did",   "can",  "could",
    "will",  "would", "should",  "shall", "may",     "might",    "isnt", "arent", "dont", "doesnt",
    "didnt", "cant",  "couldnt", "wont",  "wouldnt", "shouldnt", "has",  "have",  "had",  "must"};
const WordSet kRequests = {"tell",   "explain", "describe", "define",  "compare",   "list",
                           "show",   "give",    "teach",    "suggest", "advise",    "recommend",
                           "any",    "need",    "want",     "looking", "wondering", "wonder",
                           "advice", "pls",     "please",   "help"};
// Said before the point is reached.
const WordSet kFillers = {"hi", "hello",   "hey",     "doctor",   "doc",  "dr",     "ok",    "okay",
                          "so", "well",    "and",     "but",      "or",   "also",   "then",  "um",
                          "uh", "sir",     "madam",   "dear",     "plus", "now",    "right", "yes",
                          "no", "because", "exactly", "actually", "oh",   "thanks", "n"};
// Not "or": "is it a disc or is it a muscle" asks one thing.
const WordSet kJoiners = {"and", "but", "so", "then", "also", "plus", "n"};
const WordSet kPersons = {"i", "im", "ive", "id", "he", "she", "hes", "shes", "we", "weve", "they"};
const WordSet kOwn = {"my",     "his",   "her",     "our",        "their", "doctor",
                      "gp",     "dr",    "mri",     "scan",       "xray",  "report",
                      "physio", "chiro", "surgeon", "consultant", "letter"};
const WordSet kStating = {"is",   "are",   "was",   "were",  "has",  "have",    "had",   "hurts",
                          "hurt", "aches", "keeps", "feels", "says", "said",    "shows", "showed",
                          "got",  "went",  "gave",  "goes",  "gets", "started", "came",  "wants"};
const WordSet kWishes = {"need",      "want",   "wanna",    "looking",   "like",
                         "wondering", "wonder", "worried",  "worry",     "scared",
                         "afraid",    "advice", "advise",   "suggest",   "know",
                         "curious",   "unsure", "confused", "concerned", "recommend"};

bool one_of(const Utterance& u, int word, const WordSet& set) {
  return word < static_cast<int>(u.words.size()) && set.contains(u.words[word].text);
}

// A verb before its subject: "is it", "can i"; but "have" and "do" also begin statements.
bool inverted(const Utterance& u, int word) {
  if (!one_of(u, word, kVerbs)) return false;
  const auto& text = u.words[word].text;
  if (text != "have" && text != "had" && text != "do" && text != "dont") return true;
  static const WordSet kSubjects = {"i",       "you", "u",    "we",    "they", "people",
                                    "doctors", "any", "most", "these", "those"};
  return one_of(u, word + 1, kSubjects) || u.words[word].question;
}

bool question_at(const Utterance& u, int word) {
  if (one_of(u, word, kQuestionWords)) return true;
  if (one_of(u, word, kWhenWhere)) {
    return one_of(u, word + 1, kVerbs) ||
           (word + 1 < static_cast<int>(u.words.size()) && u.words[word + 1].text == "to");
  }
  return inverted(u, word);
}

bool cuts_here(const Utterance& u, const Span& clause, int word) {
  if (word <= clause.first) return false;
  if (u.words[word].before == Break::kList) return question_at(u, word);
  if (!one_of(u, word - 1, kJoiners) || word - 1 <= clause.first) return false;
  // "how many and how often" asks twice; "who can and cant have it" once.
  return question_at(u, word) && !one_of(u, word - 2, kVerbs);
}

QuestionPart describe(const Utterance& u, Span words) {
  QuestionPart part{words};
  int first = words.first;
  while (first + 1 < words.last && one_of(u, first, kFillers)) ++first;
  bool wish = false, own = false;
  for (int i = words.first; i < words.last; ++i) {
    part.told = part.told || one_of(u, i, kPersons) || (own && one_of(u, i, kStating));
    own = own || one_of(u, i, kOwn);
    wish = wish || one_of(u, i, kWishes);
  }
  // Of "my back hurts, why?" only the last part is meant by the question mark.
  const bool last = words.last == u.sentence_of(words.first).last;
  part.asked = (last && u.words[words.first].question) || question_at(u, first) ||
               one_of(u, first, kRequests) || (part.told && wish);
  if (part.asked) part.told = false;
  return part;
}

}  // namespace

bool opens_question(std::string_view word) {
  return kQuestionWords.contains(word) || kWhenWhere.contains(word) || kVerbs.contains(word) ||
         kRequests.contains(word);
}

bool is_question_word(std::string_view word) { return kQuestionWords.contains(word); }

std::vector<QuestionPart> question_parts(const Utterance& u) {
  std::vector<QuestionPart> parts;
  for (const Clause& clause : u.clauses) {
    int first = clause.words.first;
    for (int i = first + 1; i < clause.words.last; ++i) {
      if (!cuts_here(u, {first, clause.words.last}, i)) continue;
      parts.push_back(describe(u, {first, i}));
      first = i;
    }
    parts.push_back(describe(u, {first, clause.words.last}));
  }
  return parts;
}

}  // namespace intents
