#include "bot/remember.h"

namespace bot {

namespace {

using intents::FindingClass;
using intents::Mode;
using intents::Polarity;
using intents::Time;
using intents::Who;

constexpr size_t kMostFindings = 80;
constexpr size_t kMostQuoteBytes = 120;

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

bool KnownFinding::active() const {
  const bool time_fits = status.time == Time::kNow || cls == FindingClass::kDisease;
  return status.polarity != Polarity::kAbsent && time_fits && status.mode == Mode::kReport &&
         status.who != Who::kNobody;
}

void remember(Conversation& c, const intents::Understanding& u) {
  for (const auto& mention : u.findings) {
    KnownFinding heard{mention.status, mention.cls, mention.title, shortened(mention.quote),
                       c.turn};
    heard.status.why.clear();
    if (weight(heard) == 0) continue;
    const auto known = c.findings.find(mention.finding);
    if (known == c.findings.end()) {
      if (c.findings.size() < kMostFindings || heard.active()) {
        c.findings.emplace(mention.finding, std::move(heard));
      }
    } else if (weight(heard) >= weight(known->second)) {
      known->second = std::move(heard);
    }
  }
  remember_facts(c, u);
}

void remember_tapped(Conversation& c, const std::string& finding, const std::string& title) {
  KnownFinding known;
  known.title = title;
  known.quote = title;
  known.turn = c.turn;
  c.findings[finding] = std::move(known);
}

}  // namespace bot
