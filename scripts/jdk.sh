#!/usr/bin/env bash
# Finds a JDK that is new enough to build OBox. Sourced by ./obox and ./mvnw.

JDK_NEEDED=25

# jdk_version HOME: the feature release of the JDK there, such as 25; fails where there is no whole JDK.
jdk_version() {
  local version
  [[ -x $1/bin/javac && -x $1/bin/jlink ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [[ -n $version ]] && echo "$version"
}

# The places where a JDK may be, one a line, the one that the user asked for first.
jdk_places() {
  local java place
  [[ -z ${OBOX_JAVA_HOME:-} ]] || echo "$OBOX_JAVA_HOME"
  [[ -z ${JAVA_HOME:-} ]] || echo "$JAVA_HOME"
  java=$(command -v java) && java=$(readlink -f "$java") && echo "${java%/bin/java}"
  for place in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [[ ! -d $place ]] || echo "$place"
  done
}

# Prints the home of the first JDK that is new enough, or says on standard error what was found instead.
jdk_find() {
  local place version newest=0
  while read -r place; do
    version=$(jdk_version "$place") || continue
    if ((version >= JDK_NEEDED)); then
      echo "$place"
      return 0
    fi
    ((version > newest)) && newest=$version
  done < <(jdk_places)
  if ((newest > 0)); then
    echo "JDK $JDK_NEEDED or newer is needed, and the newest found is $newest: install one, or name its folder in OBOX_JAVA_HOME" >&2
  else
    echo "JDK $JDK_NEEDED or newer is needed, and none was found: install one, or name its folder in OBOX_JAVA_HOME" >&2
  fi
  return 1
}
