/**
 * Opens the database, runs the migrations, and knows what differs between databases; holds no query of a subject. Imports no other
 * room; only it knows Hikari, Flyway and the drivers.
 */
@NullMarked
package selfbooking.store;

import org.jspecify.annotations.NullMarked;
