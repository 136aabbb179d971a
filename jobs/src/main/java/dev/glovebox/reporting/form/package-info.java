/** The forms that a report takes: JSON, HTML and PDF, of the same figures. */
package dev.glovebox.reporting.form;
