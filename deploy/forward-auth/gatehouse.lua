-- Asks Gatehouse for its verdict about a request (HAProxy 2.6 or newer), and says who makes it to the server behind.

local IDENTITY_HEADERS = { "x-user-id", "x-client-id", "x-scopes", "x-gatehouse-identity" }
local RELAYED_HEADERS = { "www-authenticate", "retry-after", "content-type", "cache-control" }
-- What the verdict depends on. Repeated headers are sent repeated, so that Gatehouse sees that they are.
local ASKED_HEADERS = {
  "authorization", "content-type", "content-encoding", "mcp-protocol-version", "mcp-method", "mcp-name", "user-agent",
  "traceparent",
}

-- HAProxy counts the values of a header from zero.
local function values_of(headers, name)
  local values = {}
  local found = headers[name]
  if found == nil then return values end
  for index = 0, #found do
    if found[index] ~= nil then table.insert(values, found[index]) end
  end
  return values
end

-- The body as far as it is whole: HAProxy holds no more than a buffer of it.
local function whole_body(txn, headers)
  local length = tonumber(values_of(headers, "content-length")[1] or "")
  local body = txn.f:req_body()
  if length == nil or body == nil or #body ~= length or length == 0 then return nil end
  return body
end

local function question(txn, headers, host)
  local asked = {
    ["host"] = { host },
    ["x-original-method"] = { txn.f:method() },
    ["x-forwarded-for"] = { txn.f:src() },
  }
  for _, name in ipairs(ASKED_HEADERS) do
    local values = values_of(headers, name)
    if #values > 0 then asked[name] = values end
  end
  return asked
end

local function refuse(txn, response)
  local reply = txn:reply({ status = response.status })
  for _, name in ipairs(RELAYED_HEADERS) do
    for _, value in ipairs(values_of(response.headers, name)) do
      reply:add_header(name, value)
    end
  end
  reply:set_body(response.body or "")
  txn:done(reply)
end

-- Only these reach the client as they are; whatever else goes wrong between the two is not the client's doing.
local RELAYED_STATUS = { [400] = true, [401] = true, [403] = true, [413] = true, [415] = true, [429] = true }

local function unavailable(txn)
  local reply = txn:reply({ status = 503 })
  reply:add_header("retry-after", "5")
  txn:done(reply)
end

core.register_action("gatehouse", { "http-req" }, function(txn, base, host, upstream)
  local headers = txn.http:req_get_headers()
  for _, name in ipairs(IDENTITY_HEADERS) do
    txn.http:req_del_header(name)
  end
  -- Servers that read headers as CGI and WSGI do take X_User_Id for X-User-Id, and Mcp_Name for Mcp-Name.
  for name in pairs(headers) do
    if name:find("_", 1, true) then txn.http:req_del_header(name) end
  end
  -- What a client names here a server may take away, who calls included.
  txn.http:req_del_header("connection")
  local asked = question(txn, headers, host)
  local body = whole_body(txn, headers)
  local url = base .. "/forward-auth/" .. upstream
  local response
  if body ~= nil then
    -- Only where the client says nothing: the server behind obeys what it says, a charset for one.
    asked["content-type"] = asked["content-type"] or { "application/json" }
    response = core.httpclient():post({ url = url, headers = asked, body = body })
  else
    response = core.httpclient():get({ url = url, headers = asked })
  end
  if response == nil or response.status == nil then return unavailable(txn) end
  if response.status ~= 200 then
    if RELAYED_STATUS[response.status] then return refuse(txn, response) end
    return unavailable(txn)
  end
  for _, name in ipairs(IDENTITY_HEADERS) do
    for _, value in ipairs(values_of(response.headers, name)) do
      txn.http:req_add_header(name, value)
    end
  end
end, 3)
