package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleNamesTest {

  @ParameterizedTest
  @CsvSource({
    "LRW3E7EK0NC000042, LRW••••••0042",
    "SHORT12, ••••••12",
    "AB, ••••••B",
    "A, ••••••",
    "'', ••••••"
  })
  void masksTheMiddle(String vin, String shown) {
    assertThat(VehicleNames.masked(vin)).isEqualTo(shown);
  }
}
