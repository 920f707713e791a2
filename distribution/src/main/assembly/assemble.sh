#!/usr/bin/env bash
# Puts together what a user downloads, in target/: the folder `obox`, and unless told not to the archive of it, which
# starts faster.
#   assemble.sh VERSION JAVA_HOME folder|archive
# Running platforms started from the folder before are not disturbed: they work on copies of their bundles.
set -o errexit -o nounset -o pipefail

version=$1 java_home=$2 wanted=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
root=$(dirname "$here")
target=$here/target
name=obox-$version-linux-$(uname -m)

# All of Java SE, for bundles that nobody knows yet, and of the JDK what the platform and its operators need. Mails write dates in the
# languages of OBox.
modules=java.se,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
locales=en,fr

link_runtime() {
  local runtime=$target/runtime release
  release=$(cat "$java_home/release")
  [[ -x $runtime/bin/java && $(cat "$runtime/.made-of" 2>/dev/null) == "$modules $locales $release" ]] && return
  rm -rf "$runtime"
  "$java_home/bin/jlink" --add-modules "$modules" --include-locales "$locales" --strip-debug --no-header-files --no-man-pages \
    --generate-cds-archive --output "$runtime"
  echo "$modules $locales $release" >"$runtime/.made-of"
}

copy_features() {
  local file feature
  mkdir "$1"
  for file in "$root"/features/target/slingfeature-tmp/feature-*.json; do
    feature=$(basename "$file" .json)
    feature=${feature#feature-}
    # the composed ones are for the analysis alone: the launcher takes all features but some
    [[ $feature == all-in-one || $feature == *-node ]] || cp "$file" "$1/$feature.json"
  done
}

copy_folder() {
  local folder=$1
  rm -rf "$folder"
  mkdir -p "$folder/bin" "$folder/terraform/cloud_img"
  cp "$root/obox" "$folder/bin/"
  cp -r "$root/scripts" "$root/LICENSE" "$root/.env.example" "$folder/"
  cp -r "$root/terraform/cloud_img/tiny" "$folder/terraform/cloud_img/"
  cp -r "$here/src/main/conf" "$folder/conf"
  cp -r "$target/lib" "$folder/lib"
  cp -r "$root/features/target/repository" "$folder/repository"
  rm -rf "$folder/repository/io/obox/obox-features"
  copy_features "$folder/features"
  cp -a "$target/runtime" "$folder/runtime"
  echo "$version" >"$folder/VERSION"
}

link_runtime
copy_folder "$target/obox.next"
[[ $wanted == folder ]] || "$here/src/main/assembly/train.sh" "$target/obox.next"
rm -rf "$target/obox"
mv "$target/obox.next" "$target/obox"
if [[ $wanted == archive ]]; then
  tar --directory "$target" --transform "s|^obox|$name|" --owner=0 --group=0 -czf "$target/$name.tar.gz" obox
fi
