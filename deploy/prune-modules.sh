#!/bin/sh
# Takes out of node_modules what running needs not: source maps, type declarations, and fonts in formats and weights
# that no picture is drawn with. Usage: sh deploy/prune-modules.sh node_modules
set -eu
modules=${1:?names the folder, such as node_modules}
[ -d "$modules" ] || { echo "$modules is no folder" >&2; exit 2; }
find "$modules" -type f \( \
  -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.tsbuildinfo' \) -delete
find "$modules/@fontsource" -type f \( -name '*.woff' -o -name '*.woff2' ! -name '*-400-normal.woff2' \) -delete
# Outlines and flags of the world's countries; their names are in another file.
rm -rf "$modules/world-countries/data"
# What was left over from compiling.
rm -rf "$modules/hnswlib-node/build/Release/obj.target" "$modules/hnswlib-node/build/Release/.deps"
