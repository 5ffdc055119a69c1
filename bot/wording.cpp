// Entry points: Wording, common_slots, in_sentence.
#include "bot/wording.h"

namespace bot {

Slots common_slots(const Settings& settings, const knowledge::Library& library) {
  const Numbers n = numbers_for(settings);
  Slots slots = {{"EMERGENCY", n.emergency},
                 {"URGENT_LINE", n.urgent_line},
                 {"CRISIS", n.crisis},
                 {"POISON", n.poison},
                 {"CLINIC", settings.clinic_name},
                 {"CONTACT", settings.clinic_contact},
                 {"MATERNITY", "your maternity unit"}};
  const auto* reply = settings.clinic_contact.empty() ? "person_no_contact" : "person_contact";
  slots["CONTACT_LINE"] = knowledge::fill(library.reply(reply), slots);
  return slots;
}

Wording::Wording(const knowledge::Library& library, const Settings& settings, int turn, bool carer)
    : library_(library),
      settings_(settings),
      numbers_(numbers_for(settings)),
      slots_(common_slots(settings, library)),
      turn_(static_cast<size_t>(turn)),
      carer_(carer) {}

std::string Wording::text(std::string_view id, const Slots& more) const {
  Slots slots = slots_;
  for (const auto& [name, value] : more) slots[name] = value;
  if (id == "person_contact" && settings_.clinic_contact.empty()) id = "person_no_contact";
  if (carer_) {
    const std::string& for_carer = library_.reply(std::string(id) + "_carer", turn_);
    if (!for_carer.empty()) return knowledge::fill(for_carer, slots);
  }
  return knowledge::fill(library_.reply(id, turn_), slots);
}

std::string in_sentence(std::string title) {
  const auto upper = [&](size_t i) {
    return i < title.size() && title[i] >= 'A' && title[i] <= 'Z';
  };
  if (upper(0) && !upper(1)) title[0] += 'a' - 'A';
  const size_t open = title.find(" ("), close = title.find(')');
  if (open < close && close != std::string::npos) title.erase(open, close + 1 - open);
  if (const size_t colon = title.find(": "); colon != std::string::npos) title.resize(colon);
  return title;
}

std::string Wording::filled(std::string_view text) const { return knowledge::fill(text, slots_); }

}  // namespace bot
