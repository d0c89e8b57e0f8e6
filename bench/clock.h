#pragma once

namespace readout::bench {

// CPU time of the whole process, all threads, in seconds.
double cpu_s();

}  // namespace readout::bench
