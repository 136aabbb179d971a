/** Differentially private noise and what may be spent on it. Pure, but for secure randomness. */
package dev.glovebox.reporting.noise;
