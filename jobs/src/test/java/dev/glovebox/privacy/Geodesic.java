package dev.glovebox.privacy;

/** Distances by Vincenty's inverse formula: another way than the one that is tested. */
final class Geodesic {

  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257_223_563;
  private static final double B = A * (1 - F);
  private static final int MOST_ROUNDS = 200;

  private Geodesic() {}

  /** Metres between two positions that are not on opposite sides of the globe. */
  static double meters(double latitude1, double longitude1, double latitude2, double longitude2) {
    double l = Math.toRadians(Math.IEEEremainder(longitude2 - longitude1, 360));
    double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(latitude1)));
    double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(latitude2)));
    double lambda = l;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      double x = Math.cos(u2) * Math.sin(lambda);
      double y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
      double sinSigma = Math.hypot(x, y);
      if (sinSigma == 0) {
        return 0;
      }
      double cosSigma =
          Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
      double sigma = Math.atan2(sinSigma, cosSigma);
      double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
      double cos2Alpha = 1 - sinAlpha * sinAlpha;
      double middle = cos2Alpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
      double c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
      double next =
          l
              + (1 - c)
                  * F
                  * sinAlpha
                  * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)));
      if (Math.abs(next - lambda) < 1e-13) {
        return length(cos2Alpha, sigma, sinSigma, cosSigma, middle);
      }
      lambda = next;
    }
    throw new IllegalStateException("The positions lie on opposite sides of the globe.");
  }

  private static double length(
      double cos2Alpha, double sigma, double sinSigma, double cosSigma, double middle) {
    double u = cos2Alpha * (A * A - B * B) / (B * B);
    double a = 1 + u / 16_384 * (4_096 + u * (-768 + u * (320 - 175 * u)));
    double b = u / 1_024 * (256 + u * (-128 + u * (74 - 47 * u)));
    double last = b / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3);
    double delta = b * sinSigma * (middle + b / 4 * (cosSigma * (2 * middle * middle - 1) - last));
    return B * a * (sigma - delta);
  }
}
