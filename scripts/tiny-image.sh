#!/usr/bin/env bash
# Builds the guest image `tiny` from Debian packages; needs no root and no loop device, but the tools listed below.
#   scripts/tiny-image.sh [--force] [PATH]      PATH: default terraform/cloud_img/images/tiny/1.qcow2
# Packages are fetched once, by apt-get as this machine has it configured, into ${OBOX_CACHE:-~/.cache/obox}/packages.

TINY_SCRIPTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TINY_SOURCES=$TINY_SCRIPTS/../terraform/cloud_img/tiny
TINY_MODULES=(virtio_pci virtio_blk virtio_scsi virtio_net virtio_balloon virtio_rng virtio_console
  sd_mod sr_mod isofs vfat nls_cp437 nls_ascii button evdev)

# shellcheck source=scripts/hypervisor.sh
declare -F hypervisor_fail >/dev/null || source "$TINY_SCRIPTS/hypervisor.sh"

# What must be installed to build the image.
tiny_image_packages() { printf '%s\n' cpio dosfstools mtools qemu-utils syslinux xz-utils; }

# The packages that the image is made of: the newest kernel for virtual machines, which is small and quickly unpacked, its
# modules, a shell, an SSH server and its libraries.
tiny_image_contents() {
  local kernel image
  for kernel in linux-image-cloud-amd64 linux-image-virtual linux-image-generic; do
    image=$(apt-cache depends "$kernel" 2>/dev/null | sed -nE 's/^ +Depends: (linux-image-[0-9].*)/\1/p' | head -n 1)
    [[ -n $image ]] && break
  done
  [[ -n $image ]] || return 1
  printf '%s\n' "$image" busybox-static dropbear-bin
  apt-cache depends "$image" | sed -nE 's/^ +Depends: (linux-modules-[0-9].*)/\1/p'
  apt-cache depends --recurse --no-{recommends,suggests,conflicts,breaks,replaces,enhances} dropbear-bin |
    grep -E '^(lib|zlib)[a-z0-9.+-]*$'
}

# The file names that apt-get gives to the newest versions of packages.
tiny_image_file_names() {
  apt-cache show --no-all-versions "$@" | awk '
    /^Package: / {package = $2}
    /^Architecture: / {architecture = $2}
    /^Version: / {version = $2; gsub(":", "%3a", version)}
    /^$/ {print package "_" version "_" architecture ".deb"}'
}

# tiny_image_fetch FOLDER PACKAGE…: puts the packages there, if they are not there yet, and prints where.
tiny_image_fetch() {
  local folder=$1 name
  local -a names
  shift
  mapfile -t names < <(tiny_image_file_names "$@")
  for name in "${names[@]}"; do
    [[ -s $folder/$name ]] || tiny_image_download "$folder" "$@" || return 1
    printf '%s\n' "$folder/$name"
  done
}

tiny_image_download() {
  local folder=$1
  shift
  hypervisor_say "downloading kernel, busybox and dropbear"
  (cd "$folder" && apt-get download --quiet -o APT::Sandbox::User=root -o Acquire::Retries=3 "$@" >/dev/null)
}

# Unpacks a kernel module, whichever way the distribution packs it.
tiny_image_unpack_module() {
  case $1 in
    *.xz) xz --decompress --stdout "$1" ;;
    *.zst) zstd --quiet --decompress --stdout "$1" ;;
    *) cat "$1" ;;
  esac
}

