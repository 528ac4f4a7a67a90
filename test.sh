#!/usr/bin/env bash
# Installs what the tests need, builds, runs all of them. Last line: N passed, N failed.
#   ./test.sh          the short version, under 15 minutes on 2 cores
#   ./test.sh --long   crash, fuzz and outage suites at full size
set -uo pipefail
cd "$(dirname "$0")"
. scripts/tools.sh

[ "${1:-}" = "--long" ] && export EDGEGATEWAY_LONG=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

need_dotnet || { echo "0 passed, 1 failed"; exit 1; }
need_debian_tools mosquitto mosquitto_sub faketime strace openssl curl nats-server rabbitmq-server ejabberdctl erl ip apache2 snmpd snmpget socat gpsd upsd dcmdump storescp storescu mbpoll node npm \
  && need_debian_packages python3-pydicom:python:pydicom python3-pymodbus:python:pymodbus python3-serial-asyncio:python:serial_asyncio python3-websockets:python:websockets python3-jsonschema:python:jsonschema \
  && need_node_mavlink >/dev/null \
  || { echo "0 passed, 1 failed"; exit 1; }

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
export EDGEGATEWAY_FIGURES="$logs/figures"

if ! dotnet build EdgeGateway.sln -c Release -v quiet; then
  echo "The build failed; nothing was tested."
  echo "0 passed, 1 failed"
  exit 1
fi

# Prints how many passed and failed; the console says it in one line, or, when it is to say more, in lines of their own.
totals() {
  LC_ALL=C awk '
    match($0, /Failed: +[0-9]+, Passed: +[0-9]+/) { split(substr($0, RSTART), count, /[^0-9]+/); failed = count[2]; passed = count[3] }
    /^Total tests: / { passed = failed = 0 }
    /^ +Passed: [0-9]+$/ { passed = $2 }
    /^ +Failed: [0-9]+$/ { failed = $2 }
    END { print passed + 0, failed + 0 }' "$1"
}

passed=0
failed=0
for project in EdgeGateway.Tests EdgeGateway.EndToEnd; do
  dotnet test "tests/$project" -c Release --no-build --nologo -v quiet \
    --blame-hang-timeout 5m --blame-hang-dump-type none --results-directory "$logs/results" \
    --logger "console;verbosity=${EDGEGATEWAY_TEST_VERBOSITY:-minimal}" 2>&1 | tee "$logs/$project"
  status=${PIPESTATUS[0]}
  read -r p f < <(totals "$logs/$project")
  # A run that crashed, or that executed nothing, is a failure and not a success without tests.
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ] || [ "$p" -eq 0 ]; then f=$((f + 1)); fi
  passed=$((passed + p))
  failed=$((failed + f))
done

# What the crash suites tried, and the sums.
if [ -s "$EDGEGATEWAY_FIGURES" ]; then
  awk -F'\t' '{ printf "%s: %s\n", $1 " " $2, $3; sum[$1] += $2 } END { for (kind in sum) printf "%s in all: %d\n", kind, sum[kind] }' "$EDGEGATEWAY_FIGURES"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
