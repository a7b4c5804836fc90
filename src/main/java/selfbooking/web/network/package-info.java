/**
 * Network addresses: how they are written, which of them are our proxies, and behind those the patient's own. Part of {@code web};
 * imports nothing else of ours.
 */
@NullMarked
package selfbooking.web.network;

import org.jspecify.annotations.NullMarked;
