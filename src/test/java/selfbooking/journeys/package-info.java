/** Whole journeys in a real browser against the running application and its sandbox. */
package selfbooking.journeys;
