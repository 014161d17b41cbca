#!/bin/sh
# Makes the virtual host and the user of one service, with the rights it needs and no others. Run it on the broker, once for
# each service, and again to change a password, which comes on standard input:
#   printf %s "$PASSWORD" | deploy/rabbitmq/users.sh likes
# Every process declares the whole topology, so the pattern is the same for all. Read is needed to bind and to declare a
# queue with a dead-letter route, write to bind, publish and park; amq.default is how the default exchange is called there.
set -eu
user=$1
vhost=${2:-likewire}
case $user in
  # The compatibility bridge has queues of its own, and those of the tutorial.
  tutorial-bridge) more='|tutorial\.[a-z.]+|main|admin' ;;
  *) more= ;;
esac
topology='likewire\.(events|unrouted|parked)|likes\.product-events|products\.like-events'

# Every rabbitmqctl reads its standard input to the end, so the password is kept.
password=$(cat)
[ -n "$password" ] || { echo "users.sh: no password on standard input" >&2; exit 1; }
rabbitmqctl add_vhost "$vhost" </dev/null 2>/dev/null || true
printf '%s\n' "$password" | rabbitmqctl add_user "$user" 2>/dev/null ||
  printf '%s\n' "$password" | rabbitmqctl change_password "$user"
rabbitmqctl set_permissions -p "$vhost" "$user" "^($topology$more)\$" "^($topology$more|amq\.default)\$" "^($topology$more)\$" </dev/null
