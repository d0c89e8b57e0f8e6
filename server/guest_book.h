// GuestBook: every connection, what it is doing, and since when: so that none may take its time. The HTTP library cuts
// what is idle; a client that sends or takes one byte every few seconds is never idle, so the whole of each part is
// measured here:
//
//   waiting     connected, or answered, and no whole header since
//   receiving   the body comes in
//   answering   the answer is being made: no limit, that is our own time
//   sending     the answer goes out
//
// GuestLimits says how long each may take. Overdue connections are shut down, and the HTTP library then closes them.
// Where there are more than `most`, whoever has waited longest goes first, of those that never asked anything before
// those that did: so an idle crowd keeps nobody out, and all clients of a computer may share its one address.
//
// A guest's socket stays open while it stands in the book: strike() comes before the socket is closed. Threads: any.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>

namespace readout {

struct GuestLimits {
  std::chrono::milliseconds waiting{15'000};
  std::chrono::milliseconds receiving{20'000};
  std::chrono::milliseconds sending{60'000};
  std::size_t most = 10'000;
};

class GuestBook {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Part { waiting, receiving, answering, sending };

  struct Guest {
    int socket = -1;
    Part part = Part::waiting;
    Clock::time_point since;
    bool has_asked = false;
    bool is_cut = false;
    std::list<Guest>::iterator place;
    std::list<Guest>* shelf = nullptr;
  };

  explicit GuestBook(GuestLimits limits) : limits_(limits) {}

  Guest* enter(int socket, Clock::time_point now);
  void turn_to(Guest* guest, Part part, Clock::time_point now);
  void strike(Guest* guest);

  void cut_overdue(Clock::time_point now);

 private:
  void move(Guest* guest, std::list<Guest>& shelf);
  void cut(Guest& guest);
  void make_room();

  const GuestLimits limits_;
  std::mutex mutex_;
  // Who waits, longest first; who never asked anything, and who did.
  std::list<Guest> fresh_;
  std::list<Guest> rested_;
  std::list<Guest> busy_;
  std::list<Guest> leaving_;
};

}  // namespace readout
