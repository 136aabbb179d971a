/** From the readings of a vehicle in one holder's hands to their drives and charging sessions. */
package dev.glovebox.trip;
