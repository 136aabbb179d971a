package dev.glovebox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.glovebox.S3Between.Request;
import dev.glovebox.S3Between.Server;
import dev.glovebox.S3Between.Treatment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** What stores and networks do to conditional writes. */
public final class Treatments {

  private static final Pattern COMMIT = Pattern.compile(".*/_delta_log/\\d{20}\\.json");
  private static final byte[] NOTHING = new byte[0];

  private Treatments() {}

  /** As if nothing stood between. */
  public static Treatment passing() {
    return (request, server) -> server.send(request);
  }

  /** A store that knows no conditions and passes over them. */
  public static Treatment ignoringConditions() {
    return (request, server) -> server.send(request.without("If-None-Match"));
  }

  /** A store that passes over the conditions of what is uploaded in parts. */
  public static Treatment ignoringConditionsOfParts() {
    return (request, server) ->
        server.send(
            request.line().startsWith("POST ") ? request.without("If-None-Match") : request);
  }

  /** A store that says that it knows no conditions. */
  public static Treatment refusingConditions() {
    return (request, server) ->
        request.isConditional() ? S3Between.error(501, "NotImplemented") : server.send(request);
  }

  /** A store that looks whether the object is there and then writes it: two at once both win. */
  public static Treatment lookingBeforeWriting() {
    return (request, server) -> {
      if (request.isConditional() && exists(request, server)) {
        return S3Between.error(412, "PreconditionFailed");
      }
      if (request.isConditional()) {
        pause(Duration.ofMillis(200));
      }
      return server.send(request.without("If-None-Match"));
    };
  }

  /** The first conditional write is done and its answer gets lost. */
  public static Treatment losingTheFirstAnswer() {
    AtomicBoolean lost = new AtomicBoolean();
    return (request, server) -> {
      byte[] answer = server.send(request);
      return request.isConditional() && lost.compareAndSet(false, true) ? NOTHING : answer;
    };
  }

  /** The first conditional write finds another one under way, which comes to nothing. */
  public static Treatment undecidedAtFirst() {
    AtomicBoolean told = new AtomicBoolean();
    return (request, server) ->
        request.isConditional() && told.compareAndSet(false, true)
            ? S3Between.error(409, "ConditionalRequestConflict")
            : server.send(request);
  }

  /**
   * Brings writers to the point where commits are lost: a commit waits for another of the same
   * version of the same table, for so long at most, and then both are written.
   */
  public static Treatment pairingCommits(Duration patience) {
    Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    return (request, server) -> {
      if (request.isPut() && COMMIT.matcher(request.target()).matches()) {
        CountDownLatch pair =
            awaited.computeIfAbsent(request.target(), target -> new CountDownLatch(2));
        pair.countDown();
        await(pair, patience);
      }
      return server.send(request);
    };
  }

  private static boolean exists(Request request, Server server) throws IOException {
    Request question =
        new Request(
            "HEAD " + request.target() + " HTTP/1.1",
            List.of("Host: " + request.header("Host").orElseThrow()),
            NOTHING);
    return new String(server.send(question), US_ASCII).startsWith("HTTP/1.1 200");
  }

  private static void await(CountDownLatch pair, Duration patience) {
    try {
      boolean unused = pair.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration duration) {
    await(new CountDownLatch(1), duration);
  }
}
