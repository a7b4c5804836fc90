@NullMarked
package selfbooking.notice;

import org.jspecify.annotations.NullMarked;
