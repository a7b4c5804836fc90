/** Gates over the whole project, and what the tests of several rooms share. */
package selfbooking;
