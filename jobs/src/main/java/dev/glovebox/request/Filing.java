package dev.glovebox.request;

import java.util.Optional;

/**
 * What a line of a request file asks.
 *
 * @param madeId what it is called where its own id cannot be used
 * @param fault what is wrong with it; empty: nothing that the line alone tells
 */
record Filing(Asked asked, String madeId, Optional<Reason> fault) {}
