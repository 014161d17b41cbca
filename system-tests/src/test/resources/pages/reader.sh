# Who reads the pages from README.md on, and types what they say. "block PAGE BEGINNING" is the block of the page that begins
# so, "sql" one for a database, "inline" a command within a text; "WORD=VALUE" is what stands in the place of a word.
# "elsewhere PAGE BEGINNING" is typed by another test, which stands behind it. What nobody types says so in its page. Lines from
# "needs PROGRAM..." to "end" are left out where a program is missing.
ip link set lo up
fresh_clone
needs mariadbd rabbitmq
java -cp "$CLASS_PATH" io.likewire.system.pages.ReadersServers "$STAGE" > "$KEPT/servers.txt" 2>&1 &
end

# README.md: run it
set -m
block README.md './run' > "$KEPT/run.txt" 2>&1 || true &
run=$!
set +m
await 120 'Likewire is running' grep 'Likewire is running' "$KEPT/run.txt"
await 30 'keys of auth-verticle at the gateway' up
printed=$(password_in "$KEPT/run.txt")
block README.md 'TOKEN=' "THE PRINTED ONE=$printed"
block README.md 'B=http://localhost:8080/api'
while read -r line; do eval "$line"; done < <(grep '^ *curl' "$KEPT/run.txt")
echo "$printed" > password.txt
block docs/command-line.md './likewire --help'
block docs/command-line.md '$ ./likewire login'
inline docs/command-line.md 'java -jar command-line/target/command-line.jar' > "$PRINTED" 2>&1 || true
grep -q 'likewire --help' "$PRINTED"
kill -INT -- -$run
wait $run

# README.md and docs/deployment.md: the same with a setting
set -m
inline README.md 'TUTORIAL_MODE=true ./run' > "$KEPT/tutorial-mode.txt" 2>&1 || true &
run=$!
set +m
await 120 'a system that everybody may change' grep 'Likewire is running' "$KEPT/tutorial-mode.txt"
command curl -fsS localhost:8080/api/products -H 'Content-Type: application/json' -d '{"title":"Tea","image":"/images/tea.svg"}'
kill -INT -- -$run
wait $run
set -m
inline docs/deployment.md 'LOG_LEVEL=INFO ./run' > "$KEPT/log-level.txt" 2>&1 || true &
run=$!
set +m
await 120 'a system that says more' grep 'Likewire is running' "$KEPT/log-level.txt"
grep -q INFO "$KEPT/log-level.txt"
kill -INT -- -$run
wait $run
rm -r data jar

# CONTRIBUTING.md: a release
needs git
repository
(
  cd "$STAGE/repository"
  inline CONTRIBUTING.md '.ci/release 0.1.0 --dry-run'
)
end

# README.md: own processes
needs mariadbd rabbitmq
await 60 'servers of a reader' test -f "$STAGE/secret"
SECRET=$(cat "$STAGE/secret")
block README.md 'mvn -DskipTests package' "PASSWORD=$SECRET" > "$KEPT/nodes.txt" 2>&1
await 120 'all nodes to be ready' ready 9090 9091 9092 9093 9192
await 30 'keys of auth-verticle at the gateway' up
block README.md 'TOKEN=' "THE PRINTED ONE=$(password_in "$KEPT/nodes.txt")"
block docs/configuration.md 'java -jar likes-verticle'
block docs/auth-verticle.md 'java -jar auth-verticle'
block docs/gateway-verticle.md 'curl -i -X POST'
block docs/gateway-verticle.md 'printf'
needs node npm
( block docs/gateway-verticle.md 'cd examples/event-bus' ) > "$KEPT/live-counts.txt" 2>&1 || true &
await 30 'live counts outside a browser' grep open "$KEPT/live-counts.txt"
end
needs node npm pika
block docs/write-a-service.md 'export AMQP_URI' "PASSWORD=$SECRET"
await 30 'both favourites' hear favourites-py.events favourites-js.events
end

