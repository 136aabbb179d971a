/** The policy report: figures from the tables, what may be published of them, and its forms. */
package dev.glovebox.reporting;
