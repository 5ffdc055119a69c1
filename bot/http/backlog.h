// Closing a listening socket without resetting anybody.
//
// The system accepts connections before the program does. Closing the listening socket resets those
// that wait there, though their clients may have sent a request already.
#pragma once

namespace bot::http {

// From now on nobody new is let in: they try again a second later, and find the port closed.
// Returns when those who are in have been taken from the socket by the thread that accepts, or
// after a moment. Where the system cannot filter, only the waiting is done.
void close_to_newcomers(int listening_socket);

}  // namespace bot::http
