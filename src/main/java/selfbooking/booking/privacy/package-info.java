/**
 * What the installation's secret is for: patient fields are sealed, resealed after a change of the secret, and erased.
 */
@NullMarked
package selfbooking.booking.privacy;

import org.jspecify.annotations.NullMarked;
