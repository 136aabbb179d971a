/** What holders are given: packages of their data, sealed, and what checks them. */
package dev.glovebox.delivery;
