package selfbooking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:p%40ss%2Fw%3Ard+%25@db_1:6432/book?sslmode=require&application_name=x",
                "postgresql://ann:p%40ss%2Fw%3Ard+%25@db_1:6432/book?sslmode=require&application_name=x",
                "jdbc:postgresql://ann:p%40ss%2Fw%3Ard+%25@db_1:6432/book?sslmode=require&application_name=x",
                "jdbc:postgresql://db_1:6432/book?user=ann&sslmode=require&password=p%40ss%2Fw%3Ard+%25&application_name=x"
            })
    void every_form_gives_the_same_place_and_login(String text) {
        var url = DatabaseUrl.parse(text);

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db_1:6432/book?sslmode=require&application_name=x");
        assertThat(url.user()).isEqualTo("ann");
        assertThat(url.password()).isEqualTo("p@ss/w:rd+%");
    }

    @Test
    void port_login_and_name_may_be_left_out() {
        assertThat(DatabaseUrl.parse("postgres://localhost"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://localhost/", null, null));
        assertThat(DatabaseUrl.parse("postgres://ann@[::1]:5432/book"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://[::1]:5432/book", "ann", null));
    }

    @Test
    void several_hosts_are_kept_for_the_driver() {
        assertThat(DatabaseUrl.parse("postgres://a:1,b:2/book?targetServerType=primary")
                        .jdbc())
                .isEqualTo("jdbc:postgresql://a:1,b:2/book?targetServerType=primary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:hush@db/book",
                "postgres:/ann:hush@db/book",
                "postgres://ann:hush@/book",
                "postgres://ann:hush@db:port/book",
                "postgres://ann:hush%zz@db/book",
                "postgres://ann:hu?sh@db/book"
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void shown_it_names_the_place_alone() {
        assertThat(DatabaseUrl.parse("postgres://ann:hush@db:6432/book?sslpassword=hush"))
                .hasToString("db:6432/book");
    }
}
