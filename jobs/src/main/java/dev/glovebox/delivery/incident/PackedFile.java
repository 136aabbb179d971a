package dev.glovebox.delivery.incident;

/**
 * A file below {@code data/} that has been written.
 *
 * @param bytes its size
 * @param sha256 of it, hexadecimal
 */
record PackedFile(String name, long bytes, String sha256) {}
