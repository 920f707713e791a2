-- Puts jobs in line. KEYS[1] = prefix; ARGV = kind, owner, rank, id for each job. Offering a job twice changes nothing.
local prefix = KEYS[1]
local turns = prefix .. ':turns'
local current = tonumber(redis.call('hget', turns, 'current') or 0)

for i = 1, #ARGV, 4 do
  local kind, owner, rank, id = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  local line = prefix .. ':line:' .. kind .. ':' .. owner
  redis.call('zadd', line, rank, id)
  local first = tonumber(redis.call('zrange', line, 0, 0, 'withscores')[2])
  local turn = math.max(current, tonumber(redis.call('hget', turns, owner) or 0))
  redis.call('zadd', prefix .. ':ring:' .. kind, turn * 4294967296 + math.floor(first / 1000), owner)
end

redis.call('publish', prefix .. ':notices', 'work')
return #ARGV / 4
