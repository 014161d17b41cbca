# Read by the entry point of the mysql image when it makes the data: the accounts of grants.sql, with the passwords that the
# service has in its URIs.
password() {
  sed 's|.*:\(.*\)@.*|\1|' "/run/secrets/$MYSQL_DATABASE-$1"
}
sed -e "s/@DATABASE@/$MYSQL_DATABASE/g" \
  -e "s/@PASSWORD@/$(password mysql-uri)/g" \
  -e "s/@MIGRATIONS_PASSWORD@/$(password mysql-migrations-uri)/g" \
  /etc/likewire/grants.sql | docker_process_sql --database=mysql
