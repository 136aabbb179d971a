package dev.glovebox.publishing;

import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Fields;
import dev.glovebox.table.OwnerPartitions;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * What messages are attributed by; travels to every task.
 *
 * @param tenures who held which vehicle when
 * @param partitions where an owner's rows lie
 * @param zone that decides what a month is
 * @param fields of the source
 * @param positionCarryMicros how long a position stands for the messages after it
 */
record AttributionRules(
    Tenures tenures,
    OwnerPartitions partitions,
    ZoneId zone,
    Fields fields,
    long positionCarryMicros)
    implements Serializable {}
