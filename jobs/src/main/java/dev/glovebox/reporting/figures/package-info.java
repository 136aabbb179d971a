/** How figures are read from the tables: a pass a table, over the months of one year. */
package dev.glovebox.reporting.figures;
