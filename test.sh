#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs all tests. The last line is the count of the runner.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
    echo "The tests need the .NET SDK 10: https://dotnet.microsoft.com/download" >&2
    exit 1
fi

# Nothing is installed yet: SQLite comes with its package. PostgreSQL and Chromium join with the parts that use them.
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet build Planning.sln -v quiet

# Each test program runs by itself, two at a time: one that dies leaves no result and an exit code of its own, so it cannot
# look as if it had passed.
run() {
    local name; name=$(basename "$1" .csproj)
    if dotnet "artifacts/bin/$name/debug/$name.dll" -noLogo -noColor -trx "$2/$name.trx" >"$2/$name.log" 2>&1; then
        echo "$name: $(grep -a 'Total:' "$2/$name.log" | tail -1 | xargs)"
    else
        cat "$2/$name.log"
        echo "$name failed:"
        # Once more without the log between them: which promises were broken, and how.
        grep -a -A 8 ' \[FAIL\]$' "$2/$name.log" | grep -av '^{"Timestamp"'
        return 1
    fi
}
export -f run
shopt -s nullglob
projects=(tests/*.Tests/*.csproj)
failed=0
printf '%s\n' "${projects[@]}" | xargs -P 2 -I{} bash -c 'run "$1" "$2"' _ {} "$results" || failed=$?

files=("$results"/*.trx)
if [ ${#files[@]} -ne ${#projects[@]} ]; then
    echo "${#projects[@]} test programs were run, but only ${#files[@]} wrote their results." >&2
    failed=1
fi

count() { sed -n "s/.*<Counters.*[^a-zA-Z]$1=\"\([0-9]*\)\".*/\1/p" "${files[@]}" | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ] && [ "$passed" -eq "$executed" ] && [ "$passed" -gt 0 ]
