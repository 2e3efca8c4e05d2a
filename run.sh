#!/usr/bin/env bash
# Builds Planning and starts it with the sample portfolio; with arguments, runs its command line instead.
#   ./run.sh                        start the host on 127.0.0.1:5080
#   ./run.sh customer show aurora   any command of the host
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
    echo "Planning needs the .NET SDK 10: https://dotnet.microsoft.com/download" >&2
    exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build host/Planning.Host -c Release -v quiet >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi

export PLANNING_DATA="${PLANNING_DATA:-$PWD/data}"
program=artifacts/bin/Planning.Host/release/planning.dll
if [ $# -gt 0 ]; then
    dotnet "$program" "$@"
else
    mkdir -p "$PLANNING_DATA"
    # What the host logs, one JSON object a line, goes beside the data; what it prints is for you.
    dotnet "$program" serve --sample 2>>"$PLANNING_DATA/host.log"
fi
