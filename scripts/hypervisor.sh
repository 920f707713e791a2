#!/usr/bin/env bash
# Brings the hypervisor of this machine (libvirt with QEMU) into a working state, and says what is wrong with it.
# Sourced by ./obox; also a command of its own: scripts/hypervisor.sh up|check|packages|acceleration|restart.
# Every function may be called again at any time: what is already as it should be is left alone.

HYPERVISOR_URI=${HYPERVISOR_URI:-qemu:///system}
HYPERVISOR_NETWORK=${HYPERVISOR_NETWORK:-default}
HYPERVISOR_KVM=${HYPERVISOR_KVM:-/dev/kvm}

hypervisor_say() { printf '  %s\n' "$*" >&2; }

hypervisor_fail() {
  printf 'obox: %s\n' "$*" >&2
  return 1
}

# Runs a command as root, if need be by sudo; never asks for a password.
hypervisor_as_root() {
  if ((EUID == 0)); then
    "$@"
  elif sudo -n true 2>/dev/null; then
    sudo -n -- "$@"
  else
    hypervisor_fail "this needs root: run as root, or allow sudo without a password, or run it yourself: $*"
  fi
}

# hypervisor_wait SECONDS COMMAND…: until the command succeeds.
hypervisor_wait() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || return 1
    sleep 0.2
  done
}

hypervisor_virsh() { timeout 60 virsh --quiet --connect "$HYPERVISOR_URI" "$@"; }
hypervisor_answers() { timeout 20 virsh --quiet --connect "$HYPERVISOR_URI" version >/dev/null 2>&1; }
hypervisor_has_systemd() { [[ -d /run/systemd/system ]]; }

# ---- packages -------------------------------------------------------------------------------------------------------

hypervisor_packages() {
  printf '%s\n' libvirt-daemon-system libvirt-daemon-driver-qemu libvirt-clients \
    qemu-system-x86 qemu-utils dnsmasq-base iptables
}

hypervisor_package_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# hypervisor_missing_packages PACKAGE…: those of them that are not installed, one a line.
hypervisor_missing_packages() {
  local package
  for package in "$@"; do
    hypervisor_package_installed "$package" || printf '%s\n' "$package"
  done
}

# Installs what the hypervisor lacks. Where there is no apt-get, libvirt from elsewhere is taken as it is.
hypervisor_install() {
  local packages
  if ! command -v apt-get >/dev/null; then
    command -v virsh >/dev/null && command -v qemu-img >/dev/null && return 0
    hypervisor_fail "this system has no apt-get: install libvirt, QEMU, dnsmasq and iptables with its own package manager"
    return
  fi
  mapfile -t packages < <(hypervisor_packages)
  hypervisor_install_packages "${packages[@]}"
}

