#include "bot/http/backlog.h"

#include <linux/filter.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <thread>

namespace bot::http {

namespace {

// A packet that asks for a connection: of the flags SYN and ACK it has SYN alone.
void drop_requests_to_connect(int listening_socket) {
  constexpr unsigned kFlagsAt = 13, kSyn = 0x02, kSynOrAck = 0x12, kWhole = 0xffffffff;
  std::array<sock_filter, 5> code = {{
      BPF_STMT(BPF_LD | BPF_B | BPF_ABS, kFlagsAt),
      BPF_STMT(BPF_ALU | BPF_AND | BPF_K, kSynOrAck),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kSyn, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, 0),
      BPF_STMT(BPF_RET | BPF_K, kWhole),
  }};
  const sock_fprog program{code.size(), code.data()};
  ::setsockopt(listening_socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program));
}

}  // namespace

void close_to_newcomers(int listening_socket) {
  using std::chrono::milliseconds;
  drop_requests_to_connect(listening_socket);
  constexpr int kLooks = 100, kQuietLooks = 2;
  int quiet = 0;
  for (int look = 0; look < kLooks && quiet < kQuietLooks; ++look) {
    std::this_thread::sleep_for(milliseconds(2));
    pollfd entry{listening_socket, POLLIN, 0};
    quiet = ::poll(&entry, 1, 0) == 0 ? quiet + 1 : 0;
  }
}

}  // namespace bot::http
