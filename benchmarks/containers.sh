#!/usr/bin/env bash
# How long each service takes in its container from the start to "is up", and how much memory it then has; with class-data
# sharing and without. The stack must be up: docker compose up -d --wait. Median of ROUNDS (5).
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
override=$(mktemp)
trap 'rm -f "$override"' EXIT

container() {
  docker compose ps --quiet "$1"
}
# Milliseconds from the start of the container to the line in its log.
took() {
  local id started
  id=$(container "$1")
  started=$(docker inspect --format '{{.State.StartedAt}}' "$id")
  until docker logs --since "$started" "$id" 2>&1 | grep -q "$1 is up"; do sleep 0.2; done
  up=$(docker logs --timestamps --since "$started" "$id" 2>&1 | grep "$1 is up" | tail -n 1 | cut -d ' ' -f 1)
  echo $((($(date -d "$up" +%s%N) - $(date -d "$started" +%s%N)) / 1000000))
}
median() {
  sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
memory() {
  docker exec "$(container "$1")" sh -c 'awk "/VmRSS/ {print int(\$2 / 1024)}" /proc/$(cat /proc/1/task/1/children | cut -d " " -f 1)/status'
}

echo "| service | class-data sharing | up after | RSS then |"
echo "|---|---|---|---|"
for sharing in auto off; do
  printf 'services:\n' >"$override"
  for service in products likes auth gateway; do
    printf '  %s: { environment: { JDK_JAVA_OPTIONS: "-Xshare:%s" } }\n' "$service" "$sharing" >>"$override"
  done
  docker compose -f docker-compose.yml -f "$override" up --detach --wait --no-build >/dev/null 2>&1
  for service in products likes auth gateway; do
    times=$(for _ in $(seq "$rounds"); do
      docker compose restart "$service" >/dev/null 2>&1
      took "$service"
    done | median)
    echo "| $service | $sharing | $times ms | $(memory "$service") MB |"
  done
done
docker compose up --detach --wait --no-build >/dev/null 2>&1
