/** Which counts are hidden, so that no small one can be computed from those published. Pure. */
package dev.glovebox.reporting.disclosure;
