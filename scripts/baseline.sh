#!/usr/bin/env bash
# scripts/baseline.sh VERSION: keeps the jars of the API, as they are built at this moment, as the release that later builds
# must not break. To be run when a version of OBox is released; then obox.baseline in pom.xml names it.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?say which version it is, such as 0.2.0}
repository=bundles/api/baseline/io/obox/baseline

mapfile -t modules < <(dirname bundles/api/*/pom.xml bundles/provisioner-spi/pom.xml)
./mvnw -q package -DskipTests -Dbnd.baseline.skip=true -am -pl "$(IFS=,; echo "${modules[*]}")"
for module in "${modules[@]}"; do
  jar=$(ls "$module"/target/obox-*.jar)
  artifact=$(sed -n 's:^  <artifactId>\(.*\)</artifactId>:\1:p' "$module/pom.xml")
  folder=$repository/$artifact/$version
  [[ ! -e $folder ]] || { echo "There is a baseline $version already: a release never changes." >&2; exit 1; }
  mkdir -p "$folder"
  cp "$jar" "$folder/$artifact-$version.jar"
  cat >"$folder/$artifact-$version.pom" <<POM
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.obox.baseline</groupId>
  <artifactId>$artifact</artifactId>
  <version>$version</version>
</project>
POM
done
