#!/usr/bin/env bash
# ./obox doctor [--json]: what this machine has and lacks; of each fault the cause and the remedy.

doctor() {
  local json=''
  settings_take_data "$@"
  if [[ ${ARGUMENTS[0]:-} == --json ]]; then
    json=1
    ARGUMENTS=("${ARGUMENTS[@]:1}")
  fi
  instance_no_more_arguments
  instance_check_access
  settings_check
  if [[ -n $json ]]; then doctor_checks | doctor_json; else doctor_checks | doctor_text; fi
}

# One line for each check: name, ok or fault, what was found, remedy; separated by tabs.
doctor_checks() {
  doctor_tools
  doctor_data
  doctor_port
  doctor_server database "${DATABASE_URL:-}" 5432
  doctor_server redis "${REDIS_URL:-}" 6379
  doctor_platform
  doctor_health
  hypervisor_check
  doctor_images
}

doctor_finding() { printf '%s\t%s\t%s\t%s\n' "$@"; }

# What building takes; the archive brings all that it needs.
doctor_tools() {
  local home version
  [[ -n $OBOX_CHECKOUT ]] || { doctor_finding java ok "brought by OBox: $("$OBOX_HOME/runtime/bin/java" --version | head -n 1)" ""; return 0; }
  if home=$(jdk_find 2>&1); then
    doctor_finding jdk ok "JDK $(jdk_version "$home") in $home" ""
  else
    doctor_finding jdk fault "${home%%:*}" "install JDK $JDK_NEEDED, or name its folder in OBOX_JAVA_HOME"
  fi
  version=$(build_node_version)
  if build_node_is_new_enough "$version"; then
    doctor_finding node ok "Node.js $version" ""
  else
    doctor_finding node fault "${version:-no Node.js on the PATH}" "install Node.js $BUILD_NODE_NEEDED or newer"
  fi
  if [[ -n $(compgen -G "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-*/bin/mvn") ]] || command -v mvn >/dev/null; then
    doctor_finding maven ok "found" ""
  else
    doctor_finding maven fault "there is no Maven that mvnw could start from" "install Maven 3.8 or newer (Debian: apt-get install maven)"
  fi
}

doctor_data() {
  local reason
  if reason=$( (instance_check_data && instance_check_disk) 2>&1); then
    doctor_finding data ok "$DATA, $(instance_free_mib) MiB free" ""
  else
    doctor_finding data fault "$(doctor_cause "$reason")" "$(doctor_remedy "$reason")"
  fi
}

doctor_port() {
  if [[ -n $(instance_pid) ]]; then
    doctor_finding port ok "OBox itself listens on $(instance_port)" ""
  elif instance_port_used "$PORT"; then
    doctor_finding port fault "port $PORT is in use by another program" "choose another one: ./obox up --port N"
  else
    doctor_finding port ok "$PORT is free" ""
  fi
}

# doctor_server NAME URL PORT: whether somebody listens at the address; of several hosts one is enough.
doctor_server() {
  local host hosts port=$3 reason heard=() deaf=()
  if [[ -z $2 ]]; then
    if [[ $1 == database ]] && ! reason=$( (instance_check_database) 2>&1); then
      doctor_finding "$1" fault "$(doctor_cause "$reason")" "$(doctor_remedy "$reason")"
    else
      doctor_finding "$1" ok "embedded: runs while OBox does" ""
    fi
    return 0
  fi
  [[ $2 != *sentinel://* ]] || port=26379
  IFS=, read -ra hosts < <(sed -E 's|^[a-z:+-]*//([^@/]*@)?||; s|[/?].*||' <<<"$2")
  for host in "${hosts[@]:-localhost}"; do
    [[ $host =~ :[0-9]+$ ]] || host+=:$port
    if doctor_listens "$host"; then heard+=("$host"); else deaf+=("$host"); fi
  done
  if ((${#heard[@]} > 0)); then
    doctor_finding "$1" ok "somebody listens at ${heard[*]}${deaf[*]:+, but nobody at ${deaf[*]}}" ""
  else
    doctor_finding "$1" fault "nobody listens at ${deaf[*]}" "start it, or correct its address in the environment or in .env"
  fi
}

# doctor_listens HOST:PORT
doctor_listens() {
  local host=${1%:*}
  host=${host#[}
  timeout 5 bash -c "exec 7<>/dev/tcp/${host%]}/${1##*:}" 2>/dev/null
}

doctor_platform() {
  local pid port
  pid=$(instance_pid) || { doctor_finding platform ok "not running" ""; return 0; }
  port=$(instance_port)
  if instance_ready "$port"; then
    doctor_finding platform ok "ready at $(instance_address "$port") (process $pid)" ""
  else
    doctor_finding platform fault "process $pid runs, but is not ready" "look into it: ./obox status, ./obox logs"
  fi
}

# What a platform that runs finds wrong with itself.
doctor_health() {
  local report check status message
  [[ -n $(instance_pid) && -f $DATA/run/shell.port ]] && command -v ssh >/dev/null || return 0
  report=$(instance_ssh obox:health 2>&1)
  if [[ $report != CHECK* ]]; then
    doctor_finding shell fault "the operator's shell does not answer" "look into it: ./obox logs"
  elif ! grep -qE '  (WARN|TEMPORARILY_UNAVAILABLE|CRITICAL|HEALTH_CHECK_ERROR)  ' <<<"$report"; then
    doctor_finding health ok "the platform finds nothing wrong with itself" ""
  fi
  while IFS=$'\t' read -r check status message; do
    [[ $status == OK ]] || doctor_finding "${check,,}" fault "$message" "look into it: ./obox shell obox:health, ./obox logs"
  done < <(awk -F '  +' '/^BUNDLE|^$/ {exit} NR > 1 && NF == 3 {print $1 "\t" $2 "\t" $3}' <<<"$report")
}

doctor_images() {
  local count
  count=$(find "$(settings_images)" -mindepth 2 -maxdepth 2 \( -name '*.img' -o -name '*.qcow2' \) 2>/dev/null | wc -l)
  if ((count > 0)); then
    doctor_finding images ok "$count in $(settings_images)" ""
  else
    doctor_finding images fault "there is none in $(settings_images)" "./obox up builds a small one; or put one there as <os>/<version>.qcow2"
  fi
}

# A failure says its cause and, after the last colon, its remedy.
doctor_cause() { sed -E 's/^obox: //; s/: [^:]*$//' <<<"$1"; }
doctor_remedy() { sed -E 's/.*: //' <<<"$1"; }

doctor_text() {
  local name state found remedy faults=0
  while IFS=$'\t' read -r name state found remedy; do
    printf '%-6s %-14s %s\n' "$state" "$name" "$found"
    [[ $state == ok ]] && continue
    faults=$((faults + 1))
    printf '%-21s → %s\n' '' "$remedy"
  done
  ((faults == 0)) || { echo "faults: $faults"; return 1; }
  echo "no fault found"
}

doctor_json() {
  awk -F '\t' '
    function text(value) { gsub(/\\/, "\\\\", value); gsub(/"/, "\\\"", value); gsub(/[[:cntrl:]]/, " ", value); return "\"" value "\"" }
    BEGIN { printf "[" }
    { printf "%s\n  {\"name\": %s, \"ok\": %s, \"found\": %s, \"remedy\": %s}", (NR > 1 ? "," : ""), text($1), ($2 == "ok" ? "true" : "false"), text($3), ($4 == "" ? "null" : text($4)) }
    $2 != "ok" { faults = 1 }
    END { print "\n]"; exit faults }'
}
