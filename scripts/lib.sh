# What the commands share. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
target=$root/jobs/target
jar=$target/glovebox-cluster.jar
provided=$target/provided.classpath
java_home=
python=

say() { printf '%s\n' "$*" >&2; }

section() { printf '\n== %s\n' "$*" >&2; }

# fail PROBLEM [WAY OUT…]: says both and ends the command.
fail() {
  say "glovebox: $1"
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 1
}

# ---- What must be on the machine

is_jdk_17() {
  [[ -x $1/bin/javac && -x $1/bin/java ]] || return 1
  grep -q '^JAVA_VERSION="17[."]' "$1/release" 2>/dev/null
}

java_on_path() {
  command -v java >/dev/null || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Finds a JDK 17: JAVA_HOME, the one on the path, then where systems install them.
need_java() {
  local home
  for home in "${JAVA_HOME-}" "$(java_on_path)" /usr/lib/jvm/*17* \
    /Library/Java/JavaVirtualMachines/*17*/Contents/Home; do
    if [[ -n $home ]] && is_jdk_17 "$home"; then
      java_home=$home
      return
    fi
  done
  fail "no JDK 17 was found (java, javac)." \
    "Debian, Ubuntu: sudo apt-get install openjdk-17-jdk-headless" \
    "Fedora:         sudo dnf install java-17-openjdk-devel" \
    "macOS:          brew install openjdk@17" \
    "Then run this again, or name it: JAVA_HOME=/path/to/jdk-17 $0"
}

# Finds a Python of 3.10 or later that can make virtual environments; returns 1 if there is none.
find_python() {
  local name
  for name in ${PYTHON-} python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' \
      >/dev/null 2>&1; then
      python=$name
      return
    fi
  done
  say "glovebox: no python3 of 3.10 or later with its venv module was found."
  say "  Debian, Ubuntu: sudo apt-get install python3 python3-venv"
  say "  Fedora:         sudo dnf install python3"
  say "  macOS:          brew install python@3.12"
  say "  Then run this again, or name it: PYTHON=/path/to/python3 $0"
  return 1
}

# ---- Nothing is built twice

sha256_command() {
  if command -v sha256sum >/dev/null; then echo sha256sum; else echo shasum -a 256; fi
}

# One checksum over names and contents of the files under these paths, which start at the root.
fingerprint() (
  cd "$root" || exit
  export LC_ALL=C
  read -r -a sum <<<"$(sha256_command)"
  find "$@" -type f -exec "${sum[@]}" {} + | sort | "${sum[@]}" | cut -d' ' -f1
)

jobs_fingerprint() { fingerprint pom.xml .mvn jobs/pom.xml jobs/src/main schemas; }

# Whether the jar was made from these sources and every library that it runs with is still there.
jobs_are_built() {
  local libraries library
  [[ -f $jar && -f $provided && $(cat "$target/built-from" 2>/dev/null) == "$1" ]] || return 1
  IFS=: read -r -a libraries <"$provided"
  for library in "${libraries[@]}"; do
    [[ -f $library ]] || return 1
  done
}

build_jobs() {
  local wanted
  wanted=$(jobs_fingerprint)
  if jobs_are_built "$wanted"; then return; fi
  rm -f "$target/glovebox.jsa"
  say "Building the jobs. The first time this fetches Maven, Spark and Delta (about 0.5 GB)."
  maven package -q -Dmaven.test.skip=true
  printf '%s\n' "$wanted" >"$target/built-from"
  archive_classes
}

# ---- How the jobs are run here

jobs_classpath() { printf '%s:%s' "$jar" "$(cat "$provided")"; }

# Memory grows with the cores that work in it, not with the data. A job is short: what Spark does a
# few thousand times to plan it is not worth the second compiler, which the jobs' own loops still get.
jvm_options=(
  "@$root/jobs/src/main/jvm/spark.args"
  "-Xmx$((768 + 512 * $(getconf _NPROCESSORS_ONLN)))m"
  -XX:+UseParallelGC -XX:-UsePerfData
  -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=10000
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=300000
)

# Runs a command on a lake of the scripts' own: what the environment sets is meant for another.
without_settings() (
  for name in $(compgen -v GLOVEBOX_); do
    [[ $name == GLOVEBOX_JAVA_OPTS ]] || unset "$name"
  done
  "$@"
)

# Keeps the classes that a run loads as Java has them in memory, which saves a part of every start.
# Without it everything works as well.
archive_classes() {
  local empty=$build/empty
  say "Keeping the classes that a run loads, so that later ones start sooner."
  rm -rf "$empty"
  mkdir -p "$empty/raw" "$empty/registry" "$build/logs"
  fleet_configuration >"$empty/glovebox.yaml"
  printf 'vin,owner_id,role,valid_from,valid_to\n' >"$empty/registry/tenures.csv"
  printf '{"type":"FeatureCollection","features":[]}\n' >"$empty/registry/sensitive-places.geojson"
  CLASSPATH=$(jobs_classpath) without_settings "$java_home/bin/java" "${jvm_options[@]}" \
    -XX:ArchiveClassesAtExit="$target/glovebox.jsa" dev.glovebox.Main \
    publish --config "$empty/glovebox.yaml" --batch-date 2026-11-01 \
    >"$build/logs/classes.log" 2>&1 || rm -f "$target/glovebox.jsa"
}

# ---- Maven, through its wrapper

# The wrapper unpacks with unzip. Where there is none, the JDK's jar does it.
unzip_or_jar() {
  if command -v unzip >/dev/null; then return; fi
  mkdir -p "$build/bin"
  cat >"$build/bin/unzip" <<'SHIM'
#!/usr/bin/env bash
# unzip [-q] FILE -d FOLDER, by the JDK
set -euo pipefail
[[ $1 != -q ]] || shift
cd "$3"
"$JAVA_HOME/bin/jar" --extract --file "$1"
chmod +x ./*/bin/mvn
SHIM
  chmod +x "$build/bin/unzip"
  PATH=$build/bin:$PATH
}

need_maven() {
  [[ -z ${MAVEN-} ]] || return 0
  unzip_or_jar
  if (cd "$root" && ./mvnw --version) >"$build/logs/wrapper.log" 2>&1; then return; fi
  cat "$build/logs/wrapper.log" >&2
  fail "the Maven that mvnw asks for (.mvn/wrapper/maven-wrapper.properties) could not be fetched." \
    "Is there a network? Behind a mirror of Maven Central: MVNW_REPOURL=https://your.mirror/path $0" \
    "With a Maven 3.9 of your own:  MAVEN=mvn $0"
}

# maven ARGUMENTS…: runs at the root, keeps a log, and explains a failure that is the network's.
maven() {
  local log=$build/logs/maven.log
  export JAVA_HOME=$java_home
  mkdir -p "$build/logs"
  need_maven
  if (cd "$root" && "${MAVEN:-./mvnw}" -B -ntp "$@") 2>&1 | tee "$log" >&2; then return; fi
  if grep -qE 'Could not (transfer|resolve|find) (artifact|dependencies|plugin)|Unknown host' "$log"; then
    say "glovebox: libraries could not be fetched. The first build needs the network or a mirror"
    say "  of Maven Central (a <mirror> in ~/.m2/settings.xml); after that it works without."
  fi
  return 1
}

# ---- Python, in an environment of its own

# Makes build/venv from the lock file, once; returns 1 and says why where that cannot be.
python_environment() {
  local wanted
  find_python || return 1
  wanted="$(fingerprint scripts/requirements.lock) $("$python" --version)"
  if [[ $(cat "$build/venv/made-from" 2>/dev/null) == "$wanted" ]]; then return; fi
  say "Making the Python environment build/venv from scripts/requirements.lock."
  mkdir -p "$build/logs"
  if ! fill_environment >"$build/logs/pip.log" 2>&1; then
    tail -n 5 "$build/logs/pip.log" >&2
    say "glovebox: the Python packages could not be fetched. Is there a network? (build/logs/pip.log)"
    return 1
  fi
  printf '%s\n' "$wanted" >"$build/venv/made-from"
}

fill_environment() {
  "$python" -m venv --clear "$build/venv" &&
    "$build/venv/bin/python" -m pip install --require-hashes --only-binary :all: \
      --disable-pip-version-check -r "$root/scripts/requirements.lock"
}

# ---- A second S3 server, for the race of two drivers

versitygw=v1.8.0

# Makes build/bin/versitygw where there is Go. Without it the tests that need it are skipped.
second_s3_server() {
  local program=$build/bin/versitygw
  if [[ -x $program && $(cat "$program.version" 2>/dev/null) == "$versitygw" ]]; then return; fi
  if ! command -v go >/dev/null; then
    say "Without Go (https://go.dev) there is no second S3 server: its tests are skipped."
    return
  fi
  say "Building the second S3 server, versitygw $versitygw, for the tests (once, minutes)."
  mkdir -p "$build/logs"
  if GOBIN=$build/bin go install "github.com/versity/versitygw/cmd/versitygw@$versitygw" \
    >"$build/logs/versitygw.log" 2>&1; then
    printf '%s\n' "$versitygw" >"$program.version"
  else
    say "It could not be built (build/logs/versitygw.log): its tests are skipped."
  fi
}

# ---- A browser, for the pages

# Installs Chromium and a Chinese font where it may: as root, by apt. Without them their tests are skipped.
browser_with_chinese() {
  if command -v chromium >/dev/null && [[ -n $(fc-list :lang=zh 2>/dev/null) ]]; then return; fi
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    say "Without Chromium and a Chinese font nobody looks at the pages: their tests are skipped."
    say "  Debian: sudo apt-get install chromium fonts-noto-cjk"
    say "  Any other browser of the Chromium kind: CHROMIUM=/path/to/it $0"
    return
  fi
  say "Installing Chromium and a Chinese font, to look at the pages (once, a minute)."
  mkdir -p "$build/logs"
  if ! install_browser >"$build/logs/browser.log" 2>&1; then
    say "They could not be installed (build/logs/browser.log): the tests of pages are skipped."
  fi
}

install_browser() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update && apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-cjk
}

# ---- A fleet, simulated and published

day_after() { # DATE DAYS, with GNU's date or BSD's
  date -u -d "$1 + $2 days" +%F 2>/dev/null || date -u -j -v "+$2d" -f %F "$1" +%F
}

fleet_configuration() {
  cat <<'YAML'
# Relative locations start from this file.
raw: raw
registry: registry
requests: requests
lake: lake
packages: packages
reports: reports
YAML
}

simulate_fleet() { # FOLDER VEHICLES DAYS FIRST_DAY SEED
  rm -rf "$1"
  mkdir -p "$1"
  fleet_configuration >"$1/glovebox.yaml"
  without_settings "$root/scripts/glovebox" simulate --vehicles "$2" --days "$3" --start "$4" --seed "$5" --out "$1"
}

publish_fleet() { # FOLDER DAYS FIRST_DAY
  without_settings "$root/scripts/glovebox" publish --config "$1/glovebox.yaml" \
    --from "$3" --to "$(day_after "$3" "$(($2 - 1))")"
}

derive_fleet() { # FOLDER DAYS FIRST_DAY
  without_settings "$root/scripts/glovebox" derive --config "$1/glovebox.yaml" \
    --from "$3" --to "$(day_after "$3" "$(($2 - 1))")"
}

# Two days after the last one, when every request of the fleet was received.
export_fleet() { # FOLDER DAYS FIRST_DAY
  without_settings "$root/scripts/glovebox" export --config "$1/glovebox.yaml" \
    --as-of "$(day_after "$3" "$(($2 + 1))")T16:00:00Z"
}

# A request of every holder for all that is theirs, as a portal would write it.
everybody_asks() { # FOLDER DAY
  tail -n +2 "$1/registry/tenures.csv" | cut -d, -f2 | sort -u | awk -v day="$2" '
    {
      printf "{\"request_id\":\"everybody-%s\",\"kind\":\"export\",\"owner_id\":\"%s\"", $1, $1
      printf ",\"received_at\":\"%sT00:00:00Z\",\"locale\":\"%s\"}\n", day, NR % 2 ? "en" : "zh-Hans"
    }' >"$1/requests/everybody.jsonl"
}
