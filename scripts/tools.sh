# Shared by run.sh, test.sh and bench.sh: finds or installs the tools that they need.

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "The .NET 10 SDK is missing. Install it, so that 'dotnet --version' prints 10.0 or later, and start again." >&2
    return 1
  fi
  local version
  version=$(dotnet --version 2>/dev/null)
  case "$version" in
    1[0-9].*) return 0 ;;
    *) echo "The .NET 10 SDK is needed, 'dotnet --version' prints '$version'." >&2; return 1 ;;
  esac
}

# Prints where a tool is; Debian keeps servers in /usr/sbin, which is not on everybody's PATH.
tool_path() {
  command -v "$1" 2>/dev/null || { [ -x "/usr/sbin/$1" ] && echo "/usr/sbin/$1"; }
}

debian_package_of() {
  case "$1" in
    mosquitto_sub | mosquitto_pub) echo mosquitto-clients ;;
    ejabberdctl) echo ejabberd ;;
    erl | epmd) echo erlang-base ;;
    upsd) echo nut-server ;;
    snmpget | snmpset | snmpwalk) echo snmp ;;
    ip) echo iproute2 ;;
    dcmdump | dump2dcm | storescu | storescp) echo dcmtk ;;
    node) echo nodejs ;;
    apache2) echo apache2-bin ;;
    *) echo "$1" ;;
  esac
}

# Installs the Debian packages of tools where they are missing and can be installed.
need_debian_tools() {
  local tool packages=""
  for tool in "$@"; do
    [ -n "$(tool_path "$tool")" ] || packages="$packages $(debian_package_of "$tool")"
  done
  install_missing $packages || return 1
  for tool in "$@"; do
    [ -n "$(tool_path "$tool")" ] || { echo "$(debian_package_of "$tool") could not be installed; is there a network?" >&2; return 1; }
  done
}

# The same for packages that bring no tool. Each argument is PACKAGE:PATH, the path that shows that it is there, or PACKAGE:python:MODULE.
need_debian_packages() {
  local one packages=""
  for one in "$@"; do
    has_part "${one#*:}" || packages="$packages ${one%%:*}"
  done
  install_missing $packages || return 1
  for one in "$@"; do
    has_part "${one#*:}" || { echo "${one%%:*} could not be installed; is there a network?" >&2; return 1; }
  done
}

# Debian's own python sees Debian's modules; another one that comes first on the PATH may not.
has_part() {
  case "$1" in
    python:*) [ -x /usr/bin/python3 ] && /usr/bin/python3 -c "import importlib.util, sys; sys.exit(importlib.util.find_spec('${1#python:}') is None)" 2>/dev/null ;;
    *) [ -e "$1" ] ;;
  esac
}

install_missing() {
  local packages="$*"
  [ -z "$packages" ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing; install with: sudo apt-get install $packages" >&2
    return 1
  fi
  echo "Installing $packages ..." >&2
  # The packages must start no broker of their own.
  local policy=/usr/sbin/policy-rc.d made=""
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=1; fi
  # shellcheck disable=SC2086
  { install_debian $packages || { apt-get update -q && install_debian $packages; }; } >/dev/null 2>&1
  [ -n "$made" ] && rm -f "$policy"
  return 0
}

install_debian() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# Prints the folder of the modules of npm packages, each NAME@VERSION; installs them outside this tree where they are missing.
need_npm_packages() {
  local folder="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/edgegateway/npm-$(printf '%s ' "$@" | cksum | cut -d' ' -f1)"
  local fresh
  if [ ! -e "$folder/complete" ]; then
    echo "Installing $* ..." >&2
    mkdir -p "$(dirname "$folder")" && fresh=$(mktemp -d "$folder.XXXXXX") || return 1
    # Into a folder of its own first: two that install at one time do not meet, and one that broke off is not taken for whole.
    if ! npm install --prefix "$fresh" --no-audit --no-fund --ignore-scripts --loglevel=error "$@" >&2; then
      rm -rf "$fresh"
      echo "$* could not be installed; is there a network?" >&2
      return 1
    fi
    touch "$fresh/complete"
    mv -T "$fresh" "$folder" 2>/dev/null || rm -rf "$fresh"
  fi
  echo "$folder/node_modules"
}

# The MAVLink vehicle that is not ours, with the very definitions that it was tried with.
need_node_mavlink() { need_npm_packages node-mavlink@2.3.0 mavlink-mappings@1.0.21-20250824-1; }

need_debian_tool() { need_debian_tools "$1"; }

# Prints a TCP port that is free now.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
