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
instance_is_ours() { tr '\0' '\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -- "-Dobox.data=$DATA"; } 2>/dev/null

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

# What keeps the platform from being ready, in its own words.
instance_missing() {
  exec 7<>"/dev/tcp/$(instance_host)/$1" || return 1
  printf 'GET /readyz HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" >&7
  timeout 10 cat <&7 | grep -o '"name":"[^"]*","detail":"[^"]*"' | sed -E 's/^"name":"(.*)","detail":"(.*)"$/\1: \2/'
  exec 7>&-
} 2>/dev/null

instance_ready() { [[ $(instance_http "$1" /readyz) == 200 ]]; }

instance_port_used() { (exec 7<>"/dev/tcp/$(instance_host)/$1") 2>/dev/null; }

# A platform that was ended a moment ago may not have given it back yet.
instance_check_port() {
  local tries=10
  while ((tries-- > 0)); do
    instance_port_used "$PORT" || return 0
    sleep 0.1
  done
  fail "port $PORT is in use by another program: choose another one with --port"
}

instance_check_running() {
  [[ -z $(instance_pid) ]] || instance_in_use
  rm -f "$DATA/run/http.host"
}

instance_check_data() {
  local written
  [[ ! -e $DATA || -d $DATA ]] || fail "$DATA is not a folder: choose another one with --data"
  # PostgreSQL hands the names of its programs to a shell, between such quotes
  [[ -n ${DATABASE_URL:-} || $DATA != *[\"\\\$\`]* ]] ||
    fail "PostgreSQL can't run in $DATA because of a character in its name: choose a folder without \", \\, \$ and \` with --data"
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
  # the log may show a first password, settings may be secret, and who can read a lock can hold it
  (umask 077 && mkdir -p "$DATA/run" "$DATA/logs" "$DATA/conf") 2>/dev/null && instance_close_data 2>/dev/null ||
    fail "the data folder $DATA can't be written: choose another one with --data"
  [[ -w $DATA/run ]] || fail "the data folder $DATA can't be written: choose another one with --data"
  exec 9>>"$DATA/run/lock"
  flock --nonblock 9 || instance_in_use
}

# What was there before is closed to others as well.
instance_close_data() {
  local entry
  for entry in backend bundles conf logs platform redis run shell simulated version; do
    [[ ! -e $DATA/$entry ]] || chmod -R go-rwx "$DATA/$entry" || return 1
  done
}

# What is made from now on is its owner's alone; but PostgreSQL's programs, where it has to run as another user.
instance_umask() {
  instance_close_data
  if ((EUID != 0)) || [[ -n ${DATABASE_URL:-} ]] || unshare -U true 2>/dev/null; then
    umask 077
    [[ ! -e $DATA/bin ]] || chmod -R go-rwx "$DATA/bin"
    # not a folder that others share
    [[ ! -O $DATA || -k $DATA ]] || chmod go-rwx "$DATA"
  else
    chmod 711 "$DATA"
  fi
}

instance_in_use() {
  fail "the data folder $DATA is in use by another OBox$(instance_owner): stop it with ./obox down --data $DATA, or choose another folder with --data"
}

instance_owner() {
  local pid
  pid=$(instance_pid) && echo " (process $pid)"
}

# Whoever may not look into the data folder is told so, instead of that nothing runs there.
instance_check_access() {
  local entry
  for entry in "$DATA" "$DATA/run"; do
    if [[ -d $entry && ! -x $entry ]] || LC_ALL=C stat -- "$entry" 2>&1 | grep -q 'Permission denied'; then
      fail "the data folder $DATA belongs to $(stat -c 'user %U' -- "$entry" 2>/dev/null || echo 'another user'): run this as that user, or with sudo"
    fi
  done
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
  instance_forget_secrets
}

# What was handed over to a platform that runs no more.
instance_forget_secrets() { rm -rf "$DATA/run/secrets"; }

# The servers of a platform that was killed live on: its successor takes them over. None comes while the lock is held.
instance_stop_servers() {
  local file pid stopped=1
  [[ -d $DATA/run ]] && exec 9>>"$DATA/run/lock" && flock --nonblock 9 || return 1
  instance_forget_secrets
  for file in "$DATA/postgres/postmaster.pid" "$DATA/redis/redis.pid"; do
    pid=$(head -n 1 "$file" 2>/dev/null) && [[ -n $pid && $(readlink "/proc/$pid/exe") == "$DATA/bin/"* ]] || continue
    # to PostgreSQL this is a fast and orderly shutdown
    kill -INT "$pid" && stopped=0
    timeout "$INSTANCE_STOP_SECONDS" tail --pid="$pid" -f /dev/null
  done
  exec 9>&-
  return "$stopped"
}

instance_down() {
  local pid
  settings_take_data "$@"
  instance_no_more_arguments
  instance_check_access
  if ! pid=$(instance_pid); then
    if instance_stop_servers; then
      say "OBox was not running in $DATA any more; the database that it had left is stopped"
    else
      say "OBox is not running in $DATA"
    fi
    return 0
  fi
  instance_stop "$pid"
  # a process that ends gives its lock back last
  flock --timeout 10 "$DATA/run/lock" true
  say "OBox is stopped"
}

instance_status() {
  local pid port state='not ready' missing
  settings_take_data "$@"
  instance_no_more_arguments
  instance_check_access
  pid=$(instance_pid) || { echo "OBox is not running in $DATA"; return 1; }
  port=$(instance_port)
  instance_ready "$port" && state=ready
  echo "OBox $(cat "$DATA/version" 2>/dev/null) is $state at $(instance_address "$port") (process $pid, up for $(ps -o etime= -p "$pid" | tr -d ' '), data in $DATA)"
  [[ $state == ready ]] && return 0
  missing=$(instance_missing "$port") && [[ -n $missing ]] && echo "$missing"
  return 1
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
  instance_check_access
  [[ -f $DATA/logs/obox.log ]] || fail "there is no log in $DATA: start OBox with ./obox up --data $DATA"
  exec tail --lines=200 $follow "$DATA/logs/obox.log"
}

instance_no_more_arguments() {
  ((${#ARGUMENTS[@]} == 0)) || fail "unknown option ${ARGUMENTS[0]}; ./obox help shows those of each command"
}

instance_shell() {
  settings_take_data "$@"
  instance_check_access
  instance_pid >/dev/null || fail "OBox is not running in $DATA: start it with ./obox up"
  instance_await_shell || fail "the shell is not open yet: look at ./obox status"
  command -v ssh >/dev/null || fail "there is no ssh on this machine: install an SSH client (Debian: apt-get install openssh-client)"
  instance_ssh ${ARGUMENTS[@]+"${ARGUMENTS[@]}"}
}

# It opens a moment after the platform is ready.
instance_await_shell() {
  local tries=50
  until [[ -f $DATA/run/shell.port ]]; do
    ((tries-- > 0)) || return 1
    sleep 0.1
  done
}

# instance_ssh COMMAND…: in the operator's shell, with the key that the platform left in its data folder.
instance_ssh() {
  ssh -p "$(tail -n 1 "$DATA/run/shell.port")" -i "$DATA/shell/operator" -o IdentitiesOnly=yes -o BatchMode=yes -o LogLevel=ERROR \
    -o UserKnownHostsFile="\"$DATA/shell/known_hosts\"" -o StrictHostKeyChecking=accept-new operator@127.0.0.1 "$@"
}
