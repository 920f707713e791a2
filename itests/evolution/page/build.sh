#!/usr/bin/env bash
# Builds rack-page-1.jar and rack-page-2.jar from the sources beside it: against version 1.0 of the API io.obox.ui, and with
# version 1.0 of @obox/sdk. It was run once: what it made is kept. The page is compiled by tsc alone; nothing is bundled.
set -euo pipefail
cd "$(dirname "$0")"
java=${JAVA_HOME:?names the JDK}/bin
framework=${FRAMEWORK:?names the jar of org.osgi.framework}
work=$(mktemp -d)
trap 'rm -rf "$work" src/version.ts' EXIT

for version in 1 2; do
  target=$work/$version
  "$java/javac" --release 25 -proc:none -d "$target" -cp "../../../bundles/api/ui/target/classes:$framework" \
    src/org/example/rack/page/*.java
  echo "export const VERSION = '$version';" >src/version.ts
  ../../../ui/node_modules/.bin/tsc --project . --outDir "$target/page"
  mkdir "$target/OSGI-INF"
  cat >"$target/OSGI-INF/pages.xml" <<'XML'
<component xmlns="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.rack.page" init="1">
  <implementation class="org.example.rack.page.RackPages"/>
  <service><provide interface="io.obox.ui.UiContribution"/></service>
</component>
XML
  cat >"$work/manifest" <<MANIFEST
Bundle-ManifestVersion: 2
Bundle-SymbolicName: org.example.rack.page
Bundle-Version: $version.0.0
Import-Package: io.obox.ui;version="[1,2)",org.osgi.framework
Service-Component: OSGI-INF/pages.xml
MANIFEST
  "$java/jar" --create --file "rack-page-$version.jar" --manifest "$work/manifest" --date 2026-01-01T00:00:00Z -C "$target" .
done
