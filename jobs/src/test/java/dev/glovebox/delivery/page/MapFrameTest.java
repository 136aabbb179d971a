package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.delivery.page.Journal.Spot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class MapFrameTest {

  private static final Spot SOUTH_WEST = new Spot(31.1, 121.3);
  private static final Spot NORTH_EAST = new Spot(31.3, 121.6);

  @Test
  void showsEverySpotWithNorthUp() {
    MapFrame frame = MapFrame.around(List.of(SOUTH_WEST, NORTH_EAST));
    Coordinate low = frame.project(SOUTH_WEST);
    Coordinate high = frame.project(NORTH_EAST);
    assertThat(frame.shows(low)).isTrue();
    assertThat(frame.shows(high)).isTrue();
    assertThat(high.x).isGreaterThan(low.x);
    assertThat(high.y).isLessThan(low.y);
  }

  /** A degree of latitude is 111.2 km on a sphere of the mean radius. */
  @Test
  void measuresMetersAtTheMiddle() {
    MapFrame frame = MapFrame.around(List.of(SOUTH_WEST, NORTH_EAST));
    double units =
        frame.project(new Spot(31.195, 121.45)).y - frame.project(new Spot(31.205, 121.45)).y;
    assertThat(units * frame.metersPerUnit()).isCloseTo(1112, within(2.0));
  }

  @Test
  void drawsOneSpotOnAMapOfAKilometre() {
    MapFrame frame = MapFrame.around(List.of(SOUTH_WEST));
    assertThat(frame.project(SOUTH_WEST).x).isCloseTo(MapFrame.WIDTH / 2.0, within(1.0));
    assertThat(MapFrame.WIDTH * frame.metersPerUnit()).isBetween(1000.0, 3000.0);
  }

  @Test
  void drawsWhatLiesBeyondMercatorsEnds() {
    MapFrame frame = MapFrame.around(List.of(new Spot(90, 0), new Spot(89, 10)));
    assertThat(frame.project(new Spot(90, 0)).y).isFinite();
  }

  @Test
  void looksCloserWhereMostSpotsAre() {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      spots.add(new Spot(31.2 + i * 1e-4, 121.4 + i * 1e-4));
    }
    assertThat(MapFrame.aroundMost(spots)).isEmpty();
    spots.add(new Spot(30.2, 120.1));
    assertThat(MapFrame.aroundMost(spots))
        .hasValueSatisfying(
            frame -> assertThat(frame.shows(frame.project(new Spot(30.2, 120.1)))).isFalse());
  }

  @Test
  void drawsAFewRoundLines() {
    MapFrame frame = MapFrame.around(List.of(SOUTH_WEST, NORTH_EAST));
    assertThat(frame.meridians().toArray()).hasSizeBetween(2, 6);
    assertThat(frame.parallels().toArray()).hasSizeBetween(1, 6);
  }
}
