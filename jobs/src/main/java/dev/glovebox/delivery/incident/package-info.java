/**
 * Incident packages: the minutes around an instant of one vehicle, every channel at the rate at
 * which it was sent, from the raw objects, as evidence that can be read and checked.
 */
package dev.glovebox.delivery.incident;
