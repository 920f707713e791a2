#!/usr/bin/env bash
# ./obox test [tier…]: runs tiers of tests, and ends with one line of totals. What can't run says why and counts as skipped.

TESTS_ALL=(unit container product browser chaos)
# What Vitest's report tells of those that passed, failed and were skipped.
TESTS_VITEST='r => [r.numPassedTests, r.numFailedTests + (r.success ? 0 : r.numFailedTests ? 0 : 1), r.numPendingTests]'

tests() {
  local tier started tiers=("$@")
  [[ ${#tiers[@]} -gt 0 && " ${tiers[*]} " != *" all "* ]] || tiers=("${TESTS_ALL[@]}")
  for tier in "${tiers[@]}"; do
    [[ " ${TESTS_ALL[*]} " == *" $tier "* ]] || fail "unknown tier $tier: there are ${TESTS_ALL[*]}, and all"
  done
  [[ -n $OBOX_CHECKOUT ]] || fail "the tests need a checkout of the sources: this is the archive"
  tests_begin
  for tier in "${tiers[@]}"; do
    say "" "== $tier"
    started=$SECONDS
    "tests_$tier"
    say "$tier took $((SECONDS - started)) s"
  done
  tests_clean_up
  tests_total
}

tests_begin() {
  JAVA_HOME=$(jdk_find 2>&1) || fail "$JAVA_HOME"
  export JAVA_HOME
  build_check_node
  PASSED=0 FAILED=0 SKIPPED=0
  TESTS_DIR=$OBOX_ROOT/target/tests
  rm -rf "$TESTS_DIR"
  mkdir -p "$TESTS_DIR"
  trap tests_interrupted INT TERM
  tests_hypervisor
}

# ---- tiers ----------------------------------------------------------------------------------------------------------

# Every module with its gates, its tests, and the contract of the hypervisors; three at a time, as much of it is waiting: one of them
# for guests, which would go on for minutes after all else if it began as the last of two.
tests_unit() {
  local without=''
  if [[ -n $TESTS_NO_HYPERVISOR ]]; then
    tests_skip "the hypervisor contract on QEMU" "$TESTS_NO_HYPERVISOR"
    without=-Dobox.excludedGroups=qemu
  fi
  build_drop_leftovers
  touch "$TESTS_DIR/built"
  tests_maven unit verify --threads 3 --fail-at-end -Dobox.assembly=archive $without
  # that was also the build which the other tiers start from
  ((TESTS_STATUS != 0)) || mv "$TESTS_DIR/built" "$(build_stamp)"
  tests_page
}

tests_page() {
  local report=$TESTS_DIR/vitest.json
  (cd "$OBOX_ROOT/ui" && npx vitest run --reporter=default --reporter=json --outputFile.json="$report") >"$TESTS_DIR/vitest.log" 2>&1 ||
    tail -n 30 "$TESTS_DIR/vitest.log" >&2
  tests_count_json "the page" "$report" "$TESTS_VITEST"
}

tests_container() {
  [[ -d $OBOX_ROOT/itests/container ]] || { tests_skip "bundles in a framework" "there is no module itests/container"; return 0; }
  tests_maven container verify -pl itests/container -am -DskipTests=true -Dcontainer.skipTests=false
}

# Two classes at a time, the long ones first; then those which measure how fast others are answered beside them.
tests_product() {
  tests_build || return 0
  tests_maven product test -pl itests/product -DskipTests=false "-Dobox.excludedGroups=chaos,alone" -DforkCount=2 -Dsurefire.runOrder=reversealphabetical
  tests_maven product-alone test -pl itests/product -DskipTests=false -Dgroups=alone
}

# Two classes at a time, as most of it is waiting: for leases that run out, and for who takes over.
tests_chaos() {
  tests_build || return 0
  tests_maven chaos test -pl itests/product -DskipTests=false -Dgroups=chaos -DforkCount=2
}

# The page in Chromium: on simulated guests, which are the same on every machine, each half on a product of its own beside the
# other; and then with one real guest. Before that in Firefox what most people do.
tests_browser() {
  tests_build || return 0
  tests_in_firefox
  tests_chromium || { tests_skip "the page in a browser" "there is no Chromium: install it (Debian: apt-get install chromium)"; return 0; }
  tests_playwright browser-1 simulated --shard=1/2 &
  tests_playwright browser-2 simulated --shard=2/2
  wait $!
  tests_count_playwright "the first half of the page in a browser" browser-1
  tests_count_playwright "the second half of the page in a browser" browser-2
  if [[ -n $TESTS_NO_HYPERVISOR ]]; then
    tests_skip "a guest made in a browser" "$TESTS_NO_HYPERVISOR"
  elif ! command -v ssh >/dev/null; then
    tests_skip "a guest made in a browser" "there is no ssh to log in with: install it (Debian: apt-get install openssh-client)"
  else
    OBOX_E2E_GUEST=ssh tests_playwright browser-libvirt libvirt guest.spec.ts
    tests_count_playwright "a guest made in a browser" browser-libvirt
  fi
}

tests_in_firefox() {
  local name="the page in Firefox"
  tests_firefox || { tests_skip "$name" "there is no Firefox: install it (Debian: apt-get install firefox-esr)"; return 0; }
  tests_with_product firefox simulated tests_run_firefox
  tests_count_json "$name" "$TESTS_DIR/firefox.json" "$TESTS_VITEST"
}

tests_run_firefox() {
  (cd "$OBOX_ROOT/ui" && npx vitest run --config e2e/firefox/vitest.config.ts --reporter=default --reporter=json \
    --outputFile.json="$OBOX_DATA.json") >"$OBOX_DATA.log" 2>&1 || tail -n 30 "$OBOX_DATA.log" >&2
}

# tests_playwright FOLDER BACKEND ARGUMENT…: runs specifications, all unless told which.
tests_playwright() { tests_with_product "$1" "$2" tests_run_playwright "${@:3}"; }

tests_run_playwright() {
  (cd "$OBOX_ROOT/ui" && PLAYWRIGHT_JSON_OUTPUT_NAME=$OBOX_DATA.json npx playwright test --config e2e/playwright.config.ts \
    --reporter=list,json --output "$OBOX_DATA-results" "$@") 2>&1 | tee "$OBOX_DATA.log" | grep -E '^ +(✓|✘|-|[0-9]+ (passed|failed|skipped))' >&2
}

# tests_with_product FOLDER BACKEND COMMAND…: runs a command against a product of the test's own, which the environment tells of.
# The command leaves its report beside the folder.
tests_with_product() (
  data=$TESTS_DIR/$1 backend=$2 port=$(tests_free_port)
  shift 2
  export ADMIN_EMAIL=admin@example.org ADMIN_PASSWORD="a password for tests" CORS_ORIGIN=http://127.0.0.1:$(tests_free_port) OBOX_REGISTRATION=true
  if ! tests_obox up --detach --port "$port" --data "$data" --backend "$backend" >"$data-up.log" 2>&1; then
    tail -n 5 "$data-up.log" >&2
    return 0
  fi
  OBOX_URL=http://127.0.0.1:$port OBOX_DATA=$data "$@"
  tests_obox down --data "$data" >/dev/null 2>&1
)

# A product that did not come up has left no report, which counts as one failure.
tests_count_playwright() {
  tests_count_json "$1" "$TESTS_DIR/$2.json" 'r => [r.stats.expected + r.stats.flaky, r.stats.unexpected + r.errors.length, r.stats.skipped]'
}

# ---- running --------------------------------------------------------------------------------------------------------

tests_obox() { "$OBOX_ROOT/obox" "$@"; }

tests_free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    instance_port_used "$port" || { echo "$port"; return 0; }
  done
}

# The archive as it is shipped; where it can't be built, that is one failure.
tests_build() {
  BUILD_WANTED=archive
  (build_ensure) && return 0
  tests_add "the build" 0 1 0
  return 1
}

# tests_maven NAME ARGUMENT…: runs Maven, shows how far it is, and counts. Leaves Maven's exit code in TESTS_STATUS.
tests_maven() {
  local name=$1 log=$TESTS_DIR/$1.log started=$TESTS_DIR/$1.started before=$FAILED
  shift
  touch "$started"
  (cd "$OBOX_ROOT" && ./mvnw -B -Dstyle.color=never "$@") 2>&1 | tee "$log" | tests_progress
  TESTS_STATUS=${PIPESTATUS[0]}
  tests_count_reports "$name" "$started"
  if ((TESTS_STATUS != 0 && FAILED == before)); then
    grep -m 10 '^\[ERROR\]' "$log" >&2
    tests_add "the build of $name; see $log" 0 1 0
  fi
}

tests_progress() {
  local line
  while IFS= read -r line; do
    if [[ $line =~ ^\[[A-Z]+\]\ Tests\ run:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Skipped:\ ([0-9]+),.*\ elapsed:\ ([0-9.]+)\ s.*\ in\ ([A-Za-z0-9_.$]+) ]]; then
      say "  ${BASH_REMATCH[6]}: ${BASH_REMATCH[1]} run, $((BASH_REMATCH[2] + BASH_REMATCH[3])) failed, ${BASH_REMATCH[4]} skipped, ${BASH_REMATCH[5]} s"
    elif [[ $line =~ ^\[ERROR\]\ \ \ ?[A-Za-z] ]]; then
      say "$line"
    fi
  done
}

tests_chromium() { tests_installed "${OBOX_CHROMIUM:-chromium}" chromium; }
tests_firefox() { tests_installed "${OBOX_FIREFOX:-firefox-esr}" firefox-esr; }

# tests_installed COMMAND PACKAGE: whether a command is there, after its package was installed where it can be.
tests_installed() {
  command -v "$1" >/dev/null && return 0
  [[ -z ${OBOX_NO_INSTALL:-} ]] && command -v apt-get >/dev/null || return 1
  say "installing $2"
  hypervisor_install_packages "$2"
}

# ---- counting -------------------------------------------------------------------------------------------------------

# tests_add NAME PASSED FAILED SKIPPED
tests_add() {
  say "$1: $2 passed, $3 failed, $4 skipped"
  PASSED=$((PASSED + $2)) FAILED=$((FAILED + $3)) SKIPPED=$((SKIPPED + $4))
}

tests_skip() {
  say "skipped: $1, because $2"
  SKIPPED=$((SKIPPED + 1))
}

# Sums up the reports of Surefire that are younger than a file.
tests_count_reports() {
  local counts
  counts=$(cd "$OBOX_ROOT" && find bundles launcher itests distribution -path '*/surefire-reports/TEST-*.xml' -newer "$2" -exec \
    awk 'FNR == 1 {seen = 0} /<testsuite / {seen = 1} seen == 1 && />/ {
        for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+"/)) {
          split($i, part, "\""); sub(/=$/, "", part[1]); sum[part[1]] += part[2]
        }
        seen = 2
      } END {printf "%d %d %d\n", sum["tests"], sum["errors"] + sum["failures"], sum["skipped"]}' {} + |
    awk '{t += $1; f += $2; s += $3} END {print t - f - s, f + 0, s + 0}')
  # shellcheck disable=SC2086
  tests_add "$1" $counts
}

