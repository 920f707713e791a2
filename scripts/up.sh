#!/usr/bin/env bash
# ./obox up: checks, builds what is not built, brings the hypervisor up, and starts the platform.

UP_TIMEOUT=${OBOX_START_TIMEOUT:-180}

up() {
  settings_take_up_options "$@"
  export -n ADMIN_PASSWORD DATABASE_PASSWORD SMTP_PASSWORD
  instance_check_running
  instance_check_data
  instance_check_disk
  instance_check_database
  up_check_administrator
  instance_check_port
  build_check
  instance_lock
  up_backend
  build_ensure
  instance_check_port
  instance_umask
  up_environment
  up_start
  up_wait
  up_announce
  [[ -n $DETACH ]] || up_stay
}

# The first administrator's account must be one that the page lets in; once there is one these settings mean nothing.
up_check_administrator() {
  local email=${ADMIN_EMAIL:-admin@gmail.com} password=${ADMIN_PASSWORD:-} length
  local label='[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
  local address="^[A-Za-z0-9.!#\$%&'*+/=?^_\`{|}~-]+@$label(\\.$label)*\$"
  [[ ! -e $DATA/run/announced ]] || return 0
  [[ $email =~ $address ]] || fail "ADMIN_EMAIL is $email, which is no e-mail address: give one such as admin@example.org"
  [[ -n $password ]] || return 0
  length=$(LC_ALL=C.UTF-8; echo "${#password}")
  ((length >= 15)) || say "ADMIN_PASSWORD is short: anyone who can reach OBox may guess it."
  ((length <= 256)) || fail "ADMIN_PASSWORD has more than 256 characters: give a shorter one, or none"
  [[ ${password,,} != "${email,,}" ]] || fail "ADMIN_PASSWORD is the e-mail address: give another one, or none"
}

# Guests run on libvirt, unless something else is wanted or there is no way to have it.
up_backend() {
  local wanted=$BACKEND before
  before=$(cat "$DATA/backend" 2>/dev/null)
  BACKEND=${BACKEND:-${before:-libvirt}}
  if [[ $BACKEND == libvirt ]] && ! up_hypervisor; then
    [[ -z $wanted && -z $before ]] ||
      fail "libvirt is not available on this machine: ./obox doctor says what is missing, and ./obox up --backend simulated does without"
    say "Guests are only simulated, because libvirt is not available on this machine; ./obox doctor says what is missing."
    BACKEND=simulated
  elif [[ -z $wanted && $BACKEND == simulated ]]; then
    say "Guests are only simulated, as before with this data; ./obox up --backend libvirt makes real ones."
  fi
  echo "$BACKEND" >"$DATA/backend"
}

# This machine's own hypervisor, and an image for its guests. Another machine's is taken as it is.
up_hypervisor() {
  [[ ${LIBVIRT_URI:-qemu:///system} == qemu:///* ]] || return 0
  hypervisor_up || return 1
  tiny_image "$(settings_images)/tiny/1.qcow2" || say "There will be no guest image tiny."
}

# Where the bundles find their settings: features/*.json name these variables.
up_environment() {
  # in a locale of ASCII Java could name no other files
  export LC_ALL=C.UTF-8
  export OBOX_DATA=$DATA OBOX_PORT=$PORT OBOX_BACKEND=$BACKEND OBOX_ROLES=$ROLES
  export OBOX_HOST=${OBOX_HOST:-127.0.0.1}
  export OBOX_PUBLIC_URL=${OBOX_PUBLIC_URL:-$(up_public_url)}
  OBOX_IMAGES=$(settings_images)
  export OBOX_IMAGES
  export OBOX_NODE=${OBOX_NODE:-$(uname -n)-$PORT}
  up_is_own_machine && export OBOX_EMBEDDED=true
  WITHOUT=()
  [[ -z ${DATABASE_URL:-} || -z ${REDIS_URL:-} ]] || WITHOUT+=(embedded)
  settings_has_role worker && WITHOUT+=(web-only)
  if settings_has_role web; then WITHOUT+=(worker-only); else WITHOUT+=(ui); fi
  mapfile -t -O "${#WITHOUT[@]}" WITHOUT < <(settings_backends | grep -vxF -- "$BACKEND" | sed 's/^/provisioner-/')
}

# Where links in mails lead, as long as nobody says where people find it.
up_public_url() {
  case $OBOX_HOST in
    0.0.0.0 | :: | \[::\]) echo "http://localhost:$PORT" ;;
    \[*) echo "http://$OBOX_HOST:$PORT" ;;
    *:*) echo "http://[$OBOX_HOST]:$PORT" ;;
    *) echo "http://$OBOX_HOST:$PORT" ;;
  esac
}

# On its own database and reachable from here only: then the first login needs no secret.
up_is_own_machine() {
  [[ -z ${DATABASE_URL:-} && ($OBOX_HOST == localhost || $OBOX_HOST == 127.* || $OBOX_HOST == ::1) ]]
}

