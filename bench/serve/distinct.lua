-- wrk: every request another address of a file, one a line; each thread begins at another place of it.
--   wrk -t2 -c32 -d10s --latency -s distinct.lua http://127.0.0.1:8317 -- ADDRESSES
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end
function init(args)
  addresses = {}
  for line in io.lines(args[1]) do addresses[#addresses + 1] = line end
  at = math.floor(number * #addresses / 2)
end
function request()
  at = at % #addresses + 1
  return wrk.format("GET", addresses[at])
end
