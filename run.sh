#!/usr/bin/env bash
# Starts a simulated site, the gateway and a live view. Ctrl-C ends all of it.
#   ./run.sh                 until Ctrl-C
#   ./run.sh --seconds 30    ends by itself with a one-line ledger; exit 0 when nothing is lost or altered
# Ports are chosen free; EDGE_BROKER_PORT, EDGE_INBOX_PORT, EDGE_CAM05_PORT and EDGE_CAM06_PORT set them.
set -uo pipefail
cd "$(dirname "$0")"
. scripts/tools.sh

seconds=""
while [ $# -gt 0 ]; do
  case "$1" in
    --seconds) seconds="${2:-}"; shift 2 || true ;;
    *) echo "usage: ./run.sh [--seconds N]" >&2; exit 2 ;;
  esac
done
case "$seconds" in *[!0-9]*) echo "--seconds takes a whole number" >&2; exit 2 ;; esac

# A process that is killed leaves the pipes of its diagnostics behind in /tmp.
export DOTNET_EnableDiagnostics=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
need_dotnet || exit 1
echo "Building ..."
for project in src/EdgeGateway firmware-sim; do
  said=$(dotnet build "$project" -c Release -v quiet 2>&1) || { printf '%s\nThe build failed.\n' "$said" >&2; exit 1; }
done
gateway=$PWD/src/EdgeGateway/bin/Release/net10.0/edgegateway
edgesim=$PWD/firmware-sim/bin/Release/net10.0/edgesim

work=$(mktemp -d)
site=$work/site
cp -r samples/first-site "$site"
truth=$work/truth.jsonl
received=$work/received.jsonl
: >"$truth"; : >"$received"

export EDGE_BROKER_PORT=${EDGE_BROKER_PORT:-$(free_port)} EDGE_INBOX_PORT=${EDGE_INBOX_PORT:-$(free_port)}
export EDGE_CAM05_PORT=${EDGE_CAM05_PORT:-$(free_port)} EDGE_CAM06_PORT=${EDGE_CAM06_PORT:-$(free_port)}
export EDGEGATEWAY__uplink__brokers__0__host=127.0.0.1 EDGEGATEWAY__uplink__brokers__0__port=$EDGE_BROKER_PORT
export EDGEGATEWAY__inbox__port=$EDGE_INBOX_PORT EDGEGATEWAY__store__folder=$work/store
export EDGEGATEWAY__devices__4__port=$EDGE_CAM05_PORT EDGEGATEWAY__devices__5__port=$EDGE_CAM06_PORT

# Secrets are made for this run and shared with the simulated cameras; none is in the repository.
mkdir -p "$site/secrets"
for camera in CAM01 CAM02 CAM03 CAM04 CAM05 CAM06; do
  secret=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  export "EDGE_${camera}_SECRET=$secret"
  printf '%s\n' "$secret" >"$site/secrets/$(tr 'A-Z' 'a-z' <<<"$camera").secret"
done

pids=()
stop() { # stop PID: asks, waits, and only then insists
  kill -TERM "$1" 2>/dev/null || return 0
  for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  kill -KILL "$1" 2>/dev/null
}
cleanup() {
  trap - EXIT INT TERM
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do stop "${pids[i]}"; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT
trap 'echo; echo "Ending ..."; finished=1' INT TERM
finished=""

# setsid keeps Ctrl-C from the parts: they are ended in order, by this script.
start() { local log=$1; shift; setsid "$@" >"$log" 2>&1 & pids+=($!); }

if need_debian_tool mosquitto; then
  cat >"$work/mosquitto.conf" <<EOF
listener $EDGE_BROKER_PORT 127.0.0.1
allow_anonymous true
persistence false
max_queued_messages 100000
set_tcp_nodelay true
EOF
  [ "$(id -u)" -eq 0 ] && echo "user root" >>"$work/mosquitto.conf"
  start "$work/broker.log" "$(tool_path mosquitto)" -c "$work/mosquitto.conf"
  broker="mosquitto"
else
  echo "mosquitto is not here and cannot be installed: the simulator's own platform endpoint takes its place."
  start "$work/broker.log" "$edgesim" platform --port "$EDGE_BROKER_PORT"
  broker="simulated platform"
fi
for _ in $(seq 100); do (exec 3<>"/dev/tcp/127.0.0.1/$EDGE_BROKER_PORT") 2>/dev/null && break; sleep 0.1; done

setsid "$edgesim" watch --broker "mqtt://127.0.0.1:$EDGE_BROKER_PORT" --out "$received" & pids+=($!)
watch_pid=$!
sleep 1

"$gateway" check --config "$site/gateway.json" || exit 2
start "$work/gateway.log" "$gateway" run --config "$site/gateway.json"
gateway_pid=$!
for _ in $(seq 100); do (exec 3<>"/dev/tcp/127.0.0.1/$EDGE_INBOX_PORT") 2>/dev/null && break; sleep 0.1; done

echo "6 simulated cameras -> gateway (inbox port $EDGE_INBOX_PORT) -> $broker (port $EDGE_BROKER_PORT). Ctrl-C ends it."
setsid "$edgesim" run "$site/scenario.json" --ledger "$truth" ${seconds:+--seconds "$seconds"} >"$work/sim.log" 2>&1 & pids+=($!)
sim_pid=$!

while [ -z "$finished" ] && kill -0 "$sim_pid" 2>/dev/null; do
  kill -0 "$gateway_pid" 2>/dev/null || { echo "The gateway ended; its last words:" >&2; tail -5 "$work/gateway.log" >&2; exit 1; }
  sleep 0.2
done
stop "$sim_pid"

# What the cameras were told is safe has up to 20 s to arrive: the last pictures are still on their way.
for _ in $(seq 40); do
  "$edgesim" verify --ledger "$truth" --received "$received" >"$work/verdict" 2>"$work/why" && break
  kill -0 "$watch_pid" 2>/dev/null || break
  sleep 0.5
done
"$edgesim" verify --ledger "$truth" --received "$received" >"$work/verdict" 2>"$work/why"
verdict=$?
[ "$verdict" -ne 0 ] && { tail -20 "$work/why"; tail -5 "$work/gateway.log"; } >&2
stop "$watch_pid"
cat "$work/verdict"
exit "$verdict"
