# What stands between a reader's shell and the commands of the pages: it stops at the first one that fails and says which
# line of which page that was. STAGE is a folder of the test; the working directory looks like a fresh clone.
set -Eeo pipefail
export HOME=$STAGE/home PATH=$STAGE/bin:$PATH
PRINTED=$STAGE/printed.txt
exec 3>&1
trap 'rm -rf "$STAGE/likewire"' EXIT
trap 'failed "${BASH_SOURCE[0]}" "$LINENO" "$BASH_COMMAND"' ERR

# Programs write into the root and into the examples, so these are copies.
fresh_clone() {
  mkdir -p "$STAGE/home" "$STAGE/bin" "$STAGE/likewire"
  cd "$STAGE/likewire"
  find "$ROOT" -maxdepth 1 -type f -exec cp -p {} . \;
  find "$ROOT" -mindepth 1 -maxdepth 1 -type d ! -name '.*' ! -name data ! -name target ! -name examples -exec ln -s {} . \;
  (cd "$ROOT" && find examples -name node_modules -prune -o -type f -exec cp -p --parents {} "$STAGE/likewire" \;)
  tool mvn "echo 'The jars are there.'"
  tool npm "ln -s '$ROOT'/system-tests/target/examples/\"\$(basename \"\$PWD\")\"/node_modules ."
  tool python3 "exec '$PYTHON' -B \"\$@\""
}

# A clone as its first release begins, after step 1 of the page.
repository() {
  local _events=contracts/src/main/resources/events _released=contracts/src/test/resources/events/released
  mkdir -p "$STAGE/repository/$_released"
  (cd "$ROOT" && tar -c .ci CHANGELOG.md docker-compose.yml deploy/kubernetes "$_events" pom.xml ./*/pom.xml) \
    | tar -x -C "$STAGE/repository"
  (
    cd "$STAGE/repository"
    cp -R "$_events" "$_released/0.1"
    git init -q
    git add -A
    git -c user.name=Reader -c user.email=reader@example.org commit -q -m 'As it is'
  )
}

# NAME SCRIPT
tool() {
  printf '#!/bin/bash\n%s\n' "$2" > "$STAGE/bin/$1"
  chmod +x "$STAGE/bin/$1"
}

# FILE LINE WHAT: once, since callers and subshells fail with it
failed() {
  [ -e "$STAGE/failed" ] || echo "FAILED ${1#"$STAGE/now/"}:$2: $3" >&3
  touch "$STAGE/failed"
}

# PAGE LINE [WORD=VALUE]...: what the page says from that line on, with values in the place of words that stand for them
typed() {
  local _pair _words=()
  for _pair in "${@:3}"; do _words+=(-e "s|\b${_pair%%=*}\b|${_pair#*=}|g"); done
  mkdir -p "$STAGE/now/$(dirname "$1")"
  sed -e '' "${_words[@]}" "$STAGE/typed/$1/$2" > "$STAGE/now/$1"
  printf '%s\n' "" "---- ${SECONDS} s $1:$2"
  # shellcheck source=/dev/null
  source "$STAGE/now/$1"
}

# PAGE LINE DATABASE
sql() {
  printf '%s\n' "" "---- ${SECONDS} s $1:$2 in $3"
  mariadb --no-defaults --protocol=tcp -h 127.0.0.1 -u "$3" -p"$SECRET" --table "$3" < "$STAGE/typed/$1/$2" \
    || { failed "$1" "$2" "SQL in $3"; return 1; }
}

# LINE...: what a page says that the last command prints; any number stands for any other
shows() {
  diff <(printf '%s\n' "$@" | alike) <(alike < "$PRINTED") \
    || { failed "${BASH_SOURCE[1]}" "${BASH_LINENO[0]}" "other output, see above"; return 1; }
}

alike() {
  sed -E 's/[0-9]+/0/g; s/ +/ /g; s/ $//'
}

# The comment behind a curl may begin with the status that is expected; else it is one below 400. A stream is read for a
# moment, as with Ctrl-C, and must bring something.
curl() {
  local _file=${BASH_SOURCE[1]} _line=${BASH_LINENO[0]} _said _status _exit=0
  local _comment=' # ([1-5][0-9][0-9])([^0-9]|$)'
  _said=$(mktemp "$STAGE/curl.XXXXXX")
  if [[ " $* " =~ \ -[a-zA-Z]*N[a-zA-Z]*\  ]]; then
    command curl --max-time 2 "$@" > "$_said" || _exit=$?
    cat "$_said"
    [ $_exit = 28 ] && [ -s "$_said" ] && return 0
  else
    command curl -w '%{stderr}\nstatus %{http_code}\n' "$@" 2> "$_said" || _exit=$?
    _status=$(sed -n 's/^status //p' "$_said")
  fi
  if [[ $(command_at "$_file" "$_line") =~ $_comment ]]; then
    [ "$_status" = "${BASH_REMATCH[1]}" ] && return 0
  elif [ $_exit = 0 ] && [ "$_status" -lt 400 ]; then
    return 0
  fi
  # a loop waits until it succeeds
  [[ " $* " == *" -f"* ]] || failed "$_file" "$_line" "curl ends with $_exit and status $_status"
  return 22
}

# A list of nothing is a failure, as of a virtual host that does not exist.
rabbitmqctl() {
  command rabbitmqctl "$@" | tee "$STAGE/rabbitmqctl.txt"
  [[ $1 != list_* ]] || tail -n 1 "$STAGE/rabbitmqctl.txt" | grep -qv '^Listing' \
    || { failed "${BASH_SOURCE[1]}" "${BASH_LINENO[0]}" "nothing is listed"; return 1; }
}

# FILE LINE: the command that has that line, with those that it goes on in
command_at() {
  awk -v wanted="$2" '
    { if (!goes_on) { first = NR; text = "" } text = text $0; goes_on = /\\$/ }
    !goes_on && wanted >= first && wanted <= NR { print text; exit }' "$1"
}

# SECONDS WHAT COMMAND...
await() {
  local _end=$((SECONDS + $1)) _what=$2
  until "${@:3}" > /dev/null 2>&1; do
    if ((SECONDS > _end)); then failed reader.sh 0 "waited in vain for $_what"; exit 1; fi
    sleep 0.1
  done
}

ready() {
  local _port
  for _port in "$@"; do command curl -fsS "http://127.0.0.1:$_port/health/ready" || return 1; done
}

# FILE: what the first start of auth-verticle printed there
password_in() {
  sed -n 's/.*The first administrator is admin with the password \([^ ]*\).*/\1/p' "$1" | head -n 1
}

# The gateway sees every service, and knows the keys of auth-verticle.
up() {
  command curl -fsS http://127.0.0.1:8080/api/health | grep '^{"status":"up"' \
    && command curl -fsS http://127.0.0.1:8080/.well-known/jwks.json
}

# QUEUE...: each has a reader.
hear() {
  local _queue
  rabbitmqctl -q list_queues -p likewire name consumers > "$STAGE/queues.txt"
  for _queue in "$@"; do grep "^$_queue.1$" "$STAGE/queues.txt" || return 1; done
}

# The id of one message that is parked
parked() {
  command curl -fsS http://127.0.0.1:9091/operations/messages/parked | grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4 | grep .
}
