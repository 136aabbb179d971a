package dev.glovebox.delivery;

import java.util.List;

/** How to check a package with tools that every system has or can have. */
final class Recipe {

  private Recipe() {}

  /**
   * Commands of a shell, run beside the zip.
   *
   * @param id of the request, which names the zip and the folder in it
   */
  static List<String> lines(String id) {
    return List.of(
        "set -e",
        "unzip -q " + id + ".zip",
        "cd " + id,
        "sha256sum --check --strict --quiet manifest-sha256.txt",
        "sha256sum --check --strict --quiet tagmanifest-sha256.txt",
        "test \"$(find data -type f | wc -l)\" -eq \"$(wc -l < manifest-sha256.txt)\"",
        "field() { sed -n 's/.*\"'\"$1\"'\" *: *\"\\([^\"]*\\)\".*/\\1/p' signature.json | base64 -d; }",
        "field public_key > ../public-key.der",
        "field signature > ../signature.bin",
        "openssl pkeyutl -verify -rawin -in tagmanifest-sha256.txt -sigfile ../signature.bin"
            + " -pubin -keyform DER -inkey ../public-key.der");
  }
}
