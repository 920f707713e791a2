#!/usr/bin/env bash
# Builds rack-1.jar from the sources beside it, against the API of baseline 0.1.0. It was run once: what it made is kept.
set -euo pipefail
cd "$(dirname "$0")"
java=${JAVA_HOME:?names the JDK}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

api=$(find ../../../bundles/api/baseline -name '*-0.1.0.jar' -printf '%p:')
"$java/javac" --release 25 -parameters -proc:none -d "$work/classes" -cp "$api" src/org/example/rack/*.java
cat >"$work/manifest" <<'MANIFEST'
Bundle-ManifestVersion: 2
Bundle-SymbolicName: org.example.rack
Bundle-Version: 1.0.0
Import-Package: io.obox.event;version="[2,3)",io.obox.host;version="[1,2
 )",io.obox.job;version="[1,2)",io.obox.problem;version="[1,2)",io.obox.
 provisioner.spi;version="[1,2)",io.obox.user;version="[1,2)",io.obox.vm
 ;version="[1,2)"
MANIFEST
"$java/jar" --create --file rack-1.jar --manifest "$work/manifest" --date 2026-01-01T00:00:00Z -C "$work/classes" .
