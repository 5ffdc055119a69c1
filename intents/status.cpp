#include "intents/status.h"

namespace intents {

bool counts_now(const Status& status, FindingClass cls) {
  // A disease of long ago still counts; one that is only feared does not.
  const bool time_fits =
      status.time == Time::kNow || (cls == FindingClass::kDisease && status.time != Time::kFuture);
  return status.polarity != Polarity::kAbsent && time_fits && status.mode == Mode::kReport &&
         status.who != Who::kNobody;
}

const char* name(Polarity p) {
  return p == Polarity::kPresent ? "present" : p == Polarity::kAbsent ? "absent" : "possible";
}

const char* name(Time t) {
  switch (t) {
    case Time::kNow:
      return "now";
    case Time::kPast:
      return "past";
    case Time::kLongStanding:
      return "long_standing";
    case Time::kFuture:
      return "future";
  }
  return "now";
}

const char* name(Who w) { return w == Who::kSelf ? "self" : w == Who::kOther ? "other" : "nobody"; }

const char* name(Mode m) {
  switch (m) {
    case Mode::kReport:
      return "report";
    case Mode::kQuestion:
      return "question";
    case Mode::kHypothetical:
      return "hypothetical";
    case Mode::kIdiom:
      return "idiom";
  }
  return "report";
}

}  // namespace intents
