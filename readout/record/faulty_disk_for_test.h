// FaultyDisk: SQLite's own disk, of which the n-th write, and every one after it, fails: a full disk, a broken one. For
// tests of this room only; while one lives, every database that is opened goes through it.
#pragma once

#include <sqlite3.h>

#include <cstring>

namespace readout {

class FaultyDisk {
 public:
  FaultyDisk() {
    state() = State{};
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    state().real = real;
    vfs_ = *real;
    vfs_.zName = "faulty";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    vfs_.xOpen = &open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(state().real, 1);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // From now on `writes` go well, then all fail with `code`.
  void fail_after(int writes, int code) {
    state().left = writes;
    state().code = code;
    state().failed = false;
  }
  void heal() { state().left = -1; }
  bool has_failed() const { return state().failed; }

 private:
  struct State {
    sqlite3_vfs* real = nullptr;
    int left = -1;
    int code = SQLITE_OK;
    bool failed = false;
  };

  struct File {
    sqlite3_file base;
    sqlite3_file* real;
  };

  static State& state() {
    static State state;
    return state;
  }

  static bool breaks() {
    State& now = state();
    if (now.left < 0) return false;
    if (now.left > 0) {
      --now.left;
      return false;
    }
    now.failed = true;
    return true;
  }

  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* faulty = reinterpret_cast<File*>(file);
    faulty->base.pMethods = nullptr;
    faulty->real = reinterpret_cast<sqlite3_file*>(faulty + 1);
    const int code = state().real->xOpen(state().real, name, faulty->real, flags, out_flags);
    if (code == SQLITE_OK) faulty->base.pMethods = methods();
    return code;
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods methods = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, n, at);
      };
      m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        return breaks() ? state().code : real(f)->pMethods->xWrite(real(f), from, n, at);
      };
      m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); };
      m.xSync = [](sqlite3_file* f, int flags) { return real(f)->pMethods->xSync(real(f), flags); };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
      m.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* is) {
        return real(f)->pMethods->xCheckReservedLock(real(f), is);
      };
      m.xFileControl = [](sqlite3_file* f, int op, void* p) { return real(f)->pMethods->xFileControl(real(f), op, p); };
      m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
      };
      m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) {
        return real(f)->pMethods->xShmLock(real(f), at, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
      return m;
    }();
    return &methods;
  }

  sqlite3_vfs vfs_{};
};

}  // namespace readout
