#!/usr/bin/env bash
# Makes the keys and passwords that the Compose file asks for; those that are there are kept. The folder is for its owner
# alone; what is in it may be read by the users of the containers, who are others. Needs openssl.
set -euo pipefail
cd "$(dirname "$0")/secrets"
chmod 700 .

# New content goes into a file under its name at once or not at all.
keep() {
  cat >"$1.new"
  chmod 444 "$1.new"
  mv "$1.new" "$1"
}
random() {
  openssl rand -hex 24 | tr -d '\n'
}
uri() {
  [ -s "$1" ] || printf '%s://%s:%s@%s' "$2" "$3" "$(random)" "$4" | keep "$1"
}
# The user NAME of the broker, with the password of its URI, decoded as the service does it, and quoted for JSON.
broker_user() {
  local uri password
  uri=$(cat "$1-amqp-uri")
  uri=${uri#*://}
  case $uri in
    "$1":?*@*) ;;
    *)
      echo "secrets.sh: $1-amqp-uri: expected amqp://$1:PASSWORD@host:port/vhost" >&2
      return 1
      ;;
  esac
  password=${uri%%@*}
  password=${password#*:}
  password=$(printf '%b' "${password//%/\\x}")
  password=${password//\\/\\\\}
  password=${password//\"/\\\"}
  printf '{"name":"%s","password":"%s","tags":[]}' "$1" "$password"
}
# Its rights by name: deploy/rabbitmq/users.sh says why these.
permission() {
  topology="likewire\\\\.(events|unrouted|parked)|likes\\\\.product-events|products\\\\.like-events$2"
  printf '{"user":"%s","vhost":"likewire","configure":"^(%s)$","write":"^(%s|amq\\\\.default)$","read":"^(%s)$"}' \
    "$1" "$topology" "$topology" "$topology"
}

for service in products likes auth tutorial; do
  uri "$service-mysql-uri" mysql "$service" "$service-db:3306/$service"
  uri "$service-mysql-migrations-uri" mysql "${service}_migrations" "$service-db:3306/$service"
done
for service in products likes tutorial-bridge; do
  uri "$service-amqp-uri" amqp "$service" rabbitmq:5672/likewire
done
if [ ! -s rabbitmq-definitions.json ]; then
  more='|tutorial\\.[a-z.]+|main|admin'
  products=$(broker_user products)
  likes=$(broker_user likes)
  bridge=$(broker_user tutorial-bridge)
  printf '{"vhosts":[{"name":"likewire"}],\n"users":[%s,\n%s,\n%s],\n"permissions":[%s,\n%s,\n%s]}\n' \
    "$products" "$likes" "$bridge" \
    "$(permission products '')" "$(permission likes '')" "$(permission tutorial-bridge "$more")" | keep rabbitmq-definitions.json
fi
[ -s visitor.key ] || openssl rand 32 | keep visitor.key
[ -s auth.pem ] || openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:3072 | keep auth.pem
[ -s admin-password ] || random | keep admin-password
[ -s grafana-password ] || random | keep grafana-password
echo "The password of admin is in deploy/secrets/admin-password"
