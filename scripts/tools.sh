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
    faketime) echo faketime ;;
    *) echo "$1" ;;
  esac
}

# Installs the Debian package of a tool where it is missing and can be installed.
need_debian_tool() {
  [ -n "$(tool_path "$1")" ] && return 0
  local package
  package=$(debian_package_of "$1")
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "$1 is missing. Install it with: sudo apt-get install $package" >&2
    return 1
  fi
  echo "Installing $package ..." >&2
  # The package must not start a broker of its own.
  local policy=/usr/sbin/policy-rc.d made=""
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=1; fi
  { apt-get install -y -q "$package" || { apt-get update -q && apt-get install -y -q "$package"; }; } >/dev/null 2>&1
  [ -n "$made" ] && rm -f "$policy"
  [ -n "$(tool_path "$1")" ] || { echo "$package could not be installed; is there a network?" >&2; return 1; }
}

# Prints a TCP port that is free now.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
