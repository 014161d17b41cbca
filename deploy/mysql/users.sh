# shellcheck shell=bash
# Read by the entry point of the mysql image when it makes the data: the accounts of grants.sql, with the passwords that the
# service has in its URIs. docker_process_sql is the image's. Run once more it changes the passwords.

# The password of USER in the URI of a secret, decoded as the service does it, and quoted for SQL: password SECRET USER
password() {
  local uri text
  uri=$(cat "${SECRETS:-/run/secrets}/$1") || return
  uri=${uri#*://}
  case $uri in
    "$2":?*@*) ;;
    *)
      echo "users.sh: $1: expected mysql://$2:PASSWORD@host:port/database" >&2
      return 1
      ;;
  esac
  text=${uri%%@*}
  text=${text#*:}
  text=$(printf '%b' "${text//%/\\x}")
  text=${text//\\/\\\\}
  printf %s "${text//\'/\'\'}"
}
service=$(password "$MYSQL_DATABASE-mysql-uri" "$MYSQL_DATABASE") || exit
migrations=$(password "$MYSQL_DATABASE-mysql-migrations-uri" "${MYSQL_DATABASE}_migrations") || exit

# Quoted, so that & is nothing special.
sql=$(cat "${GRANTS:-/etc/likewire/grants.sql}") || exit
sql=${sql//@DATABASE@/"$MYSQL_DATABASE"}
sql=${sql//@MIGRATIONS_PASSWORD@/"$migrations"}
docker_process_sql --database=mysql <<<"${sql//@PASSWORD@/"$service"}"
