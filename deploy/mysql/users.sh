# Read by the entry point of the mysql image when it makes the data: the accounts of grants.sql, with passwords from
# SERVICE_PASSWORD and MIGRATIONS_PASSWORD (letters and digits).
sed -e "s/@DATABASE@/$MYSQL_DATABASE/g" \
  -e "s/@PASSWORD@/$SERVICE_PASSWORD/g" \
  -e "s/@MIGRATIONS_PASSWORD@/$MIGRATIONS_PASSWORD/g" \
  /etc/likewire/grants.sql | docker_process_sql --database=mysql
