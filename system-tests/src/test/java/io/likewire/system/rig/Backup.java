package io.likewire.system.rig;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** All rows of a database as of one instant, as a dump in a single transaction has them. */
public final class Backup {
    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
    private static final String COLUMNS = "SELECT column_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND COALESCE(generation_expression, '') = '' AND table_name = '%s'";
    private static final String COUNTED = "SELECT DISTINCT table_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND extra = 'auto_increment'";

    private record Table(String name, List<String> columns, List<Object[]> rows) {}

    private final Database database;
    private final List<Table> tables = new ArrayList<>();

    private Backup(Database database) {
        this.database = database;
    }

    static Backup of(Database database) {
        Backup backup = new Backup(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            for (String table : words(statement, TABLES)) {
                List<String> columns = words(statement, String.format(Locale.ROOT, COLUMNS, table));
                backup.tables.add(new Table(table, columns, rows(statement, table, columns)));
            }
            return backup;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a database that no view of a cluster shows. @param uri the node's setting that names it */
    public static Backup of(Node node, String uri) {
        return of(new Database(node.process().setting(uri)));
    }

    /** As an operator does it: all nodes of the service stand still meanwhile. */
    public void putBack(Cluster cluster, Service service) {
        List<Node> nodes = cluster.nodes(service);
        nodes.forEach(node -> node.process().terminate());
        restore();
        nodes.forEach(Node::restart);
        cluster.awaitAnswers();
    }

    /** Everything is as it was, the counters for new ids too. No service may use the database. */
    public void restore() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Table table : tables) {
                statement.execute("DELETE FROM " + table.name());
                insert(connection, table);
            }
            connection.commit();
            for (String table : words(statement, COUNTED)) {
                statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = 1");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, Table table) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String sql = String.format(
                Locale.ROOT,
                "INSERT INTO %s (%s) VALUES (%s)",
                table.name(),
                String.join(", ", table.columns()),
                marks);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<String> words(Statement statement, String sql) throws SQLException {
        List<String> words = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static List<Object[]> rows(Statement statement, String table, List<String> columns) throws SQLException {
        List<Object[]> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
            while (rows.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
        }
        return all;
    }
}
