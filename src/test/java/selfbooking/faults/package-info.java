/** The whole application over real sockets while the diary's server fails it in every way that the sandbox knows. */
package selfbooking.faults;
