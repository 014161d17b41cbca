#!/usr/bin/env bash
# What tracing costs: CPU seconds of the whole of Likewire in one process for 1,000 reads of a product, without tracing, with
# a share of 0.1 and with all, one after the other and as often as said. Needs wrk, curl and node, and the jars.
#   benchmarks/tracing.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-2}
seconds=10
hertz=$(getconf CLK_TCK)
work=$(mktemp -d)
receiver= likewire=
trap 'kill $receiver $likewire 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

node -e 'require("http").createServer((q,r)=>{q.resume();q.on("end",()=>r.end())}).listen(0,"127.0.0.1",function(){console.log(this.address().port)})' >"$work/receiver" &
receiver=$!
until [ -s "$work/receiver" ]; do sleep 0.1; done

measure() { # name, share
  local port=$((20000 + RANDOM % 10000)) endpoint=
  [ "$2" = off ] || endpoint="http://127.0.0.1:$(cat "$work/receiver")"
  DATA_DIR="$work/data" HTTP_PORT=$port MANAGEMENT_PORT=0 TUTORIAL_MODE=true OTEL_EXPORTER_OTLP_ENDPOINT=$endpoint \
    OTEL_TRACES_SAMPLER_ARG=${2/off/0} java -jar standalone/target/standalone.jar >"$work/log" 2>&1 &
  likewire=$!
  until curl -fs "localhost:$port/api/products/1" >/dev/null 2>&1; do
    kill -0 "$likewire" || { cat "$work/log"; exit 1; }
    sleep 0.5
  done
  wrk -t1 -c16 -d$seconds "http://localhost:$port/api/products/1" >/dev/null
  local before after requests
  before=$(awk '{print $14 + $15}' "/proc/$likewire/stat")
  requests=$(wrk -t1 -c16 -d$seconds "http://localhost:$port/api/products/1" | awk '/requests in/ {print $1}')
  after=$(awk '{print $14 + $15}' "/proc/$likewire/stat")
  awk -v name="$1" -v ticks=$((after - before)) -v hertz="$hertz" -v n="$requests" -v s=$seconds \
    'BEGIN {printf "%-10s %6.0f requests/s  %.3f CPU s per 1,000\n", name, n / s, ticks / hertz / n * 1000}'
  kill "$likewire" && wait "$likewire" || true
}

for ((i = 0; i < rounds; i++)); do
  measure off off
  measure 'share 0.1' 0.1
  measure 'share 1' 1
done
