// A danger sign: which findings raise it, how urgent it is, and what to say and not to do.
//
// Source: the clinic's red flag table (see README, "How to add a red flag"). Const after loading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/evidence.h"

namespace knowledge {

enum class Level { kNone, kSoon, kUrgent, kEmergency };  // rising
enum class Action { kNone, kAppointment, kSameDay, kEmergencyDepartment, kAmbulance, kCrisisLine };

inline const std::vector<std::string_view> kLevelNames = {"none", "soon", "urgent", "emergency"};
inline const std::vector<std::string_view> kActionNames = {
    "none", "appointment", "same_day", "emergency_department", "ambulance", "crisis_line"};

inline std::string name(Level l) { return std::string(kLevelNames[static_cast<size_t>(l)]); }
inline std::string name(Action a) { return std::string(kActionNames[static_cast<size_t>(a)]); }

// Terms are finding ids. A term holds when the finding is present (or, for emergency and urgent
// rules, possible) and of now, in this message or an earlier one. "ever:ID" also takes past ones.
struct Condition {
  std::vector<std::string> all;  // every one of these
  std::vector<std::string> any;  // and at least `at_least` of these, when not empty
  int at_least = 1;
  std::vector<std::string> none;  // and none of these
};

struct Rule {
  Condition when;
  Level level = Level::kNone;
  Action action = Action::kNone;
  std::string why;        // for `explain` and the reader of the file
  std::string say;        // replaces the flag's own when not empty
  std::string say_carer;  // the same, of somebody in their care
};

// What to ask when a weak or unclear sign stands alone: the next thing Backtalk says.
struct Ask {
  Condition when;
  std::string question;             // yes must be the bad answer
  std::vector<std::string> if_yes;  // finding ids that a yes adds as present
  std::string why;                  // why we ask, in the patient's words
};

struct RedFlag {
  std::string id;     // "ces_saddle"
  std::string code;   // "RF-01"
  std::string title;  // in the patient's words
  std::vector<Rule> rules;
  std::vector<Ask> asks;
  std::string say;                // why it matters and what to do, to the patient
  std::string say_carer;          // the same, of somebody in their care
  std::string tell_staff;         // one sentence to read out on arrival; may be empty
  std::vector<std::string> dont;  // at most four, verb first ("Drive yourself")
  std::vector<std::string> sources;
  std::vector<std::string> examples;      // whole messages that must raise this flag
  std::vector<std::string> not_examples;  // whole messages that must stay below urgent
  Review review;
};

}  // namespace knowledge
