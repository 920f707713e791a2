#!/usr/bin/env bash
# Builds a checkout, as far as it is not built or older than its sources. The archive has nothing to build.

BUILD_NODE_NEEDED="20.19"
# `folder` is what ./obox up starts; `archive` is that and the archive of it
BUILD_WANTED=folder

build_stamp() { echo "$OBOX_ROOT/distribution/target/built"; }

build_archive() { echo "$OBOX_ROOT/distribution/target/obox-$OBOX_VERSION-linux-$(uname -m).tar.gz"; }

build_is_current() {
  local stamp
  stamp=$(build_stamp)
  [[ -f $stamp && -x $OBOX_HOME/runtime/bin/java ]] || return 1
  [[ $BUILD_WANTED == folder || $(build_archive) -nt $OBOX_HOME/VERSION ]] || return 1
  [[ -z $(build_newer_than "$stamp") ]]
}

# The first source that is newer than FILE.
build_newer_than() {
  (cd "$OBOX_ROOT" && find pom.xml obox scripts terraform/cloud_img/tiny bundles launcher features distribution ui \
    -name target -prune -o -name node_modules -prune -o -name dist -prune -o -type f -newer "$1" -print -quit)
}

build_node_version() { node --version 2>/dev/null | tr -d v; }

build_node_is_new_enough() {
  [[ -n $1 && $(printf '%s\n' "$BUILD_NODE_NEEDED" "$1" | sort -V | head -n 1) == "$BUILD_NODE_NEEDED" ]]
}

build_check_node() {
  local version
  version=$(build_node_version)
  [[ -n $version ]] || fail "Node.js $BUILD_NODE_NEEDED or newer is needed to build the page, and there is none on the PATH: install it"
  build_node_is_new_enough "$version" ||
    fail "Node.js $BUILD_NODE_NEEDED or newer is needed to build the page, and this is $version: install a newer one"
}

# One line for each module that Maven comes to.
build_progress() {
  local line
  while IFS= read -r line; do
    [[ $line =~ Building\ obox-?([a-z-]*).*\[([0-9]+/[0-9]+)\] ]] && say_step "building ${BASH_REMATCH[1]:-OBox} (${BASH_REMATCH[2]})"
  done
  say_steps_over
}

# Maven leaves what was made of files that are gone, and a jar that still holds them is another program.
build_drop_leftovers() {
  local list=$OBOX_ROOT/distribution/target/sources now
  now=$(cd "$OBOX_ROOT" && find bundles launcher itests -name target -prune -o -path '*/src/*' -type f -print | sort)
  if [[ ! -f $list || -n $(comm -23 "$list" - <<<"$now") ]]; then
    (cd "$OBOX_ROOT" && find bundles launcher itests -path '*/target/*' -prune \( -name classes -o -name test-classes \) -exec rm -rf {} +)
  fi
  mkdir -p "$(dirname "$list")"
  echo "$now" >"$list"
}

build_run() {
  local log=$OBOX_ROOT/distribution/target/build.log started
  mkdir -p "$(dirname "$log")"
  started=$(mktemp "$OBOX_ROOT/distribution/target/started.XXXXXX")
  build_drop_leftovers
  say "Building OBox; the log is $log"
  (cd "$OBOX_ROOT" && ./mvnw -B -pl distribution -am package -DskipTests "-Dobox.assembly=$BUILD_WANTED" -Dstyle.color=never) 2>&1 |
    tee "$log" | build_progress
  if [[ ${PIPESTATUS[0]} != 0 ]]; then
    grep -m 15 '^\[ERROR\]' "$log" >&2
    rm -f "$started"
    fail "the build failed: see $log"
  fi
  mv "$started" "$(build_stamp)"
}

# Ends the command where something is to be built, and this machine lacks what that takes.
build_check() {
  [[ -n $OBOX_CHECKOUT ]] && ! build_is_current || return 0
  JAVA_HOME=$(jdk_find 2>&1) || fail "$JAVA_HOME"
  export JAVA_HOME
  build_check_node
}

# Makes sure that there is a platform to start.
build_ensure() {
  [[ -n $OBOX_CHECKOUT ]] && ! build_is_current || return 0
  build_check
  (
    exec 8>"$OBOX_ROOT/.build.lock"
    flock 8
    build_is_current || build_run
  ) || exit 1
}
