package dev.glovebox.publishing;

import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.signal.Fields;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * What readings are judged by; travels to every task.
 *
 * @param fields of the source
 * @param view whose rules apply
 * @param places that are sensitive, with their margin
 * @param digests of values that are not published
 * @param positionCarryMicros how long a position stands for the messages after it
 * @param zone that decides what a day is
 */
record ReadingRules(
    Fields fields,
    PrivacyView view,
    SensitivePlaces places,
    Digests digests,
    long positionCarryMicros,
    ZoneId zone)
    implements Serializable {}
