/** What the drawings in packages have in common; it draws nothing itself. */
package dev.glovebox.delivery.drawing;
