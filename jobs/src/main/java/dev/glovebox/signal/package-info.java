/**
 * The signal catalogue: what a signal is, what each source calls it, and the compact form of a
 * message's decoded values. Depends on no other package.
 */
package dev.glovebox.signal;
