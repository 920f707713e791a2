-- Puts jobs in line. KEYS[1] = prefix; ARGV = kind, place, owner, rank, id for each job. Offering a job twice changes nothing.
local prefix = KEYS[1]
local turns = prefix .. ':turns'
local current = tonumber(redis.call('hget', turns, 'current') or 0)

for i = 1, #ARGV, 5 do
  local kind, place, owner, rank, id = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  local spot = kind
  if place ~= '' then
    spot = kind .. '@' .. place
    redis.call('sadd', prefix .. ':places:' .. kind, place)
  end
  local line = prefix .. ':line:' .. spot .. ':' .. owner
  redis.call('zadd', line, rank, id)
  local first = tonumber(redis.call('zrange', line, 0, 0, 'withscores')[2])
  local turn = math.max(current, tonumber(redis.call('hget', turns, owner) or 0))
  redis.call('zadd', prefix .. ':ring:' .. spot, turn * 4294967296 + math.floor(first / 1000), owner)
end

redis.call('publish', prefix .. ':notices', 'work')
return #ARGV / 5
