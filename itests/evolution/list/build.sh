#!/usr/bin/env bash
# Builds rack-list.jar from the sources beside it: against version 1.0 of the API io.obox.ui, and with version 1.3 of @obox/sdk.
# It was run once: what it made is kept. The page is compiled by tsc alone; nothing is bundled.
set -euo pipefail
cd "$(dirname "$0")"
java=${JAVA_HOME:?names the JDK}/bin
framework=${FRAMEWORK:?names the jar of org.osgi.framework}
target=$(mktemp -d)
trap 'rm -rf "$target"' EXIT

"$java/javac" --release 25 -proc:none -d "$target" -cp "../../../bundles/api/ui/target/classes:$framework" \
  src/org/example/rack/list/*.java
../../../ui/node_modules/.bin/tsc --project . --outDir "$target/page"
mkdir "$target/OSGI-INF"
cat >"$target/OSGI-INF/list.xml" <<'XML'
<component xmlns="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.rack.list" init="1">
  <implementation class="org.example.rack.list.RackList"/>
  <service><provide interface="io.obox.ui.UiContribution"/></service>
</component>
XML
"$java/jar" --create --file rack-list.jar --date 2026-01-01T00:00:00Z --manifest /dev/stdin -C "$target" . <<'MANIFEST'
Bundle-ManifestVersion: 2
Bundle-SymbolicName: org.example.rack.list
Bundle-Version: 1.0.0
Import-Package: io.obox.ui;version="[1,2)",org.osgi.framework
Service-Component: OSGI-INF/list.xml
MANIFEST
