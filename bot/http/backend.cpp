#include "bot/http/backend.h"

#include "knowledge/library.h"

namespace bot::http {

Backend backend_for(Chat& chat, std::string program_version) {
  Backend backend;
  backend.answer = [&chat](const ChatRequest& request, Instant now) {
    return chat.answer(request, now);
  };
  backend.conversation = [&chat](const std::string& id, Instant now) {
    return chat.conversation(id, now);
  };
  backend.forget = [&chat](const std::string& id) { return chat.forget(id); };
  const knowledge::Library& library = chat.library();
  backend.topics = &library.topics();
  backend.content_version = library.content_version();
  backend.safety_text = knowledge::fill(library.reply("error_safety_text"),
                                        {{"EMERGENCY", numbers_for(chat.settings()).emergency}});
  backend.version = std::move(program_version);
  return backend;
}

}  // namespace bot::http
