#!/usr/bin/env bash
# Prints the performance table, everything side by side in one run on this machine.
#   ./bench.sh [--short]         all of it, shorter with --short
#   ./bench.sh ROW [--short]     one part alone: gateway drain passages hotlist radio modbus kiosks mavlink
#   ./bench.sh --peers           what other forwarders do while the broker is away; under 6 minutes on a quiet machine
set -uo pipefail
cd "$(dirname "$0")"
. scripts/tools.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# The peers live in a folder of this run only.
peers() {
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$folder'" EXIT
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error node-red@4.1.8 mqtt@5 mqtt-level-store@3 >&2 || return 1
  echo "Measured on $(date -u +%Y-%m-%d), $(nproc) cores, $(uname -m), load $(cut -d' ' -f1 /proc/loadavg) before."
  echo
  "$bench" peers "$folder"
}

# The row beside MAVLink needs another decoder; it too lives in a folder of this run only.
mavlink() {
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$folder'" EXIT
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error node-mavlink@2.3.0 >&2 || return 1
  "$bench" mavlink "$folder" "$@"
}

rows="gateway drain passages hotlist radio modbus kiosks mavlink"
case "${1:-}" in
  "" | --short | --peers) ;;
  *)
    [[ " $rows " == *" $1 "* ]] || { sed -n 's/^# \{0,1\}//; 2,5p' "$0" >&2; exit 2; }
    rows=$1
    shift
    ;;
esac

need_dotnet && need_debian_tools mosquitto fio node npm \
  && need_debian_packages python3-pymodbus:python:pymodbus python3-serial-asyncio:python:serial_asyncio || exit 1
said=$(dotnet build EdgeGateway.sln -c Release -v quiet 2>&1) || { printf '%s\n' "$said" >&2; exit 1; }
bench=tests/EdgeGateway.Benchmarks/bin/Release/net10.0/edgebench
if [ "${1:-}" = "--peers" ]; then
  peers
else
  echo "| measured on $(date -u +%Y-%m-%d), $(nproc) cores, $(uname -m) | figure | beside |"
  echo "|---|---|---|"
  for row in $rows; do
    if [ "$row" = mavlink ]; then mavlink "$@"; else "$bench" "$row" "$@"; fi || exit 1
  done
fi
