package dev.glovebox.publishing;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;

/** Attributes one message after the other, as rows of {@link AttributedMessage#SCHEMA}. */
final class AttributedRows<T> implements Iterator<InternalRow> {

  private final Iterator<T> messages;
  private final BiConsumer<T, Consumer<AttributedMessage>> attribution;
  private final Queue<InternalRow> rows = new ArrayDeque<>();

  AttributedRows(Iterator<T> messages, BiConsumer<T, Consumer<AttributedMessage>> attribution) {
    this.messages = messages;
    this.attribution = attribution;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && messages.hasNext()) {
      attribution.accept(messages.next(), message -> rows.add(message.toRow()));
    }
    return !rows.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }
}
