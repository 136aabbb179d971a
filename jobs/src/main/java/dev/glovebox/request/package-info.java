/** What holders ask for: requests as the portal writes them, their states and their deadlines. */
package dev.glovebox.request;