up_java() {
  local classes=$OBOX_HOME/lib/classes.jsa
  JAVA=("$OBOX_HOME/runtime/bin/java"
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC "-Xmx${OBOX_HEAP:-768m}" -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true)
  # code is fully compiled a little later than by default, and not while everything else starts
  JAVA+=(-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000)
  # only a saving of time: another Java or other jars do without it
  [[ ! -f $classes ]] || JAVA+=("-XX:SharedArchiveFile=$classes" "-Xlog:cds=off" "-Xlog:cds*=off")
  # shellcheck disable=SC2206
  JAVA+=(${OBOX_JAVA_OPTIONS:-})
  JAVA+=("-Dobox.data=$DATA" -cp "$OBOX_HOME/lib/*" io.obox.launcher.Main "$OBOX_HOME" "$DATA" "$(IFS=,; echo "${WITHOUT[*]-}")")
}

# Connections are files: as many as the system lets this user have, up to what OBox can use.
up_open_files() {
  ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
}

# Secrets go by files: an environment is inherited by every process, and shown by some programs. What reads them takes $[…] for the
# name of another setting, unless there is a backslash before it.
up_write_secrets() {
  local name secret folder=$DATA/run/secrets
  rm -rf "$folder"
  (umask 077 && mkdir "$folder") || fail "the folder $folder can't be made: make room, or choose another one with --data"
  for name in ADMIN_PASSWORD DATABASE_PASSWORD SMTP_PASSWORD; do
    secret=${!name:-}
    [[ -n $secret ]] || continue
    [[ $secret != *'\$['* ]] || fail "$name has a backslash before \$[, which can't be passed on: choose another one"
    (umask 077 && printf '%s' "${secret//'$['/'\$['}" >"$folder/$name") || fail "$folder/$name can't be written: make room for it"
  done
}

# The first administrator has been made, or never will be.
up_forget_first_password() { rm -f "$DATA/run/secrets/ADMIN_PASSWORD"; }

# The process inherits the lock, and holds it while it lives.
up_start() {
  say_step "starting the platform"
  up_java
  up_open_files
  up_write_secrets
  LOG_BEFORE=$(stat -c %s "$DATA/logs/obox.log" 2>/dev/null || echo 0)
  rm -f "$DATA/run/shell.port"
  echo "$OBOX_VERSION" >"$DATA/version"
  echo "$PORT" >"$DATA/run/http.port"
  echo "$OBOX_HOST" >"$DATA/run/http.host"
  setsid "${JAVA[@]}" </dev/null >"$DATA/logs/console.log" 2>&1 &
  PID=$!
  echo "$PID" >"$DATA/run/pid"
  trap 'up_interrupted' INT TERM HUP
}

up_interrupted() {
  trap '' INT TERM HUP
  say_steps_over
  say "Stopping"
  up_forget_first_password
  instance_stop "$PID"
  exit "${UP_STATUS:-130}"
}

up_wait() {
  local deadline=$((SECONDS + UP_TIMEOUT))
  until instance_ready "$PORT"; do
    [[ -d /proc/$PID ]] || up_failed "the platform ended while it started"
    ((SECONDS < deadline)) || up_failed "the platform is not ready after $UP_TIMEOUT seconds"
    sleep 0.1
  done
  up_forget_first_password
  say_steps_over
}

up_failed() {
  say_steps_over
  up_forget_first_password
  tail -n 15 "$DATA/logs/console.log" >&2
  grep -h ' ERROR ' "$DATA/logs/obox.log" 2>/dev/null | tail -n 5 >&2
  instance_stop "$PID"
  fail "$1: see $DATA/logs/obox.log"
}

# Whether the first administrator was made in this start.
up_made_administrator() {
  tail -c "+$((LOG_BEFORE + 1))" "$DATA/logs/obox.log" 2>/dev/null | grep -qF 'The first administrator is '
}

up_announce() {
  say "OBox $OBOX_VERSION is ready at $(instance_address "$PORT")"
  if ! up_made_administrator; then
    say "Log in as before."
  elif [[ -n ${ADMIN_PASSWORD:-} ]]; then
    say "Log in as ${ADMIN_EMAIL:-admin@gmail.com} with the password from ADMIN_PASSWORD."
  elif up_is_own_machine; then
    say "Log in as ${ADMIN_EMAIL:-admin@gmail.com}; the first password is admin, and the first login asks for another."
  else
    say "Log in as ${ADMIN_EMAIL:-admin@gmail.com}; the first password is in $DATA/logs/console.log."
  fi
  : >"$DATA/run/announced"
}

# In the foreground the log is shown until the platform ends or is told to.
up_stay() {
  UP_STATUS=0
  say "Ctrl-C stops it."
  tail --lines=0 --follow=name --pid="$PID" "$DATA/logs/obox.log" 2>/dev/null &
  wait "$PID"
  local status=$?
  rm -f "$DATA/run/pid" "$DATA/run/http.port" "$DATA/run/http.host"
  ((status == 0 || status == 143)) || fail "the platform ended with status $status: see $DATA/logs/obox.log"
}
