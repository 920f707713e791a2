-- Takes the ids of the next jobs. KEYS[1] = prefix; ARGV[1] = how many; ARGV[2..] = kinds.
--
-- Each kind has a ring of owners, ordered by turn and then by the rank of the owner's first job: a score holds both, the
-- turn above the 32 bits of a rank in seconds. Owners take turns; one that was away comes in at the current turn. An owner
-- has one count of turns for all kinds, so that in the ring of another kind he may stand further ahead than he should.
local prefix, wanted = KEYS[1], tonumber(ARGV[1])
local turns = prefix .. ':turns'
local current = tonumber(redis.call('hget', turns, 'current') or 0)
local heads = {}

local function ring(kind)
  return prefix .. ':ring:' .. kind
end

local function look(kind)
  local found = redis.call('zrange', ring(kind), 0, 0, 'withscores')
  heads[kind] = found[1] and { owner = found[1], score = tonumber(found[2]) } or nil
end

local function place(kind, owner, turn, rank)
  redis.call('zadd', ring(kind), turn * 4294967296 + rank, owner)
end

for i = 2, #ARGV do
  look(ARGV[i])
end

local taken = {}
while #taken < wanted do
  local kind, head
  for candidate, first in pairs(heads) do
    if not head or first.score < head.score then
      kind, head = candidate, first
    end
  end
  if not head then
    break
  end
  local turn = math.floor(head.score / 4294967296)
  local due = tonumber(redis.call('hget', turns, head.owner) or 0)
  if due > turn then
    place(kind, head.owner, due, head.score % 4294967296)
  else
    local line = prefix .. ':line:' .. kind .. ':' .. head.owner
    local id = redis.call('zpopmin', line)[1]
    if id then
      taken[#taken + 1] = id
      current = math.max(current, turn)
      redis.call('hset', turns, head.owner, turn + 1)
    end
    local after = redis.call('zrange', line, 0, 0, 'withscores')[2]
    if after then
      place(kind, head.owner, turn + 1, math.floor(tonumber(after) / 1000))
    else
      redis.call('zrem', ring(kind), head.owner)
    end
  end
  look(kind)
end

if #taken > 0 then
  redis.call('hset', turns, 'current', current)
  redis.call('expire', turns, 86400)
end
return taken
