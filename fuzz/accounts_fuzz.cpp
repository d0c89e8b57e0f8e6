// The whole way from bytes to speeches, persons and keys.
#include <cstdint>
#include <string>

#include "fuzz/hold.h"
#include "readout/engine/account.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  static const Settings kSettings = default_settings();
  const Source source{"page.txt", std::string(fuzz::view(data, size)), "", ""};
  for (const Account& account : give_accounts(source, kSettings)) fuzz::hold_account(account);
  return 0;
}
