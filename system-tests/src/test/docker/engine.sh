#!/bin/sh
# A Docker engine of its own, for machines where none runs and no container registry is reached: Debian's docker.io with
# Compose 2, without firewall rules, all of its data in one folder. Needs root.
#   engine.sh start FOLDER    prints what to export
#   engine.sh stop FOLDER     ends it and removes the folder
set -eu
folder=$2
export DOCKER_HOST="unix://$folder/docker.sock"

compose() {
  plugins=$folder/config/cli-plugins
  mkdir -p "$plugins"
  if docker compose version --short 2>/dev/null | grep -q '^v\?[2-9]'; then
    return
  fi
  # Debian 12 has Compose 1 only; that of Debian 13 is one file.
  mmdebstrap --quiet --variant=extract --include=docker-compose trixie "$folder/compose.tar" 2>"$folder/compose.log"
  tar -xf "$folder/compose.tar" -C "$plugins" --strip-components=5 ./usr/libexec/docker/cli-plugins/docker-compose
  rm "$folder/compose.tar"
}

start() {
  mkdir -p "$folder"
  compose
  ip link show docker0 >"$folder/docker0.before" 2>/dev/null || rm -f "$folder/docker0.before"
  setsid dockerd --host="$DOCKER_HOST" --data-root="$folder/data" --exec-root="$folder/exec" --pidfile="$folder/pid" \
    --bridge=none --iptables=false --ip6tables=false --ip-forward=false </dev/null >"$folder/dockerd.log" 2>&1 &
  for _ in $(seq 60); do
    docker version >/dev/null 2>&1 && break
    sleep 1
  done
  docker version >/dev/null
  echo "export DOCKER_HOST=$DOCKER_HOST DOCKER_CONFIG=$folder/config"
}

stop() {
  docker ps --quiet --all | xargs --no-run-if-empty docker rm --force --volumes >/dev/null
  docker network prune --force >/dev/null
  pid=$(cat "$folder/pid")
  kill -TERM "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 1; done
  rm -rf "$folder"
}

"$1"
