@org.jspecify.annotations.NullMarked
package selfbooking.kills;
