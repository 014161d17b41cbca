# Who reads the pages from README.md on, and types what they say. "block PAGE BEGINNING" is the block of the page that begins
# so, "sql" one for a database, "inline" a command within a text; "WORD=VALUE" is what stands in the place of a word.
# What no reader could type here: "elsewhere PAGE BEGINNING" is typed by another test, "unrun PAGE BEGINNING" by none; why
# stands behind it. For a block that nobody types the page itself says why.
ip link set lo up
fresh_clone
java -cp "$CLASS_PATH" io.likewire.system.pages.ReadersServers "$STAGE" > "$KEPT/servers.txt" 2>&1 &

# README.md: run it
set -m
block README.md './run' > "$KEPT/run.txt" 2>&1 || true &
run=$!
set +m
await 120 'Likewire is running' grep 'Likewire is running' "$KEPT/run.txt"
printed=$(password_in "$KEPT/run.txt")
block README.md 'TOKEN=' "THE PRINTED ONE=$printed"
block README.md 'B=http://localhost:8080/api'
while read -r line; do eval "$line"; done < <(grep '^ *curl' "$KEPT/run.txt")
echo "$printed" > password.txt
block docs/command-line.md './likewire --help'
block docs/command-line.md '$ ./likewire login'
kill -INT -- -$run
wait $run
rm -r data jar

# README.md: own processes
await 60 'servers of a reader' test -f "$STAGE/servers.sh"
source "$STAGE/servers.sh"
block README.md 'mvn -DskipTests package' "PASSWORD=$SECRET" > "$KEPT/nodes.txt" 2>&1
await 120 'all nodes to be ready' ready 9090 9091 9092 9093 9192
block README.md 'TOKEN=' "THE PRINTED ONE=$(password_in "$KEPT/nodes.txt")"