# tests_count_json NAME FILE EXPRESSION: of a report, [passed, failed, skipped]; one failure where there is no report.
tests_count_json() {
  local counts
  counts=$(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log((eval(process.argv[2]))(r).join(" "))' "$2" "$3" 2>/dev/null) ||
    counts="0 1 0"
  # shellcheck disable=SC2086
  tests_add "$1" $counts
}

tests_total() {
  say ""
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  ((FAILED == 0))
}

# ---- the hypervisor, before and after -------------------------------------------------------------------------------

# Brings it up where it can be. What tests make on it is in pools of their own, or names one: so that it is told apart from
# what others make there meanwhile.
tests_hypervisor() {
  TESTS_NO_HYPERVISOR=''
  TESTS_DAEMON_WAS_UP=$(hypervisor_answers && echo 1)
  TESTS_NETWORK_WAS_UP=$(hypervisor_network_active && echo 1)
  export LIBVIRT_POOL=obox-test-$$
  hypervisor_up && tiny_image "$(settings_images)/tiny/1.qcow2" && return 0
  TESTS_NO_HYPERVISOR="libvirt is not available on this machine; ./obox doctor says what is missing"
}

# Takes away what tests left, and counts it as a failure of theirs.
tests_clean_up() {
  local left=0
  tests_stop_platforms || left=$((left + 1))
  if [[ -z $TESTS_NO_HYPERVISOR ]]; then
    tests_remove_domains || left=$((left + 1))
    tests_remove_pools || left=$((left + 1))
    tests_remove_networks || left=$((left + 1))
  fi
  ((left == 0)) || tests_add "nothing is left behind" 0 1 0
  [[ -n $TESTS_NETWORK_WAS_UP || -n $TESTS_NO_HYPERVISOR ]] || hypervisor_virsh net-destroy "$HYPERVISOR_NETWORK" >/dev/null 2>&1
  [[ -n $TESTS_DAEMON_WAS_UP || -n $TESTS_NO_HYPERVISOR ]] || hypervisor_stop TERM
}

tests_remove_domains() {
  local domain status=0
  for domain in $(hypervisor_virsh list --all --name); do
    hypervisor_virsh dumpxml "$domain" | grep -q "$LIBVIRT_POOL" || continue
    say "left behind: domain $domain"
    hypervisor_virsh destroy "$domain" >/dev/null 2>&1
    hypervisor_virsh undefine "$domain" --nvram >/dev/null 2>&1
    status=1
  done
  return "$status"
}

# The product keeps its pool, and in it the images that it made guests of: these go too, but are no fault.
tests_remove_pools() {
  local pool volume status=0
  for pool in $(hypervisor_virsh pool-list --all --name | grep "^$LIBVIRT_POOL"); do
    for volume in $(hypervisor_virsh vol-list "$pool" | awk '{print $1}'); do
      [[ $volume == base-* ]] || { say "left behind: volume $volume in pool $pool"; status=1; }
      hypervisor_virsh vol-delete "$volume" --pool "$pool" >/dev/null 2>&1
    done
    hypervisor_virsh pool-destroy "$pool" >/dev/null 2>&1
    hypervisor_virsh pool-delete "$pool" >/dev/null 2>&1
    hypervisor_virsh pool-undefine "$pool" >/dev/null 2>&1
  done
  return "$status"
}

tests_remove_networks() {
  local network status=0
  for network in $(hypervisor_virsh net-list --name | grep "^$LIBVIRT_POOL"); do
    say "left behind: network $network"
    status=1
    hypervisor_virsh net-destroy "$network" >/dev/null 2>&1
  done
  return "$status"
}

tests_stop_platforms() {
  local data status=0
  for data in "$TESTS_DIR"/*/run/pid; do
    data=${data%/run/pid}
    [[ -d $data ]] || continue
    (DATA=$data && instance_pid >/dev/null) || continue
    say "left running: the platform in $data"
    tests_obox down --data "$data" >/dev/null 2>&1
    status=1
  done
  return "$status"
}

tests_interrupted() {
  trap '' INT TERM
  say "Stopping"
  tests_clean_up
  exit 130
}
