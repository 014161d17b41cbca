-- The two accounts of a service in its database. One reads and changes rows, the other changes tables too; neither sees
-- another database. Fill in @DATABASE@, @PASSWORD@ and @MIGRATIONS_PASSWORD@ (deploy/mysql/users.sh does), and run it as an
-- administrator, once the database exists; once more to change a password.
CREATE USER IF NOT EXISTS '@DATABASE@'@'%' IDENTIFIED BY '@PASSWORD@';
CREATE USER IF NOT EXISTS '@DATABASE@_migrations'@'%' IDENTIFIED BY '@MIGRATIONS_PASSWORD@';
ALTER USER '@DATABASE@'@'%' IDENTIFIED BY '@PASSWORD@';
ALTER USER '@DATABASE@_migrations'@'%' IDENTIFIED BY '@MIGRATIONS_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE ON `@DATABASE@`.* TO '@DATABASE@'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX ON `@DATABASE@`.* TO '@DATABASE@_migrations'@'%';
