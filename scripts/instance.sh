#!/usr/bin/env bash
# The instance that lives in a data folder: whether it runs, where it answers, how it is stopped.
# A lock on DATA/run/lock is held by the platform's process for as long as it lives; DATA/run/pid names that process.

INSTANCE_DISK_MIB=512
INSTANCE_STOP_SECONDS=45

instance_pid() {
  local pid
  pid=$(cat "$DATA/run/pid" 2>/dev/null) && [[ -n $pid ]] && instance_is_ours "$pid" && echo "$pid"
}

# Process ids are used again: the process counts only if it was started for this data folder.
instance_is_ours() { tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | grep -qxF -- "-Dobox.data=$DATA"; }

instance_port() { cat "$DATA/run/http.port" 2>/dev/null; }

# Where it is asked from this machine: a platform that listens everywhere is asked on the loopback address.
instance_host() {
  local host
  host=$(cat "$DATA/run/http.host" 2>/dev/null) || host=${OBOX_HOST:-127.0.0.1}
  case $host in
    0.0.0.0) echo 127.0.0.1 ;;
    :: | \[::\]) echo ::1 ;;
    *) echo "$host" ;;
  esac
}

# instance_http PORT PATH: prints the status of a GET, or fails. Needs no program but the shell.
instance_http() {
  local status
  exec 7<>"/dev/tcp/$(instance_host)/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&7
  IFS=' ' read -r -t 10 _ status _ <&7
  exec 7>&-
  [[ -n ${status:-} ]] && echo "$status"
} 2>/dev/null

instance_ready() { [[ $(instance_http "$1" /readyz) == 200 ]]; }

instance_port_used() { (exec 7<>"/dev/tcp/$(instance_host)/$1") 2>/dev/null; }

instance_check_port() {
  instance_port_used "$PORT" && fail "port $PORT is in use by another program: choose another one with --port"
  return 0
}

instance_check_running() {
  [[ -z $(instance_pid) ]] || instance_in_use
  rm -f "$DATA/run/http.host"
}

instance_check_data() {
  local written
  [[ ! -e $DATA || -d $DATA ]] || fail "$DATA is not a folder: choose another one with --data"
  written=$(cat "$DATA/version" 2>/dev/null) || return 0
  if [[ $written != "$OBOX_VERSION" && $(printf '%s\n' "$written" "$OBOX_VERSION" | sort -V | tail -n 1) == "$written" ]]; then
    fail "the data in $DATA was written by OBox $written, which is newer than this $OBOX_VERSION: use that version, or another folder with --data"
  fi
}

instance_free_mib() {
  local folder=$DATA
  while [[ ! -d $folder ]]; do folder=$(dirname "$folder"); done
  df -Pm "$folder" | awk 'NR == 2 {print $4}'
}

instance_check_disk() {
  local free
  free=$(instance_free_mib)
  ((free >= INSTANCE_DISK_MIB)) || fail "only $free MiB are free for $DATA, and $INSTANCE_DISK_MIB are needed: make room, or choose another folder with --data"
}

# The embedded PostgreSQL refuses to run as root: it is then run as somebody else.
instance_check_database() {
  [[ -z ${DATABASE_URL:-} ]] && ((EUID == 0)) || return 0
  command -v unshare >/dev/null || command -v setpriv >/dev/null ||
    fail "PostgreSQL does not run as root, and there is neither unshare nor setpriv to run it as somebody else: install util-linux, or start OBox as another user"
}

# Takes the lock for this process and those it starts.
instance_lock() {
  # the log may show a first password
  mkdir -p "$DATA/run" "$DATA/logs" 2>/dev/null && chmod 700 "$DATA/logs" 2>/dev/null ||
    fail "the data folder $DATA can't be written: choose another one with --data"
  [[ -w $DATA/run ]] || fail "the data folder $DATA can't be written: choose another one with --data"
  exec 9>>"$DATA/run/lock"
  flock --nonblock 9 || instance_in_use
}

instance_in_use() {
  fail "the data folder $DATA is in use by another OBox$(instance_owner): stop it with ./obox down --data $DATA, or choose another folder with --data"
}

instance_owner() {
  local pid
  pid=$(instance_pid) && echo " (process $pid)"
}

# instance_stop PID: asks, and after a time insists.
instance_stop() {
  local pid=$1 deadline=$((SECONDS + INSTANCE_STOP_SECONDS))
  kill -TERM "$pid" 2>/dev/null
  while [[ -d /proc/$pid ]] && instance_is_ours "$pid"; do
    if ((SECONDS >= deadline)); then
      say "process $pid does not end by itself and is killed"
      kill -KILL "$pid" 2>/dev/null
      deadline=$((SECONDS + INSTANCE_STOP_SECONDS))
    fi
    sleep 0.1
  done
  rm -f "$DATA/run/pid" "$DATA/run/http.port" "$DATA/run/http.host"
}

instance_down() {
  local pid
  settings_take_data "$@"
  instance_no_more_arguments
  pid=$(instance_pid) || { say "OBox is not running in $DATA"; return 0; }
  instance_stop "$pid"
  # a process that ends gives its lock back last
  flock --timeout 10 "$DATA/run/lock" true
  say "OBox is stopped"
}

instance_status() {
  local pid port state=starting
  settings_take_data "$@"
  instance_no_more_arguments
  pid=$(instance_pid) || { echo "OBox is not running in $DATA"; return 1; }
  port=$(instance_port)
  instance_ready "$port" && state=ready
  echo "OBox $(cat "$DATA/version" 2>/dev/null) is $state at $(instance_address "$port") (process $pid, up for $(ps -o etime= -p "$pid" | tr -d ' '), data in $DATA)"
  [[ $state == ready ]]
}

instance_address() {
  local host
  host=$(instance_host)
  case $host in
    127.0.0.1) host=localhost ;;
    *:*) host=[$host] ;;
  esac
  echo "http://$host:$1/"
}

instance_logs() {
  local follow=''
  settings_take_data "$@"
  if [[ ${ARGUMENTS[0]:-} == -f || ${ARGUMENTS[0]:-} == --follow ]]; then
    follow=--follow=name
    ARGUMENTS=("${ARGUMENTS[@]:1}")
  fi
  instance_no_more_arguments
  [[ -f $DATA/logs/obox.log ]] || fail "there is no log in $DATA: start OBox with ./obox up --data $DATA"
  exec tail --lines=200 $follow "$DATA/logs/obox.log"
}

instance_no_more_arguments() {
  ((${#ARGUMENTS[@]} == 0)) || fail "unknown option ${ARGUMENTS[0]}; ./obox help shows those of each command"
}

# The operator's shell, by SSH with the key that the platform left in its data folder.
instance_shell() {
  local port
  settings_take_data "$@"
  instance_pid >/dev/null || fail "OBox is not running in $DATA: start it with ./obox up"
  port=$(cat "$DATA/run/shell.port" 2>/dev/null) || fail "the shell is not open yet: look at ./obox status"
  command -v ssh >/dev/null || fail "there is no ssh on this machine: install an SSH client (Debian: apt-get install openssh-client)"
  exec ssh -p "$port" -i "$DATA/shell/operator" -o IdentitiesOnly=yes -o BatchMode=yes -o LogLevel=ERROR \
    -o UserKnownHostsFile="$DATA/shell/known_hosts" -o StrictHostKeyChecking=accept-new \
    operator@127.0.0.1 ${ARGUMENTS[@]+"${ARGUMENTS[@]}"}
}