# runbooks
inline docs/runbooks/databases.md 'curl -s http://127.0.0.1:9093/health/ready'
inline docs/runbooks/accounts.md 'curl -s http://127.0.0.1:9093/operations/keys'
inline docs/auth-verticle.md 'curl -X DELETE http://127.0.0.1:9093/operations/sessions'
inline docs/security.md 'java -jar likes-verticle/target/likes-verticle.jar migrate'
block docs/runbooks/nodes.md 'until'
inline docs/runbooks/nodes.md 'jstack PID' "PID=$(pgrep -f '^java -jar likes-' | head -n 1)" > "$KEPT/jstack.txt"
block docs/runbooks/restore-a-database.md 'P=http'
block docs/runbooks/restore-a-database.md 'curl -s -X DELETE'
block docs/runbooks/broker.md 'rabbitmq-diagnostics check'
block docs/runbooks/broker.md 'rabbitmq-diagnostics alarms'
block docs/runbooks/messages.md 'rabbitmqctl'
inline docs/runbooks/broker.md 'rabbitmq-diagnostics alarms'
inline docs/runbooks/messages.md 'rabbitmqctl list_bindings -p likewire source_name destination_name routing_key'
inline docs/runbooks/messages.md 'rabbitmqctl list_permissions -p likewire'
inline docs/runbooks/messages.md 'curl -s "http://127.0.0.1:9091/operations/messages/unrouted"'
block docs/runbooks/messages.md 'curl -s -X POST "http'
command curl -s -X POST http://127.0.0.1:8000/poison
await 30 'a parked message' parked
inline docs/runbooks/messages.md './likewire --management http://127.0.0.1:9091 dead-letters list'
block docs/runbooks/messages.md 'M=http'
block docs/runbooks/messages.md 'curl -s -X POST "$M' "ID=$(parked)"
await 30 'the same message, parked again' parked
block docs/runbooks/messages.md 'curl -s -X DELETE' "ID=$(parked)"

# SQL of the runbooks
needs mariadb
sql docs/runbooks/broker.md '-- in the products' products
sql docs/runbooks/counts.md 'SELECT deletion' likes
sql docs/runbooks/counts.md 'INSERT' likes
query docs/runbooks/counts.md 'SELECT trx_mysql_thread_id, trx_started, trx_query FROM information_schema.innodb_trx ORDER BY trx_started;' likes
query docs/runbooks/broker.md 'SELECT data_length / table_rows FROM information_schema.tables WHERE table_name = "outbox";' likes
sql docs/runbooks/broker.md 'SELECT COUNT' products
sql docs/runbooks/broker.md 'SELECT id, routing_key' products
sql docs/runbooks/broker.md 'START TRANSACTION' products
sql docs/runbooks/counts.md 'SELECT id, likes, version, deleted' likes
sql docs/runbooks/counts.md 'SELECT * FROM outbox_parked;' products
sql docs/runbooks/counts.md 'UPDATE products' products
sql docs/runbooks/counts.md 'UPDATE reconciliation' likes
end

# the tutorial's bridge, in the virtual host of a tutorial that uses ours
block docs/tutorial-bridge.md 'export TUTORIAL' "PASSWORD=$SECRET" VHOST=likewire > "$KEPT/bridge.txt" 2>&1 || true &
await 60 'the bridge' ready 9094
VHOST=likewire PASSWORD=$SECRET
block docs/tutorial-bridge.md 'printf'
block docs/tutorial-bridge.md 'curl'
block docs/tutorial-bridge.md 'curl'
block docs/tutorial-bridge.md 'rabbitmqctl list_queues'

# all nodes leave, and queues go
nodes='^java -jar (products|likes|auth|gateway|tutorial)-'
pkill -f "$nodes"
await 60 'the end of all nodes' eval '! pgrep -f "$nodes"'
inline docs/runbooks/broker.md 'rabbitmqctl delete_queue -p likewire likes.product-events'
block docs/tutorial-bridge.md 'for queue in'
rabbitmqctl list_queues -p likewire name > "$STAGE/left.txt"
if grep -E '^(tutorial|main$|admin$)' "$STAGE/left.txt"; then failed docs/tutorial-bridge.md 0 'queues are left'; exit 1; fi
end

elsewhere docs/rest-api.md '' # ExamplesIT
elsewhere docs/runbooks/restore-a-database.md 'mariadb' # RestoreCommandsIT
