#!/usr/bin/env bash
# Prints the performance table, everything side by side in one run on this machine.
#   ./bench.sh [--short]
set -uo pipefail
cd "$(dirname "$0")"
. scripts/tools.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
need_dotnet && need_debian_tool mosquitto || exit 1
said=$(dotnet build EdgeGateway.sln -c Release -v quiet 2>&1) || { printf '%s\n' "$said" >&2; exit 1; }
echo "| measured on $(date -u +%Y-%m-%d), $(nproc) cores, $(uname -m) | figure | beside |"
echo "|---|---|---|"
bench=tests/EdgeGateway.Benchmarks/bin/Release/net10.0/edgebench
"$bench" gateway "$@" && "$bench" drain "$@"
