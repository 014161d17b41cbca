#!/bin/sh
# Starts the service beside it, without anybody to talk to, until it answers on its management port, and has the JVM write
# down the classes that took. Everything is local to this step of the build.
set -eu
work=$(mktemp -d)
# Three ports for each service: steps of the build may share a network.
port=$((MANAGEMENT_PORT * 3))
nowhere=training:Rehearsal7@127.0.0.1:9
head -c 32 /dev/urandom >"$work/visitor.key"
if [ "$SERVICE" = auth ]; then java -jar service.jar rotate-key "$work/auth.pem"; fi

export DEVELOPMENT=true LOG_LEVEL=ERROR LOG_LEVEL_CLUSTER=ERROR MANAGEMENT_PORT=$port HTTP_PORT=0 TUTORIAL_COUNTERPART=likes
export CLUSTER_PORT=$((port + 1)) CLUSTER_BUS_PORT=$((port + 2)) CLUSTER_MEMBERS=127.0.0.1:$((port + 1))
export VISITOR_KEY_FILE="$work/visitor.key" AUTH_KEY_FILE="$work/auth.pem" AMQP_URI="amqp://$nowhere/training"
for owner in PRODUCTS LIKES AUTH TUTORIAL; do export "${owner}_MYSQL_URI=mysql://$nowhere/training"; done

java -XX:ArchiveClassesAtExit=service.jsa "-Xlog:cds*=error" -jar service.jar &
process=$!
# The gateway gets ready all alone, the others try to reach their database meanwhile.
for _ in $(seq 16); do
  sleep 0.5
  kill -0 "$process"
  if java -cp ready.jar io.likewire.platform.launch.ReadyCheck 2>/dev/null; then break; fi
done
kill -TERM "$process"
wait "$process" || true
test -s service.jsa
rm -rf "$work"
