-- One product of 500, a different one each time.
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/api/products/" .. (n % 500 + 1))
end