# hypervisor_install_packages PACKAGE…: those that are missing, from Debian. OBOX_NO_INSTALL=1 forbids it.
hypervisor_install_packages() {
  local missing log
  mapfile -t missing < <(hypervisor_missing_packages "$@")
  ((${#missing[@]})) || return 0
  if [[ -n ${OBOX_NO_INSTALL:-} ]]; then
    hypervisor_fail "packages are missing; install them with: sudo apt-get install --no-install-recommends ${missing[*]}"
    return
  fi
  hypervisor_say "installing packages: ${missing[*]}"
  log=$(mktemp) || return 1
  hypervisor_apt update >"$log" 2>&1 || hypervisor_say "the package lists could not be brought up to date; going on with those available"
  if ! hypervisor_apt install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    hypervisor_fail "apt-get could not install ${missing[*]}; its output is in $log"
    return
  fi
  rm -f "$log"
}

hypervisor_apt() {
  hypervisor_as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get --yes --quiet -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" </dev/null
}

# ---- acceleration ---------------------------------------------------------------------------------------------------

hypervisor_cpu_virtualizes() { grep -qwE '^(flags|Features).*(vmx|svm)' /proc/cpuinfo; }

# Prints `kvm` or `qemu`. A /dev/kvm alone proves nothing: guests hang where the CPU lacks the feature behind it.
hypervisor_acceleration() {
  if hypervisor_cpu_virtualizes && [[ -c $HYPERVISOR_KVM ]]; then echo kvm; else echo qemu; fi
}

hypervisor_kvm_rights_right() {
  [[ ! -c $HYPERVISOR_KVM ]] || [[ $(stat --format='%G %a' "$HYPERVISOR_KVM") =~ ^kvm\ (660|666)$ ]]
}

# The rights that udev would give. Without them libvirt probes QEMU again at each start of a domain: minutes, not seconds.
hypervisor_repair_kvm_rights() {
  hypervisor_kvm_rights_right && return 0
  getent group kvm >/dev/null || hypervisor_as_root groupadd --system kvm || return 1
  hypervisor_say "giving $HYPERVISOR_KVM to group kvm, mode 660"
  hypervisor_as_root chgrp kvm "$HYPERVISOR_KVM" && hypervisor_as_root chmod 660 "$HYPERVISOR_KVM" && return 0
  hypervisor_fail "could not set the rights of $HYPERVISOR_KVM: run: sudo chgrp kvm $HYPERVISOR_KVM && sudo chmod 660 $HYPERVISOR_KVM"
}

# ---- daemon ---------------------------------------------------------------------------------------------------------

hypervisor_pid() {
  local pid
  pid=$(cat /run/libvirtd.pid 2>/dev/null) && [[ $(cat "/proc/$pid/comm" 2>/dev/null) == libvirtd ]] && echo "$pid"
}

hypervisor_run_daemons() {
  if hypervisor_has_systemd; then
    hypervisor_as_root systemctl start libvirtd
  else
    hypervisor_log_daemon_alive || hypervisor_detached virtlogd --daemon || return 1
    [[ -n $(hypervisor_pid) ]] || hypervisor_detached libvirtd --daemon
  fi
}

# Starts a daemon without handing it open files of this shell, such as locks that it would hold for ever.
hypervisor_detached() (
  for descriptor in /proc/self/fd/*; do
    descriptor=${descriptor##*/}
    ((descriptor <= 2)) || eval "exec $descriptor>&-"
  done
  hypervisor_as_root "$@" </dev/null
)

hypervisor_log_daemon_alive() {
  local pid
  pid=$(cat /run/virtlogd.pid 2>/dev/null) && [[ $(cat "/proc/$pid/comm" 2>/dev/null) == virtlogd ]]
}

hypervisor_start() {
  hypervisor_answers && return 0
  command -v virsh >/dev/null || { hypervisor_fail "libvirt is not installed: run ./obox up without --no-install"; return 1; }
  hypervisor_say "starting libvirtd"
  hypervisor_run_daemons || { hypervisor_fail "libvirtd did not start: see $(hypervisor_log_hint)"; return 1; }
  hypervisor_wait 60 hypervisor_answers && return 0
  if ((EUID != 0)) && ! id --name --groups | grep -qw libvirt; then
    hypervisor_fail "you may not use $HYPERVISOR_URI: run: sudo usermod --append --groups libvirt $(id -un), then log in again"
  else
    hypervisor_fail "libvirtd does not answer at $HYPERVISOR_URI: see $(hypervisor_log_hint)"
  fi
}

hypervisor_log_hint() {
  if hypervisor_has_systemd; then echo "journalctl -u libvirtd"; else echo "the output of: libvirtd --verbose"; fi
}

# Stops libvirtd and starts it again, as an update of the package would; domains go on running.
hypervisor_restart() {
  if hypervisor_has_systemd; then
    hypervisor_as_root systemctl restart libvirtd || { hypervisor_fail "systemctl could not restart libvirtd"; return 1; }
  else
    hypervisor_stop TERM || return 1
    hypervisor_run_daemons || { hypervisor_fail "libvirtd did not start: see $(hypervisor_log_hint)"; return 1; }
  fi
  hypervisor_wait 60 hypervisor_answers || hypervisor_fail "libvirtd does not answer after its restart"
}

# hypervisor_stop TERM|KILL: ends libvirtd alone; domains and networks go on.
hypervisor_stop() {
  local pid
  if hypervisor_has_systemd; then
    hypervisor_as_root systemctl stop libvirtd.socket libvirtd-ro.socket libvirtd-admin.socket libvirtd
    return
  fi
  pid=$(hypervisor_pid) || return 0
  hypervisor_as_root kill "-$1" "$pid"
  hypervisor_wait 30 hypervisor_gone "$pid" || hypervisor_fail "libvirtd (process $pid) does not end"
}

hypervisor_gone() { [[ ! -d /proc/$1 || $(cat "/proc/$1/comm" 2>/dev/null) != libvirtd ]]; }

# ---- network --------------------------------------------------------------------------------------------------------

hypervisor_network_active() { hypervisor_virsh net-list --name 2>/dev/null | grep -qx "$HYPERVISOR_NETWORK"; }

hypervisor_network_xml() {
  cat <<XML
<network>
  <name>$HYPERVISOR_NETWORK</name>
  <forward mode='nat'/>
  <bridge name='virbr0' stp='on' delay='0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>
XML
}

hypervisor_start_network() {
  local reason
  hypervisor_network_active && return 0
  hypervisor_say "starting libvirt's network $HYPERVISOR_NETWORK"
  if ! hypervisor_virsh net-info "$HYPERVISOR_NETWORK" >/dev/null 2>&1; then
    reason=$(hypervisor_virsh net-define <(hypervisor_network_xml) 2>&1) ||
      { hypervisor_fail "network $HYPERVISOR_NETWORK could not be defined: $reason"; return 1; }
  fi
  reason=$(hypervisor_virsh net-start "$HYPERVISOR_NETWORK" 2>&1) || hypervisor_network_active ||
    { hypervisor_fail "network $HYPERVISOR_NETWORK did not start: $reason"; return 1; }
  hypervisor_virsh net-autostart "$HYPERVISOR_NETWORK" >/dev/null 2>&1 ||
    hypervisor_say "network $HYPERVISOR_NETWORK will not start by itself with the machine"
}

# ---- all together ---------------------------------------------------------------------------------------------------

hypervisor_up() {
  hypervisor_install && hypervisor_repair_kvm_rights && hypervisor_start && hypervisor_start_network
}

# One line for each check: name, ok or fault, what was found, remedy; separated by tabs. Fails where one is a fault.
hypervisor_check() {
  local faults=0 missing packages
  hypervisor_finding() {
    printf '%s\t%s\t%s\t%s\n' "$@"
    [[ $2 == ok ]] || faults=1
  }
  mapfile -t packages < <(hypervisor_packages)
  missing=$(hypervisor_missing_packages "${packages[@]}" | paste --serial --delimiters=' ')
  if ! command -v dpkg-query >/dev/null; then
    hypervisor_finding packages ok "not a Debian system: not checked" ""
  elif [[ -z $missing ]]; then
    hypervisor_finding packages ok "all installed" ""
  else
    hypervisor_finding packages fault "missing: $missing" "sudo apt-get install --no-install-recommends $missing"
  fi
  if hypervisor_answers; then
    hypervisor_finding libvirt ok "$(hypervisor_virsh version | tail -n 1)" ""
  else
    hypervisor_finding libvirt fault "nothing answers at $HYPERVISOR_URI" "./obox up starts libvirtd; by hand: sudo systemctl start libvirtd"
  fi
  if hypervisor_network_active; then
    hypervisor_finding network ok "$HYPERVISOR_NETWORK is active" ""
  else
    hypervisor_finding network fault "$HYPERVISOR_NETWORK is not active" "virsh --connect $HYPERVISOR_URI net-start $HYPERVISOR_NETWORK"
  fi
  if [[ $(hypervisor_acceleration) == kvm ]]; then
    hypervisor_finding acceleration ok "KVM" ""
  else
    hypervisor_finding acceleration ok "none: guests are emulated, ten times slower (the CPU shows neither vmx nor svm, or there is no $HYPERVISOR_KVM)" ""
  fi
  if hypervisor_kvm_rights_right; then
    hypervisor_finding kvm-rights ok "$([[ -c $HYPERVISOR_KVM ]] && echo "group kvm may use $HYPERVISOR_KVM" || echo "there is no $HYPERVISOR_KVM")" ""
  else
    hypervisor_finding kvm-rights fault "$HYPERVISOR_KVM is $(stat --format='%U:%G, mode %a' "$HYPERVISOR_KVM"): each start of a domain takes minutes" \
      "sudo chgrp kvm $HYPERVISOR_KVM && sudo chmod 660 $HYPERVISOR_KVM"
  fi
  return "$faults"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -o nounset -o pipefail
  case ${1:-} in
    up | check | packages | acceleration | restart | stop | start | install) command=$1; shift; "hypervisor_$command" "$@" ;;
    *) hypervisor_fail "usage: $0 up|check|packages|acceleration|install|start|stop|restart" ;;
  esac
fi
