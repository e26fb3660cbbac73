-- What wrk asks: each thread has one connection and an account of its own, and takes its requests from a file in turn.
-- A line of the file is: thread, method, path, header, value, tag, body, with tabs between. A write has a key of its own
-- each time, and the tag that the answer before gave of the same thing.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  requests, place, sent, stamp = {}, 0, 0, arguments[2]
  local writes = false
  for line in io.lines(arguments[1]) do
    local thread, method, path, header, value, tag, body =
      line:match("^(%d+)\t(%S+)\t(%S+)\t(%S+)\t([^\t]*)\t([^\t]*)\t(.*)$")
    if tonumber(thread) == number then
      local headers = { [header] = value }
      if method == "POST" then headers["Content-Type"], writes = "application/json", true end
      table.insert(requests, { method = method, path = path, headers = headers, tag = tag, body = body })
    end
  end
  -- Only where a tag is looked for are answers handed to this file, which takes time.
  if not writes then response = nil end
end

function request()
  place = place % #requests + 1
  local one = requests[place]
  if one.method == "GET" then return wrk.format("GET", one.path, one.headers) end
  sent = sent + 1
  one.headers["Idempotency-Key"] = stamp .. "-" .. number .. "-" .. sent
  one.headers["If-Match"] = one.tag
  return wrk.format("POST", one.path, one.headers, one.body)
end

function response(status, headers, body)
  local one = requests[place]
  if one.method ~= "POST" then return end
  for name, value in pairs(headers) do
    if name:lower() == "etag" then one.tag = value end
  end
end

function done(summary, latency, requests)
  local failed = summary.errors
  io.write(string.format(
    "found %d %.6f %.3f %d\n", summary.requests, summary.duration / 1000000, latency:percentile(99) / 1000,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
