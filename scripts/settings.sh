#!/usr/bin/env bash
# Settings of ./obox, in the order of their weight: option, environment, the file .env, default.

# Reads NAME=value lines, with or without quotes; what the environment has already is left as it is.
settings_read_env_file() {
  local file=$1 line name value
  [[ -r $file ]] || return 0
  while IFS= read -r line || [[ -n $line ]]; do
    [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[2]} value=${BASH_REMATCH[3]}
    [[ $value =~ ^\"(.*)\"[[:space:]]*$ || $value =~ ^\'(.*)\'[[:space:]]*$ ]] && value=${BASH_REMATCH[1]}
    [[ -n ${!name+set} ]] || export "$name=$value"
  done <"$file"
}

# What every command needs to know.
settings_load() {
  settings_read_env_file "$OBOX_ROOT/.env"
  DATA=${OBOX_DATA:-$OBOX_ROOT/data}
  PORT=${OBOX_PORT:-8080}
  BACKEND=${OBOX_BACKEND:-}
  DETACH=''
}

settings_images() { echo "${OBOX_IMAGES:-$OBOX_ROOT/terraform/cloud_img/images}"; }

# settings_value OPTION [VALUE]: ends the command where the value is missing.
settings_value() {
  [[ -n ${2:-} ]] || fail "option $1 needs a value; ./obox help shows how"
}

# Takes --data DIR from the arguments of a command; the others stay in ARGUMENTS.
settings_take_data() {
  ARGUMENTS=()
  while (($#)); do
    case $1 in
      --data) settings_value "$@"; DATA=$2; shift 2 ;;
      --data=*) settings_value --data "${1#*=}"; DATA=${1#*=}; shift ;;
      *) ARGUMENTS+=("$1"); shift ;;
    esac
  done
  DATA=$(realpath -m -- "$DATA" 2>/dev/null) || fail "the data folder has no usable name: choose another one with --data"
}

settings_take_up_options() {
  settings_take_data "$@"
  set -- ${ARGUMENTS[@]+"${ARGUMENTS[@]}"}
  while (($#)); do
    case $1 in
      --detach | -d) DETACH=1; shift ;;
      --no-install) export OBOX_NO_INSTALL=1; shift ;;
      --port) settings_value "$@"; PORT=$2; shift 2 ;;
      --port=*) settings_value --port "${1#*=}"; PORT=${1#*=}; shift ;;
      --backend) settings_value "$@"; BACKEND=$2; shift 2 ;;
      --backend=*) settings_value --backend "${1#*=}"; BACKEND=${1#*=}; shift ;;
      *) fail "unknown option $1; ./obox help shows those of up" ;;
    esac
  done
  settings_check
}

settings_check() {
  [[ $PORT =~ ^[1-9][0-9]{0,4}$ && $PORT -lt 65536 ]] || fail "$PORT is not a port: give a number from 1 to 65535"
  [[ -z $BACKEND ]] || settings_backends | grep -qxF -- "$BACKEND" ||
    fail "unknown backend $BACKEND: there are $(settings_backends | paste -sd ' ')"
  settings_check_roles
}

# Each backend is a feature of its own.
settings_backends() {
  local folder=$OBOX_HOME/features file
  [[ -z $OBOX_CHECKOUT ]] || folder=$OBOX_ROOT/features/src/main/features
  for file in "$folder"/provisioner-*.json; do
    file=${file##*/provisioner-}
    echo "${file%.json}"
  done
}

# OBOX_ROLES=web,worker; START_WORKERS=true|false says the same of the worker alone.
settings_check_roles() {
  local role
  ROLES=${OBOX_ROLES:-web,worker}
  case ${START_WORKERS:-} in
    '') ;;
    true) [[ ,$ROLES, == *,worker,* ]] || ROLES=$ROLES,worker ;;
    false) ROLES=web ;;
    *) fail "START_WORKERS is $START_WORKERS: true and false are known" ;;
  esac
  for role in ${ROLES//,/ }; do
    [[ $role == web || $role == worker ]] || fail "unknown role $role in OBOX_ROLES: web and worker are known"
  done
}

settings_has_role() { [[ ,$ROLES, == *,$1,* ]]; }