# tiny_image_add_module TREE TARGET NAME: the module after those it depends on; `order` is the order of loading.
tiny_image_add_module() {
  local tree=$1 target=$2 name=${3//-/_} file dependency
  [[ ! -e $target/$name.ko ]] || return 0
  file=$(find "$tree" -name '*.ko*' | awk -F/ -v name="$name" '{f = $NF; sub(/\.ko.*/, "", f); gsub(/-/, "_", f)} f == name' | head -n 1)
  if [[ -z $file ]]; then
    find "$tree" -name modules.builtin -exec cat {} + | sed 's/-/_/g' | grep -q "/$name\.ko$" ||
      hypervisor_fail "the kernel package has no module $name"
    return
  fi
  tiny_image_unpack_module "$file" >"$target/$name.ko" || return 1
  for dependency in $(grep -aoP '(?<=\x00)depends=\K[^\x00]+' "$target/$name.ko" | tr ',' ' '); do
    tiny_image_add_module "$tree" "$target" "$dependency" || return 1
  done
  echo "$name.ko" >>"$target/order"
}

# tiny_image_add_programs TREE ROOT PATH…: programs with the libraries that they load.
tiny_image_add_programs() {
  local tree=$1 root=$2 loader folders program library
  shift 2
  loader=$(find "$tree" -name 'ld-linux-x86-64.so.2' | head -n 1)
  folders=$(find "$tree" -type d -name x86_64-linux-gnu | paste --serial --delimiters=:)
  mkdir -p "$root/lib" "$root/lib64"
  cp -L "$loader" "$root/lib64/"
  for program in "$@"; do
    cp "$tree/$program" "$root/bin/" || return 1
    for library in $("$loader" --library-path "$folders" --list "$tree/$program" | awk '$2 == "=>" {print $3}'); do
      [[ -e $root/lib/${library##*/} || $library == */ld-linux* ]] || cp -L "$library" "$root/lib/" || return 1
    done
  done
}

# tiny_image_root TREE ROOT: the guest's file system, which is its initial RAM disk.
tiny_image_root() {
  local tree=$1 root=$2 module
  mkdir -p "$root"/{bin,etc/acpi/PWRF,etc/dropbear,lib/modules,root/.ssh}
  cp "$(find "$tree" -path '*bin/busybox' | head -n 1)" "$root/bin/busybox" || return 1
  tiny_image_add_programs "$tree" "$root" usr/sbin/dropbear usr/bin/dropbearkey || return 1
  for module in "${TINY_MODULES[@]}"; do
    tiny_image_add_module "$tree" "$root/lib/modules" "$module" || return 1
  done
  install -m 755 "$TINY_SOURCES/init" "$root/init"
  install -m 755 "$TINY_SOURCES/boot" "$TINY_SOURCES/dhcp" "$root/etc/"
  install -m 644 "$TINY_SOURCES/inittab" "$root/etc/inittab"
  printf '#!/bin/sh\nexec poweroff\n' >"$root/etc/acpi/PWRF/00000080"
  chmod 755 "$root/etc/acpi/PWRF/00000080"
  echo 'root::0:0:root:/root:/bin/sh' >"$root/etc/passwd"
  echo 'root:x:0:' >"$root/etc/group"
  echo '/bin/sh' >"$root/etc/shells"
  chmod 700 "$root/root" "$root/root/.ssh"
}

# tiny_image_disk WORK IMAGE: a FAT disk with kernel, RAM disk and boot loader.
tiny_image_disk() {
  local work=$1 image=$2 kernel
  kernel=$(find "$work/packages" -name 'vmlinuz-*' | head -n 1)
  (cd "$work/root" && find . | LC_ALL=C sort | cpio --quiet --create --format=newc --owner=0:0) | gzip --no-name -9 >"$work/initrd" || return 1
  truncate --size=48M "$work/disk" && PATH=$PATH:/usr/sbin:/sbin mkfs.vfat -n TINY -i 0B0C0001 "$work/disk" >/dev/null || return 1
  mcopy -i "$work/disk" "$TINY_SOURCES/syslinux.cfg" ::syslinux.cfg && mcopy -i "$work/disk" "$kernel" ::vmlinuz &&
    mcopy -i "$work/disk" "$work/initrd" ::initrd && syslinux --install "$work/disk" || return 1
  qemu-img convert -f raw -O qcow2 -c "$work/disk" "$image"
}

tiny_image_build() {
  local work=$1 cache=$2 image=$3 contents file
  local -a files
  mapfile -t contents < <(tiny_image_contents | sort -u)
  ((${#contents[@]} > 3)) || { hypervisor_fail "apt knows no kernel package: run: sudo apt-get update"; return 1; }
  mkdir -p "$cache" "$work/packages" "$(dirname "$image")" || return 1
  mapfile -t files < <({ flock 9 && tiny_image_fetch "$cache" "${contents[@]}"; } 9>"$cache/.lock")
  ((${#files[@]} == ${#contents[@]})) || { hypervisor_fail "not all packages could be downloaded: run: sudo apt-get update"; return 1; }
  for file in "${files[@]}"; do
    dpkg-deb --extract "$file" "$work/packages" || return 1
  done
  tiny_image_root "$work/packages" "$work/root" && tiny_image_disk "$work" "$image.part" && mv "$image.part" "$image"
}

# tiny_image [--force] [PATH]
tiny_image() {
  local force='' image work
  local -a packages
  [[ ${1:-} == --force ]] && force=1 && shift
  image=${1:-$TINY_SCRIPTS/../terraform/cloud_img/images/tiny/1.qcow2}
  [[ -z $force && -s $image ]] && return 0
  [[ $(uname -m) == x86_64 ]] || { hypervisor_fail "the tiny image is made for x86_64 only"; return 1; }
  command -v apt-get >/dev/null || { hypervisor_fail "the tiny image is built on Debian and its relatives only: put another image under terraform/cloud_img/images"; return 1; }
  mapfile -t packages < <(tiny_image_packages)
  hypervisor_install_packages "${packages[@]}" || return 1
  hypervisor_say "building the guest image tiny"
  work=$(mktemp --directory) || return 1
  if ! tiny_image_build "$work" "${OBOX_CACHE:-$HOME/.cache/obox}/packages" "$image"; then
    rm -rf "$work" "$image.part"
    hypervisor_fail "the tiny image could not be built"
    return
  fi
  rm -rf "$work"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -o nounset -o pipefail
  tiny_image "$@"
fi
