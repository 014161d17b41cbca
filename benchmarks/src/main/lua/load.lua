-- One run of a workload. Arguments:
--   one FIRST PRODUCTS | list | like FIRST PRODUCTS LANE LANES FILE VISITORS
-- Every like of a run is a new pair of visitor and product; lanes are programs that share the pairs. The file has a line
-- "token liker" for each visitor, all of one length.
local kind, first, products, n, step, file, visitors, width, current, headers

function init(args)
  kind, first, products = args[1], tonumber(args[2]), tonumber(args[3])
  n, step = tonumber(args[4] or 0), tonumber(args[5] or 1)
  if kind == "like" then
    file, visitors = assert(io.open(args[6])), tonumber(args[7])
    width = #file:read("*l") + 1
  end
end

local function visitor(number)
  if number ~= current then
    file:seek("set", number * width)
    local token, liker = file:read("*l"):match("(%S+) (%S+)")
    current, headers = number, { Cookie = "visitor=" .. token, ["X-Liker"] = liker }
  end
  return headers
end

local function like(number)
  local round = math.floor(number / products)
  local product = first + number % products + math.floor(round / visitors)
  return wrk.format("POST", "/api/products/" .. product .. "/like", visitor(round % visitors))
end

function request()
  local number = n
  n = n + step
  if kind == "like" then
    return like(number)
  elseif kind == "list" then
    return wrk.format("GET", "/api/products?limit=100")
  end
  return wrk.format("GET", "/api/products/" .. (first + number * 7919 % products))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
