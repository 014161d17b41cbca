-- Every like is a new pair of visitor and product. Arguments: file with "token liker" lines, products, first pair.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  visitors = {}
  for line in io.lines(args[1]) do
    local token, liker = line:match("(%S+) (%S+)")
    visitors[#visitors + 1] = { Cookie = "visitor=" .. token, ["X-Liker"] = liker }
  end
  products = tonumber(args[2])
  n = tonumber(args[3]) + id
end

request = function()
  n = n + 2
  local visitor = visitors[math.floor(n / products) % #visitors + 1]
  return wrk.format("POST", "/api/products/" .. (n % products + 1) .. "/like", visitor)
end

-- wrk calls this once per answer; what is no success is counted by status in its summary.
