// The care card: what was said, why it matters, what to do, what not to do.
#include <algorithm>

#include "bot/wording.h"

namespace bot {

namespace {

using knowledge::Action;
using knowledge::Level;

constexpr size_t kMostSigns = 2;  // told in full on one card; the rest are named in `triage`
constexpr size_t kMostQuotes = 3;
constexpr size_t kMostDonts = 4;

std::string heading(Action action, const Wording& w) {
  switch (action) {
    case Action::kAmbulance:
      return w.text("card_heading_ambulance");
    case Action::kEmergencyDepartment:
      return w.text("card_heading_ed");
    case Action::kSameDay:
      return w.text("card_heading_same_day");
    case Action::kCrisisLine:
      return w.text("card_heading_crisis");
    default:
      return w.text("card_heading_soon");
  }
}

std::vector<CardAction> actions(Level level, Action action, const Wording& w) {
  std::vector<CardAction> result;
  const Numbers& n = w.numbers();
  if (action == Action::kCrisisLine && !n.crisis_tel.empty()) {
    result.push_back({"call", w.text("card_call_crisis"), "tel:" + n.crisis_tel});
  }
  if (level == Level::kEmergency && !n.emergency_tel.empty()) {
    result.push_back({"call", w.text("card_call"), "tel:" + n.emergency_tel});
  }
  if (level == Level::kUrgent && !n.urgent_tel.empty()) {
    result.push_back({"call", w.text("card_call_urgent"), "tel:" + n.urgent_tel});
  }
  return result;
}

std::string quotes_of(const std::vector<const FiredRule*>& signs) {
  std::vector<std::string> said;
  for (const auto* sign : signs) {
    for (const auto& quote : sign->because) {
      if (said.size() < kMostQuotes && std::find(said.begin(), said.end(), quote) == said.end()) {
        said.push_back(quote);
      }
    }
  }
  std::string result;
  for (const auto& quote : said) result += (result.empty() ? "“" : ", “") + quote + "”";
  return result;
}

void add_sign(CareCardBlock& card, const FiredRule& sign, const Wording& w) {
  const std::string& own = sign.carer ? sign.flag->say_carer : sign.flag->say;
  const std::string& ruled = sign.carer ? sign.rule->say_carer : sign.rule->say;
  card.items.push_back(w.filled(ruled.empty() ? own : ruled));
  if (!sign.flag->tell_staff.empty()) {
    const bool visit = sign.rule->level < Level::kUrgent;
    card.items.push_back(w.text(visit ? "card_tell_at_visit" : "card_tell_staff",
                                {{"words", w.filled(sign.flag->tell_staff)}}));
  }
}

// "drive yourself" said of somebody else
std::string of_them(std::string dont, const Wording& w) {
  constexpr std::string_view kOwn = "yourself";
  const size_t at = dont.find(kOwn);
  if (w.carer() && at != std::string::npos) dont.replace(at, kOwn.size(), "themselves");
  return dont;
}

void add_donts(CareCardBlock& card, const std::vector<const FiredRule*>& signs, const Wording& w) {
  std::vector<std::string> donts;
  for (const auto* sign : signs) {
    for (const auto& dont : sign->flag->dont) {
      if (donts.size() < kMostDonts && std::find(donts.begin(), donts.end(), dont) == donts.end()) {
        donts.push_back(dont);
      }
    }
  }
  if (donts.empty()) return;
  std::string line = w.text("card_dont_intro");
  for (size_t i = 0; i < donts.size(); ++i) {
    line += (i == 0 ? " " : "; ") + of_them(in_sentence(w.filled(donts[i])), w);
  }
  card.items.push_back(line + ".");
}

// What was told last goes first, then the most urgent.
std::vector<const FiredRule*> signs_told(const Disposition& d) {
  std::vector<const FiredRule*> signs;
  for (const bool fresh : {true, false}) {
    for (const FiredRule& fired : d.fired) {
      const bool counts =
          fired.rule->level == d.level || (fresh && fired.rule->level >= Level::kUrgent);
      if (fired.fresh == fresh && counts && signs.size() < kMostSigns) signs.push_back(&fired);
    }
  }
  return signs;
}

}  // namespace

CareCardBlock full_card(const Disposition& d, const Wording& w) {
  CareCardBlock card;
  card.level = d.level;
  card.pinned = true;
  const auto signs = signs_told(d);
  card.heading = heading(d.action, w);
  if (signs.empty()) card.items.push_back(w.text("matcher_failed"));
  if (const std::string quotes = quotes_of(signs); !quotes.empty()) {
    card.items.push_back(w.text("card_you_said", {{"quotes", quotes}}));
  }
  for (const auto* sign : signs) add_sign(card, *sign, w);
  add_donts(card, signs, w);
  const bool on_the_way = d.level == Level::kEmergency && d.action != Action::kCrisisLine;
  if (on_the_way) card.items.push_back(w.text("card_worse"));
  card.actions = actions(d.level, d.action, w);
  return card;
}

CareCardBlock reminder_card(const Disposition& d, const Wording& w) {
  const bool crisis = d.action == Action::kCrisisLine ||
                      std::any_of(d.fired.begin(), d.fired.end(), [](const FiredRule& fired) {
                        return fired.flag->id == kCrisisFlag && fired.rule->level >= Level::kUrgent;
                      });
  return {d.level,
          heading(d.action, w),
          {w.text(crisis ? "card_reminder_crisis" : "card_reminder")},
          actions(d.level, d.action, w),
          true};
}

CareCardBlock soon_card(const FiredRule& sign, const Wording& w) {
  CareCardBlock card;
  card.level = sign.rule->level;
  card.heading = heading(sign.rule->action, w);
  add_sign(card, sign, w);
  return card;
}

}  // namespace bot
