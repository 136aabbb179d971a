package dev.glovebox.publishing;

import java.util.OptionalInt;

/**
 * Where a message goes: the part of the shuffle that judges it, and its place in the order there.
 *
 * <p>The key puts months, partitions and owners in order by comparing one number. It may be the
 * same for two months far apart or two partitions of a million: files are then begun again, and
 * nothing else changes.
 *
 * @param part number of the shuffle's part
 * @param key month, partition and owner in the order of the files
 * @param month in months since year 0; {@link #NO_MONTH} for a message rejected whole
 */
record Lane(int part, long key, int month) {

  static final int NO_MONTH = Integer.MIN_VALUE;

  /** The rank in the key where no one holder is known. */
  static final int NO_OWNER = -1;

  private static final int FIRST_MONTH = 1970 * 12;
  private static final int MONTH_BITS = 12;
  private static final int PARTITION_BITS = 20;

  /**
   * For the readings of one holder.
   *
   * @param bucket number of the owner's bucket; none where every owner has a partition of their own
   * @param rank of the owner
   */
  static Lane held(int month, OptionalInt bucket, int rank, int parts) {
    int partition = bucket.orElse(rank);
    return new Lane(part(partition + month, parts), key(month, bucket.orElse(0), rank), month);
  }

  /** For a vehicle that nobody, or more than one, is known to hold. */
  static Lane unheld(int month, String vin, int parts) {
    int spread = spread(vin.hashCode());
    return new Lane(part(spread, parts), key(month, spread, NO_OWNER), month);
  }

  /** For a message that is rejected whole. */
  static Lane refused(int object, int parts) {
    return new Lane(part(object, parts), -1L, NO_MONTH);
  }

  /** The rank of the owner that a key was made with. */
  static int rank(long key) {
    return (int) key;
  }

  private static long key(int month, int partition, int rank) {
    long ofMonth = Math.max(0, Math.min(month - FIRST_MONTH, (1 << MONTH_BITS) - 1));
    long ofPartition = partition & ((1 << PARTITION_BITS) - 1);
    return (((ofMonth << PARTITION_BITS) | ofPartition) << Integer.SIZE) | (rank & 0xFFFF_FFFFL);
  }

  private static int part(int number, int parts) {
    return Math.floorMod(number, parts);
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }
}
