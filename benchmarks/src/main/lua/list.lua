request = function()
  return wrk.format("GET", "/api/products?limit=100")
end
