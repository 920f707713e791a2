package io.obox.product.authorisation;

import io.obox.product.access.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Accounts in every state, made in the database: the ways there are others' tests. All have the administrator's password. */
record Accounts(DataSource database) {
    private static final String ADD = "insert into account (id, email, name, role, state, locale, password_hash,"
            + " must_change_password, created_at, version)"
            + " select ?, ?, 'Somebody', ?, ?, 'en', password_hash, ?, now(), 0 from account where email = ?";

    UUID add(String email, String role, String state, boolean owesPassword) {
        UUID id = UUID.randomUUID();
        run(ADD, id, email, role, state, owesPassword, Product.EMAIL);
        return id;
    }

    void disable(String email) {
        run("update account set state = 'DISABLED', version = version + 1 where email = ?", email);
    }

    void expire(UUID token) {
        run("update api_token set expires_at = now() - interval '1 minute' where id = ?", token);
    }

    private void run(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("nothing was changed by " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
