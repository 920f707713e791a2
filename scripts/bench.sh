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

# bench_create_script FILE NAME [MORE]: a load of requests for VMs whose names begin so, with further members in the words of Lua.
bench_create_script() {
  cat >"$1" <<LUA
local n = 0
request = function()
  n = n + 1
  local body = '{"name":"$2' .. os.time() .. '-' .. n .. '","imageId":"$(bench_image)","vcpus":1,"memoryMib":64,"diskGib":1'${3:-} .. '}'
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

# Pages of 50 out of 10,000 VMs or more, one after the other.
bench_search() {
  local query
  bench_create_script "$BENCH_DIR/search.lua" searched " .. ',\"tags\":[\"prod/zone-' .. n % 50 .. '\"]'"
  while (($(bench_get '/api/vms?limit=1&count=true' | jq .total) < 10000)); do
    BENCH_SECONDS=2 bench_wrk "$BENCH_DIR/search.lua" /api/vms
  done
  until [[ $(bench_get '/api/vms?limit=1&q=-state:running&count=true' | jq .total) == 0 ]]; do sleep 1; done
  bench_row "VMs to search" "$(bench_get '/api/vms?limit=1&count=true' | jq .total)" "VMs"
  for query in '' 'sort=name' 'sort=-memoryMib' 'count=states' 'q=state:running' 'q=state:failed' 'q=searched' 'q=found-nowhere' \
    'q=192.0.2' 'q=tag:prod' 'q=tag:nowhere' 'q=owner:bench@example.org+image~tiny+name~searched' 'q=-state:failed&sort=-name'; do
    bench_pages "$query"
  done
}

# bench_pages QUERY: thirty pages, from the first on, and from the first again after the last.
bench_pages() {
  local i cursor='' page
  : >"$BENCH_DIR/times"
  for ((i = 0; i < 30; i++)); do
    page=$(curl -sf -b "$BENCH_DIR/cookies" -w '%{stderr}%{time_total}\n' "$BENCH_URL/api/vms?limit=50&$1${cursor:+&cursor=$cursor}" \
      2>>"$BENCH_DIR/times") || fail "a search was refused: $1"
    cursor=$(jq -r '.nextCursor // ""' <<<"$page")
  done
  bench_row "page of ${1:-all}" "$(sort -n "$BENCH_DIR/times" | awk '{t[NR] = $1 * 1000} END {printf "%.1f", t[int(NR / 2)]}')" \
    "ms (median; slowest $(sort -n "$BENCH_DIR/times" | tail -n 1 | awk '{printf "%.1f", $1 * 1000}'))"
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
