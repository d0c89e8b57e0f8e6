#include "server/guest_book.h"

#include <sys/socket.h>

namespace readout {

void GuestBook::move(Guest* guest, std::list<Guest>& shelf) {
  shelf.splice(shelf.end(), *guest->shelf, guest->place);
  guest->shelf = &shelf;
}

void GuestBook::cut(Guest& guest) {
  guest.is_cut = true;
  shutdown(guest.socket, SHUT_RDWR);
  move(&guest, leaving_);
}

void GuestBook::make_room() {
  const std::size_t here = fresh_.size() + rested_.size() + busy_.size();
  if (here <= limits_.most) return;
  if (!fresh_.empty())
    cut(fresh_.front());
  else if (!rested_.empty())
    cut(rested_.front());
}

GuestBook::Guest* GuestBook::enter(int socket, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  fresh_.push_back({socket, Part::waiting, now, false, false, {}, &fresh_});
  Guest& guest = fresh_.back();
  guest.place = std::prev(fresh_.end());
  make_room();
  return &guest;
}

void GuestBook::turn_to(Guest* guest, Part part, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  guest->part = part;
  guest->since = now;
  if (guest->is_cut) return;
  if (part != Part::waiting) guest->has_asked = true;
  move(guest, part == Part::waiting ? rested_ : busy_);
}

void GuestBook::strike(Guest* guest) {
  const std::lock_guard lock(mutex_);
  guest->shelf->erase(guest->place);
}

void GuestBook::cut_overdue(Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  for (std::list<Guest>* shelf : {&fresh_, &rested_})
    while (!shelf->empty() && now - shelf->front().since > limits_.waiting) cut(shelf->front());
  for (auto guest = busy_.begin(); guest != busy_.end();) {
    Guest& here = *guest++;
    const bool late = (here.part == Part::receiving && now - here.since > limits_.receiving) ||
                      (here.part == Part::sending && now - here.since > limits_.sending);
    if (late) cut(here);
  }
}

}  // namespace readout
