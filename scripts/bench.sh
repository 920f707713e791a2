#!/usr/bin/env bash
# ./obox bench [name…]: measures a platform of its own, on data of its own, and prints a table. Nothing is asserted.
# Loads go to the loopback address only, for BENCH_SECONDS each, after longer ones for which the code gets compiled.

BENCH_ALL=(start memory list create search queue swap page guest)
BENCH_SECONDS=${OBOX_BENCH_SECONDS:-10}
BENCH_CONNECTIONS=16
# One user has all VMs of a run, which are more than people are given.
BENCH_QUOTAS=(OBOX_QUOTA_VMS=1000000 OBOX_QUOTA_VCPUS=1000000 OBOX_QUOTA_MEMORY_MIB=1000000000 OBOX_QUOTA_DISK_GIB=1000000)

bench() {
  local name names=("$@")
  ((${#names[@]})) || names=("${BENCH_ALL[@]}")
  for name in "${names[@]}"; do
    [[ " ${BENCH_ALL[*]} " == *" $name "* ]] || fail "unknown benchmark $name: there are ${BENCH_ALL[*]}"
  done
  build_ensure
  bench_needs wrk wrk
  bench_needs jq jq
  bench_needs curl curl
  export "${BENCH_QUOTAS[@]}"
  BENCH_DIR=$(mktemp -d "${TMPDIR:-/tmp}/obox-bench.XXXXXX")
  trap bench_end EXIT
  printf '%-28s %14s   %s\n' benchmark figure unit
  bench_boot first simulated
  # always in this order: some go on with the platform of those before, and the last one runs real guests
  for name in "${BENCH_ALL[@]}"; do
    [[ " ${names[*]} " != *" $name "* ]] || "bench_$name"
  done
}

bench_needs() {
  command -v "$1" >/dev/null || hypervisor_install_packages "$2" || fail "$1 is needed to measure: install it (Debian: apt-get install $2)"
}

bench_row() { printf '%-28s %14s   %s\n' "$1" "$2" "$3"; }

bench_obox() { "$OBOX_ROOT/$( [[ -n $OBOX_CHECKOUT ]] && echo obox || echo bin/obox )" "$@"; }

bench_free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    instance_port_used "$port" || { echo "$port"; return 0; }
  done
}

# bench_boot FOLDER BACKEND: a platform without a past.
bench_boot() {
  BENCH_DATA=$BENCH_DIR/$1
  BENCH_PORT=$(bench_free_port)
  BENCH_URL=http://127.0.0.1:$BENCH_PORT
  ADMIN_EMAIL=bench@example.org ADMIN_PASSWORD=bench-password-1 \
    OBOX_QUOTA_VMS=1000000 OBOX_QUOTA_VCPUS=1000000 OBOX_QUOTA_MEMORY_MIB=1000000000 OBOX_QUOTA_DISK_GIB=1000000000 \
    bench_obox up --detach --port "$BENCH_PORT" --data "$BENCH_DATA" --backend "$2" >"$BENCH_DIR/up.log" 2>&1 ||
    { cat "$BENCH_DIR/up.log" >&2; fail "the platform to be measured does not start"; }
  bench_login
}

bench_login() {
  curl -sf -c "$BENCH_DIR/cookies" -H 'Content-Type: application/json' -o /dev/null \
    -d '{"email":"bench@example.org","password":"bench-password-1"}' "$BENCH_URL/api/auth/login" ||
    fail "login failed at $BENCH_URL"
  BENCH_COOKIE=$(awk '$6 ~ /^obox_access_/ {print $6 "=" $7}' "$BENCH_DIR/cookies")
}

bench_get() { curl -sf -b "$BENCH_DIR/cookies" "$BENCH_URL$1"; }

bench_stop() { [[ -z ${BENCH_DATA:-} ]] || bench_obox down --data "$BENCH_DATA" >/dev/null 2>&1; }

bench_end() {
  bench_stop
  rm -rf "$BENCH_DIR"
}

# The second start of a data folder, as every start but the first one is; the median of five.
bench_start() {
  local began times=() i
  for i in 1 2 3 4 5; do
    bench_stop
    began=${EPOCHREALTIME/./}
    ADMIN_PASSWORD=bench-password-1 bench_obox up --detach --port "$BENCH_PORT" --data "$BENCH_DATA" \
      --backend simulated >"$BENCH_DIR/up.log" 2>&1 || fail "start $i failed: $(tail -n 1 "$BENCH_DIR/up.log")"
    times+=($(((${EPOCHREALTIME/./} - began) / 1000)))
  done
  bench_row "cold start to /readyz" "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)" "ms (median of 5)"
  bench_login
}

bench_memory() {
  local pid
  pid=$(<"$BENCH_DATA/run/pid")
  bench_row "memory of the platform" "$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")" "MiB resident"
}

# bench_wrk SCRIPT PATH: leaves requests/s in RATE, the 99th percentile in P99, answers that were no success in BAD.
bench_wrk() {
  wrk -t 1 -c "$BENCH_CONNECTIONS" -d "${BENCH_SECONDS}s" --latency -H "Cookie: $BENCH_COOKIE" \
    ${1:+-s "$1"} "$BENCH_URL$2" >"$BENCH_DIR/wrk.txt" 2>&1 || fail "wrk failed: $(tail -n 1 "$BENCH_DIR/wrk.txt")"
  RATE=$(awk '/^Requests\/sec/ {print int($2)}' "$BENCH_DIR/wrk.txt")
  P99=$(awk '$1 == "99%" {print $2}' "$BENCH_DIR/wrk.txt")
  BAD=$(awk '/Non-2xx/ {print $NF}' "$BENCH_DIR/wrk.txt")
}

bench_image() { bench_get /api/images | jq -r '.items[0].id'; }

bench_create_vms() {
  local i image
  image=$(bench_image)
  for ((i = 1; i <= $1; i++)); do
    curl -sf -b "$BENCH_DIR/cookies" -H 'Content-Type: application/json' -o /dev/null "$BENCH_URL/api/vms" \
      -d "{\"name\":\"listed-$i\",\"imageId\":\"$image\",\"vcpus\":1,\"memoryMib\":128,\"diskGib\":1}" || fail "a VM was refused"
  done
  until [[ $(bench_get '/api/vms?limit=200' | jq '[.items[] | select(.state != "RUNNING")] | length') == 0 ]]; do
    sleep 0.5
  done
}

bench_list() {
  bench_create_vms 50
  BENCH_SECONDS=$((3 * BENCH_SECONDS)) bench_wrk '' '/api/vms?limit=50' # warms up
  bench_wrk '' '/api/vms?limit=50'
  bench_row "list of 50 VMs" "$RATE" "requests/s (p99 $P99, ${BAD:-0} failed)"
}

# bench_create_script FILE NAME: a load of requests for VMs whose names begin so.
bench_create_script() {
  cat >"$1" <<LUA
local n = 0
request = function()
  n = n + 1
  local body = '{"name":"$2' .. os.time() .. '-' .. n .. '","imageId":"$(bench_image)","vcpus":1,"memoryMib":64,"diskGib":1}'
  return wrk.format("POST", "/api/vms", {["Content-Type"] = "application/json", ["Cookie"] = "$BENCH_COOKIE"}, body)
end
LUA
}

bench_create() {
  bench_create_script "$BENCH_DIR/create.lua" c
  BENCH_SECONDS=$((4 * BENCH_SECONDS)) bench_wrk "$BENCH_DIR/create.lua" /api/vms # warms up, and leaves room on the host
  bench_wrk "$BENCH_DIR/create.lua" /api/vms
  bench_row "create VM (simulated)" "$RATE" "requests/s (p99 $P99, ${BAD:-0} failed)"
}

# What is asked of 10,000 VMs: each kind of term, with many hits and with none, each order, counts, and all of it together.
BENCH_SEARCHES=('' sort=createdAt sort=name sort=-name sort=state sort=-vcpus sort=memoryMib sort=-diskGib
  count=true count=states 'count=states&q=state:stopped'
  q=state:running q=state:stopped,failed q=state:failed q=-state:running
  q=web q=-web q=found-nowhere q=name:web-4711 'q=name~b-47' 'q=name~nowhere' 'q=name~b-47&sort=name'
  q=tag:prod q=tag:=prod/zone-7 q=tag:prod/ 'q=tag~zone-7' q=tag:nowhere 'q=tag~nowhere' q=-tag:prod
  q=192.0.2 'q=address~198.51' q=address:203.0.113.9
  q=host:host-3 'q=host~host' q=host:nowhere q=-host:host-3 q=image:tiny q=-image:tiny q=owner:bench@example.org 'q=owner~nobody'
  'q=owner:bench@example.org+image~tiny+host~host+name~web+tag:prod+state:running&sort=-name&count=states'
  "q=$(printf 'nowhere-%s+' {1..30})" "q=name~$(printf 'nowhere-%s,' {1..29})nowhere&sort=name")

# Pages of a hundred out of 10,000 VMs, down to the last one. They are made by way of the API, a hundred with each request, on ten hosts that take no time.
bench_search() {
  local query
  bench_stop
  OBOX_SIMULATED_CREATE_MILLIS=0 OBOX_SIMULATED_BOOT_MILLIS=0 bench_boot search simulated
  bench_hosts 9
  bench_create_batches 100
  for query in "${BENCH_SEARCHES[@]}"; do bench_pages "$query" 10; done # warms up
  for query in "${BENCH_SEARCHES[@]}"; do
    bench_pages "$query" 100
    bench_row "page of $(bench_short "${query:-all}")" "$(bench_share 50)" "ms (99 % $(bench_share 99), slowest $(bench_share 100))"
  done
}

bench_short() { ((${#1} <= 40)) && echo "$1" || echo "${1:0:40}…"; }

# bench_hosts N: so many simulated hosts more.
bench_hosts() {
  local i
  for ((i = 1; i <= $1; i++)); do
    printf '%s\n' "name = host-$i" 'createMillis = 0' 'bootMillis = 0' 'powerMillis = 0' \
      >"$BENCH_DATA/conf/io.obox.provisioner.simulated-host$i.cfg"
  done
  bench_until 0 /api/hosts '[.items[] | select(.state == "UP")] | length - '$(($1 + 1))
}

# bench_create_batches N: so many times a hundred VMs that differ in what can be searched and sorted; every tenth hundred is off.
bench_create_batches() {
  local i image name
  image=$(bench_get /api/images | jq -r '.items[] | select(.name == "tiny") | .id')
  for ((i = 0; i < $1; i++)); do
    name=$( ((i % 2)) && echo web || echo db)
    curl -sf -b "$BENCH_DIR/cookies" -H 'Content-Type: application/json' -o /dev/null "$BENCH_URL/api/vms" -d "{
      \"name\":\"$name-{n}\",\"count\":100,\"firstNumber\":$((100 * i)),\"imageId\":\"$image\",\"vcpus\":$((1 + i % 4)),
      \"memoryMib\":$((64 + i)),\"diskGib\":$((1 + i % 3)),\"tags\":[\"prod/zone-$((i % 50))\",\"off-$((i % 10 == 9))\"]}" ||
      fail "a hundred VMs were refused"
  done
  bench_until 0 '/api/vms?limit=1&count=true&q=-state:running,failed' .total
  curl -sf -b "$BENCH_DIR/cookies" -H 'Content-Type: application/json' -o /dev/null "$BENCH_URL/api/vms/actions" \
    -d '{"action":"stop","q":"tag:off-1"}' || fail "many VMs were not stopped"
  bench_until $((10 * $1)) '/api/vms?limit=1&count=true&q=state:stopped' .total
  bench_row "VMs to search" "$(bench_get '/api/vms?limit=1&count=true' | jq .total)" VMs
}

# bench_until VALUE PATH FILTER: waits until jq finds that in the answer.
bench_until() {
  until [[ $(bench_get "$2" | jq "$3") == "$1" ]]; do sleep 0.5; done
}

# bench_pages QUERY N: so many pages, from the first on, and from the first again after the last; the times of their answers, sorted.
bench_pages() {
  local i cursor='' page limit=100
  : >"$BENCH_DIR/times"
  for ((i = 0; i < $2; i++)); do
    page=$(curl -sf -b "$BENCH_DIR/cookies" -w '%{stderr}%{time_total}\n' "$BENCH_URL/api/vms?limit=$limit&$1${cursor:+&cursor=$cursor}" \
      2>>"$BENCH_DIR/times") || fail "a search was refused: $1"
    [[ ${page##*\"nextCursor\":} =~ ^\"([^\"]*) ]] && cursor=${BASH_REMATCH[1]} || cursor=''
    # what is asked for once more is not to be answered from memory
    [[ -n $cursor ]] || limit=$((100 + i % 50))
  done
  sort -n -o "$BENCH_DIR/times" "$BENCH_DIR/times"
}

# bench_share PERCENT: within how many milliseconds so many of the pages were answered.
bench_share() {
  awk -v percent="$1" '{t[NR] = $1 * 1000} END {n = int((NR * percent + 99) / 100); printf "%.1f", t[n]}' "$BENCH_DIR/times"
}

bench_queue() {
  local jar answer
  bench_stop
  bench_boot queue simulated
  jar=$OBOX_ROOT/itests/bench/target/obox-bench-$OBOX_VERSION.jar
  [[ -n $OBOX_CHECKOUT ]] || { bench_row "queue" "-" "needs a checkout"; return 0; }
  [[ -f $jar ]] || (cd "$OBOX_ROOT" && ./mvnw -q -B -pl itests/bench -am package -DskipTests) >"$BENCH_DIR/build.log" 2>&1 ||
    fail "the bundle that measures could not be built: $(grep -m 1 ERROR "$BENCH_DIR/build.log")"
  bench_obox shell --data "$BENCH_DATA" "felix:start file:$jar" >/dev/null 2>&1
  bench_obox shell --data "$BENCH_DATA" 'obox:benchqueue 10000' >/dev/null # warms up
  answer=$(bench_obox shell --data "$BENCH_DATA" 'obox:benchqueue 10000')
  bench_row "queue, in" "$(jq .inPerSecond <<<"$answer")" "jobs/s at 10,000"
  bench_row "queue, through" "$(jq .donePerSecond <<<"$answer")" "jobs/s at 10,000 ($(jq .runs <<<"$answer") runs)"
}

# The longest time for which a client that asks all the time is not answered while the vm bundle is replaced.
bench_swap() {
  local jar worst
  bench_needs unzip unzip
  bench_needs zip zip
  jar=$(bench_newer "$OBOX_HOME/repository/io/obox/obox-vm/$OBOX_VERSION/obox-vm-$OBOX_VERSION.jar")
  : >"$BENCH_DIR/times"
  (while [[ ! -e $BENCH_DIR/swapped ]]; do
    curl -s -b "$BENCH_DIR/cookies" -o /dev/null -w '%{time_total} %{http_code}\n' "$BENCH_URL/api/vms?limit=1"
  done >"$BENCH_DIR/times") &
  bench_obox shell --data "$BENCH_DATA" "obox:update $jar" >"$BENCH_DIR/update.txt"
  touch "$BENCH_DIR/swapped"
  wait $!
  grep -q 'took over' "$BENCH_DIR/update.txt" || fail "the vm bundle was not replaced: $(tail -n 1 "$BENCH_DIR/update.txt")"
  worst=$(sort -n "$BENCH_DIR/times" | tail -n 1 | awk '{print int($1 * 1000)}')
  bench_row "replacing the vm bundle" "$worst" "ms, the slowest of $(wc -l <"$BENCH_DIR/times") answers ($(grep -vc ' 200$' "$BENCH_DIR/times") failed)"
}

# The same code under a higher version.
bench_newer() {
  local copy=$BENCH_DIR/newer
  mkdir -p "$copy/META-INF" && cp "$1" "$copy/newer.jar" &&
    unzip -p "$1" META-INF/MANIFEST.MF | sed 's/^Bundle-Version: [^\r]*/Bundle-Version: 99.0.0/' >"$copy/META-INF/MANIFEST.MF" &&
    (cd "$copy" && zip -q newer.jar META-INF/MANIFEST.MF)
  echo "$copy/newer.jar"
}

# The page in Chromium, on a platform of its own with a thousand VMs: how heavy it is, how soon it is there, how it bears them.
bench_page() {
  local name figure unit
  [[ -n $OBOX_CHECKOUT ]] || { bench_row "page" "-" "needs a checkout"; return 0; }
  command -v "${OBOX_CHROMIUM:-chromium}" >/dev/null || { bench_row "page" "-" "needs Chromium (Debian: apt-get install chromium)"; return 0; }
  bench_stop
  bench_boot page simulated
  # guests that are only pretended cost nothing but time: many at once
  mkdir -p "$BENCH_DATA/conf"
  echo 'workers = 64' >"$BENCH_DATA/conf/io.obox.queue.cfg"
  (cd "$OBOX_ROOT/ui" && ADMIN_EMAIL=bench@example.org ADMIN_PASSWORD=bench-password-1 OBOX_URL=$BENCH_URL \
    BENCH_FIGURES=$BENCH_DIR/figures npx playwright test --config e2e/bench.config.ts --output "$BENCH_DIR/page-results") \
    >"$BENCH_DIR/page.log" 2>&1 || { tail -n 30 "$BENCH_DIR/page.log" >&2; fail "the page could not be measured"; }
  while IFS=$'\t' read -r name figure unit; do bench_row "$name" "$figure" "$unit"; done <"$BENCH_DIR/figures"
}

# From the request for a VM to its answer on SSH, on this machine's hypervisor.
bench_guest() {
  bench_stop
  hypervisor_up >/dev/null 2>&1 || { bench_row "guest, create to SSH" "-" "no hypervisor on this machine"; return 0; }
  bench_boot guest libvirt
  local began key job address image
  ssh-keygen -q -t ed25519 -N '' -f "$BENCH_DIR/key"
  key=$(<"$BENCH_DIR/key.pub")
  image=$(bench_get /api/images | jq -r '.items[] | select(.name == "tiny") | .id')
  began=${EPOCHREALTIME/./}
  job=$(curl -sf -b "$BENCH_DIR/cookies" -H 'Content-Type: application/json' "$BENCH_URL/api/vms" \
    -d "{\"name\":\"bench-guest\",\"imageId\":\"$image\",\"vcpus\":1,\"memoryMib\":192,\"diskGib\":1,\"sshKeys\":[\"$key\"]}")
  BENCH_VM=$(jq -r .subject.id <<<"$job")
  until address=$(bench_get "/api/vms/$BENCH_VM" | jq -er 'select(.state == "RUNNING") | .addresses[0]'); do
    [[ $(bench_get "/api/vms/$BENCH_VM" | jq -r .state) != FAILED ]] || { bench_row "guest, create to SSH" "-" "failed"; return 0; }
    sleep 0.2
  done
  until ssh -i "$BENCH_DIR/key" -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
    -o LogLevel=ERROR -o ConnectTimeout=2 "root@$address" true 2>/dev/null; do sleep 0.2; done
  bench_row "guest, create to SSH" "$(((${EPOCHREALTIME/./} - began) / 1000))" "ms"
  curl -sf -b "$BENCH_DIR/cookies" -X DELETE -o /dev/null "$BENCH_URL/api/vms/$BENCH_VM?purge=true"
  until [[ $(curl -s -o /dev/null -w '%{http_code}' -b "$BENCH_DIR/cookies" "$BENCH_URL/api/vms/$BENCH_VM") == 404 ]]; do sleep 0.3; done
}
