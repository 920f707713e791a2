-- Takes the ids of the next jobs. KEYS[1] = prefix; ARGV[1] = how many; ARGV[2] = how many kinds; then the kinds, and the
-- places that the worker reaches.
--
-- A spot is a kind, or a kind with the places that its jobs need. Each spot has a ring of owners, ordered by turn and then by
-- the rank of the owner's first job: a score holds both, the turn above the 32 bits of a rank in seconds. Owners take turns;
-- one that was away comes in at the current turn. An owner has one count of turns for all spots, so that in the ring of
-- another one he may stand further ahead than he should.
local prefix, wanted = KEYS[1], tonumber(ARGV[1])
local turns = prefix .. ':turns'
local current = tonumber(redis.call('hget', turns, 'current') or 0)
local heads = {}
local kinds = tonumber(ARGV[2])
local reached = {}
for i = 3 + kinds, #ARGV do
  reached[ARGV[i]] = true
end

local function ring(spot)
  return prefix .. ':ring:' .. spot
end

local function look(spot)
  local found = redis.call('zrange', ring(spot), 0, 0, 'withscores')
  heads[spot] = found[1] and { owner = found[1], score = tonumber(found[2]) } or nil
end

local function enter(spot, owner, turn, rank)
  redis.call('zadd', ring(spot), turn * 4294967296 + rank, owner)
end

local function reaches(places)
  for key in string.gmatch(places, '[^\n]+') do
    if not reached[key] then
      return false
    end
  end
  return true
end

local function look_at_places(kind)
  local waiting = prefix .. ':places:' .. kind
  for _, places in ipairs(redis.call('smembers', waiting)) do
    local spot = kind .. '@' .. places
    if reaches(places) then
      look(spot)
      if not heads[spot] then
        redis.call('srem', waiting, places)
      end
    end
  end
end

for i = 3, 2 + kinds do
  look(ARGV[i])
  if next(reached) then
    look_at_places(ARGV[i])
  end
end

local taken = {}
while #taken < wanted do
  local spot, head
  for candidate, first in pairs(heads) do
    if not head or first.score < head.score then
      spot, head = candidate, first
    end
  end
  if not head then
    break
  end
  local turn = math.floor(head.score / 4294967296)
  local due = tonumber(redis.call('hget', turns, head.owner) or 0)
  if due > turn then
    enter(spot, head.owner, due, head.score % 4294967296)
  else
    local line = prefix .. ':line:' .. spot .. ':' .. head.owner
    local id = redis.call('zpopmin', line)[1]
    if id then
      taken[#taken + 1] = id
      current = math.max(current, turn)
      redis.call('hset', turns, head.owner, turn + 1)
    end
    local after = redis.call('zrange', line, 0, 0, 'withscores')[2]
    if after then
      enter(spot, head.owner, turn + 1, math.floor(tonumber(after) / 1000))
    else
      redis.call('zrem', ring(spot), head.owner)
    end
  end
  look(spot)
end

if #taken > 0 then
  redis.call('hset', turns, 'current', current)
  redis.call('expire', turns, 86400)
end
return taken
