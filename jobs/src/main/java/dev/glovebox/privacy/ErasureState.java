package dev.glovebox.privacy;

/** Whether the holder had the interval erased in which a reading lies. */
public enum ErasureState {
  KEPT,
  ERASED
}
