package dev.glovebox.reporting;

import java.util.List;
import java.util.Map;

/**
 * What was read of a year.
 *
 * @param cubes a family each
 * @param versions of the tables that were read, by name
 * @param sources the tables that each family was read from, by the family's id
 * @param stored the size of every table of the lake, by name
 * @param notes sentences on what was read
 * @param leaves bounded sums of the smallest cells, for noise, by family; empty unless asked for
 * @param absent tables that do not exist or hold nothing of the year, by the section that needs
 *     them
 */
public record Reading(
    List<Cube> cubes,
    Map<String, Long> versions,
    Map<String, List<String>> sources,
    Map<String, Stored> stored,
    List<Text> notes,
    Map<String, Map<Coordinates, Map<String, Long>>> leaves,
    Map<String, List<String>> absent) {

  /** Data files of a table's newest version. */
  public record Stored(long files, long bytes) {}

  public Reading {
    cubes = List.copyOf(cubes);
    versions = Map.copyOf(versions);
    sources = Map.copyOf(sources);
    stored = Map.copyOf(stored);
    leaves = Map.copyOf(leaves);
    notes = List.copyOf(notes);
    absent = Map.copyOf(absent);
  }

  /** The same with what noise can be put on. */
  public Reading withLeaves(Map<String, Map<Coordinates, Map<String, Long>>> more) {
    return new Reading(cubes, versions, sources, stored, notes, more, absent);
  }
}
