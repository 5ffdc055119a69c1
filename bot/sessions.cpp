// Entry point: new_conversation_id.
#include "bot/sessions.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace bot {

std::string new_conversation_id() {
  std::array<unsigned char, 32> bytes{};
  for (size_t have = 0; have < bytes.size();) {
    const ssize_t got = ::getrandom(bytes.data() + have, bytes.size() - have, 0);
    if (got > 0) {
      have += static_cast<size_t>(got);
    } else if (errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "getrandom");
    }
  }
  constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string id;
  unsigned buffer = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    buffer = buffer << 8 | byte;
    for (bits += 8; bits >= 6; bits -= 6) id += kAlphabet[buffer >> (bits - 6) & 63];
  }
  if (bits > 0) id += kAlphabet[buffer << (6 - bits) & 63];
  return id;
}

}  // namespace bot
