#!/usr/bin/env bash
# Builds the benchmarks and prints their tables as Markdown. stdout: the tables; stderr: progress.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")

usage() {
  cat <<'TEXT'
usage: benchmarks/run.sh [--smoke] [--profile FILE.jfr] [name…]

Builds what is measured and prints one or more tables a name, as Markdown; without a name, all:

TEXT
  sed 's/^/  /' "$here/list"
  cat <<'TEXT'

  --smoke             a few seconds a name: shows that all of it runs, its figures mean nothing
  --profile FILE.jfr  records the run with Java Flight Recorder

Figures are CPU time of the whole process, so they bear other work on the machine, but not much of it.
WEIR_BENCHMARK_JAVA_OPTIONS is passed to the JVM (default -Xms3g -Xmx3g).
TEXT
}

names=()
options=()
jvm=(${WEIR_BENCHMARK_JAVA_OPTIONS:--Xms3g -Xmx3g})
while (($#)); do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --smoke) options+=("$1") ;;
    --profile)
      [[ $# -ge 2 ]] || { echo "--profile needs a file" >&2; exit 2; }
      jvm+=("-XX:StartFlightRecording:filename=$2,settings=profile" -Xlog:jfr+startup=error)
      shift
      ;;
    *)
      if ! grep -q "^$1 " "$here/list"; then
        { echo "No benchmark is called '$1'. There are:"; sed 's/^/  /' "$here/list"; } >&2
        exit 2
      fi
      names+=("$1")
      ;;
  esac
  shift
done

echo "building …" >&2
(cd "$root" && mvn -q -B -Dstyle.color=never -Dfast -Pbenchmarks -pl benchmarks -am process-classes) >&2

commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)
if [[ $commit != unknown && -n $(git -C "$root" status --porcelain) ]]; then
  commit+=" with changes"
fi

exec java "${jvm[@]}" -XX:+UseParallelGC -Dweir.commit="$commit" -Dmvel2.disable.jit=true \
  --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED \
  --add-opens=java.base/java.time=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED \
  -cp "$here/target/classes:$(cat "$here/target/class-path")" \
  io.weir.benchmarks.Main "${options[@]}" "${names[@]}"
