#!/bin/bash
# What the mysql image's entry point promises, as far as Likewire uses it: the first start makes the data with a database and
# a root that nobody knows, and reads the files of /docker-entrypoint-initdb.d.
set -euo pipefail
socket=/var/run/mysqld/mysqld.sock

docker_process_sql() {
  mysql --user=root --socket="$socket" "$@"
}

if [ ! -d /var/lib/mysql/mysql ]; then
  mysqld --initialize-insecure --datadir=/var/lib/mysql --secure-file-priv=NULL
  mysqld --datadir=/var/lib/mysql --socket="$socket" --skip-networking --mysqlx=OFF --secure-file-priv=NULL &
  until mysqladmin --user=root --socket="$socket" ping --silent; do sleep 0.2; done
  docker_process_sql -e "CREATE DATABASE \`$MYSQL_DATABASE\`"
  for file in /docker-entrypoint-initdb.d/*.sh; do
    . "$file"
  done
  docker_process_sql -e "ALTER USER root@localhost IDENTIFIED BY '$(head -c 24 /dev/urandom | base64)'; SHUTDOWN"
  wait
fi
exec "$@" --datadir=/var/lib/mysql --socket="$socket" --secure-file-priv=NULL
