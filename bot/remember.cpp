#include "bot/remember.h"

#include <algorithm>

#include "bot/about_whom.h"

namespace bot {

namespace {

using intents::FindingClass;
using intents::Mode;
using intents::Polarity;
using intents::Time;
using intents::Who;

constexpr size_t kMostFindings = 80;
constexpr size_t kMostQuoteBytes = 120;
constexpr const char* kOther = "other";

std::string shortened(std::string text) {
  if (text.size() <= kMostQuoteBytes) return text;
  size_t end = kMostQuoteBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// How much a mention weighs: a later one replaces an earlier one that does not weigh more.
int weight(const KnownFinding& known) {
  if (known.active()) return known.status.polarity == Polarity::kPresent ? 4 : 3;
  if (known.status.mode != Mode::kReport || known.status.who == Who::kNobody) return 0;
  return known.status.polarity == Polarity::kAbsent ? 1 : 2;
}

// Who is spoken of stays the same until the writer speaks of themselves again.
void remember_subject(Conversation& c, const intents::Understanding& u) {
  const bool other = std::any_of(u.findings.begin(), u.findings.end(), [](const auto& mention) {
    return mention.active() && mention.status.who == Who::kOther;
  });
  const bool own = std::any_of(u.findings.begin(), u.findings.end(), [](const auto& mention) {
    return mention.active() && mention.status.who == Who::kSelf && !mention.derived;
  });
  const Whom whom = about_whom(u.utterance);
  const bool of_self_before = std::any_of(c.findings.begin(), c.findings.end(), [](const auto& f) {
    return f.second.active() && f.second.status.who == Who::kSelf;
  });
  if (other || (whom == Whom::kOther && !of_self_before)) {
    c.facts["subject"] = kOther;
  } else if (own && whom == Whom::kSelf) {
    c.facts.erase("subject");
  }
}

// "She can't feel her legs" reports of somebody else, though no relative is named here.
Who who_is_meant(const Conversation& c, const intents::Understanding& u,
                 const intents::Mention& mention) {
  if (mention.status.who != Who::kSelf || u.utterance.words.empty()) return mention.status.who;
  const int clause = u.utterance.clause_of(mention.span.first);
  Whom whom = about_whom(u.utterance, u.utterance.clauses[clause].words);
  if (whom == Whom::kUnclear) whom = about_whom(u.utterance);
  const bool other = whom == Whom::kOther || (whom == Whom::kUnclear && about_other(c));
  return other ? Who::kOther : Who::kSelf;
}

void remember_facts(Conversation& c, const intents::Understanding& u) {
  const auto& values = u.values;
  if (!values.regions.empty()) c.facts["region"] = values.regions.front();
  if (!values.side.empty()) c.facts["side"] = values.side;
  if (values.age) c.facts["age"] = std::to_string(static_cast<int>(values.age->value));
  if (values.severity) {
    c.facts["severity"] = std::to_string(static_cast<int>(values.severity->value));
  }
  if (u.has_active("any_spine_pain") && !values.durations.empty()) {
    int longest = 0;
    for (const auto& d : values.durations) longest = std::max(longest, d.low_days);
    c.facts["duration_days"] = std::to_string(longest);
  }
}

}  // namespace

void remember(Conversation& c, const intents::Understanding& u) {
  for (const auto& mention : u.findings) {
    KnownFinding heard{mention.status,           mention.cls, mention.title,
                       shortened(mention.quote), c.turn,      c.turn};
    heard.status.why.clear();
    heard.status.who = who_is_meant(c, u, mention);
    if (weight(heard) == 0) continue;
    const auto known = c.findings.find(mention.finding);
    if (known == c.findings.end()) {
      if (c.findings.size() < kMostFindings || heard.active()) {
        c.findings.emplace(mention.finding, std::move(heard));
      }
    } else if (weight(heard) >= weight(known->second)) {
      if (known->second.active()) heard.first_turn = known->second.first_turn;
      known->second = std::move(heard);
    }
  }
  remember_facts(c, u);
  remember_subject(c, u);
}

bool about_other(const Conversation& c) {
  const auto subject = c.facts.find("subject");
  return subject != c.facts.end() && subject->second == kOther;
}

void remember_tapped(Conversation& c, const std::string& finding, const std::string& title,
                     const std::string& quote) {
  KnownFinding known;
  known.title = title;
  known.quote = quote;
  if (about_other(c)) known.status.who = Who::kOther;
  known.turn = known.first_turn = c.turn;
  c.findings[finding] = std::move(known);
}

}  // namespace bot
