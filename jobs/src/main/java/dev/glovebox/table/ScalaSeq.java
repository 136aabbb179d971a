package dev.glovebox.table;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Lists as Delta and the engine take them. */
final class ScalaSeq {

  private ScalaSeq() {}

  static <T> Seq<T> of(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
