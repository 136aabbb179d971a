package dev.glovebox.simulate;

/** Everything that one vehicle does and is; independent of all others. */
record Vehicle(Profile profile, Holders holders, Timeline timeline) {

  String vin() {
    return profile.vin();
  }
}
