/** The page of an owner's package: one file that a person reads without network and script. */
package dev.glovebox.delivery.page;
