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

failed=0
dotnet test Planning.sln --no-build --logger trx --results-directory "$results" || failed=$?

# A run that found no result file, or a runner that failed without a failed test, is a failure of its own.
shopt -s nullglob
files=("$results"/*.trx)
if [ ${#files[@]} -eq 0 ]; then
    echo "No test result was written." >&2
    exit 1
fi

count() { sed -n "s/.*<Counters.*[^a-zA-Z]$1=\"\([0-9]*\)\".*/\1/p" "${files[@]}" | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ] && [ "$passed" -eq "$executed" ] && [ "$passed" -gt 0 ]
