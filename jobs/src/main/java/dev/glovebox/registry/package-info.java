/** What the operator says about vehicles and people: who held which vehicle, and when. */
package dev.glovebox.registry;
