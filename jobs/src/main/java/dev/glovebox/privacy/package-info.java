/**
 * Who may see what: the policy, its rules, the sensitive places, and the one gate that releases.
 *
 * <p>Pure: no storage, no clock, no state between readings. Rules only mark; what is null, unknown
 * or unparsable is not allowed.
 */
package dev.glovebox.privacy;
