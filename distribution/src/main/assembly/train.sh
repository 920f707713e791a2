#!/usr/bin/env bash
# Lets the platform in FOLDER start once, and keeps its classes in the form in which Java has them in memory, those of the
# bundles as well: from then on a start takes two thirds of the time. Where that fails, everything works as before.
#   train.sh FOLDER
set -o errexit -o nounset -o pipefail

folder=$1
work=$(mktemp -d)
list=$work/classes

cleanup() {
  "$folder/bin/obox" down --data "$work/data" >/dev/null 2>&1 || true
  rm -rf "$work"
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    (exec 7<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return 0; }
  done
}

# What everybody asks for first.
visit() {
  local path
  for path in / /api/openapi.json /api/auth/me; do
    exec 7<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&7
    cat <&7 >/dev/null
    exec 7>&-
  done
}

run_once() {
  local port
  port=$(free_port)
  env -u DATABASE_URL -u REDIS_URL OBOX_JAVA_OPTIONS="-XX:DumpLoadedClassList=$list" \
    "$folder/bin/obox" up --detach --port "$port" --data "$work/data" --backend simulated --no-install || return
  visit "$port"
  "$folder/bin/obox" down --data "$work/data"
}

keep_classes() {
  "$folder/runtime/bin/java" -Xshare:dump -XX:+UseSerialGC -Xlog:cds=off -Xlog:cds+heap=off \
    "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$folder/lib/classes.jsa" -cp "$folder/lib/*"
}

trap cleanup EXIT
if ! { run_once && keep_classes; } >"$work/log" 2>&1; then
  tail -n 5 "$work/log" >&2
  echo "the platform could not be trained: its starts will take longer" >&2
  rm -f "$folder/lib/classes.jsa"
fi
