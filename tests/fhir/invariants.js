// The invariants of FHIR R4, evaluated by NLM's fhirpath over whole resources.
//
// node invariants.js TOOLS < resources.json
//   TOOLS           the folder that `make fhir-tools` fills
//   resources.json  a list of resources
// It prints {checked, unable, problems}: how many invariants were evaluated, the keys
// of those that could not be, and for each resource what does not hold, with its place.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = path.join(process.argv[2], "node_modules");
const fhirpath = require(path.join(modules, "fhirpath"));
const model = require(path.join(modules, "fhirpath", "fhir-context", "r4"));
const folder = path.join(modules, "@medplum", "definitions", "dist", "fhir", "r4");

const definitions = new Map();
for (const file of ["profiles-types.json", "profiles-resources.json"]) {
  const bundle = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
  for (const { resource } of bundle.entry) {
    if (resource.resourceType === "StructureDefinition" && resource.snapshot) {
      const elements = new Map(resource.snapshot.element.map((e) => [e.path, e]));
      definitions.set(resource.name, elements);
    }
  }
}

// R4 left `trace()` in one of its invariants.
const QUIET = { traceFn: () => {} };
const compiled = new Map();
const unable = new Set();
let checked = 0;

function holds(constraint, base, node, resource, root) {
  const id = `${base} ${constraint.expression}`;
  if (!compiled.has(id)) {
    const expression = { base, expression: constraint.expression };
    compiled.set(id, fhirpath.compile(expression, model, QUIET));
  }
  const found = compiled.get(id)(node, { resource, rootResource: root });
  checked += 1;
  return found.length === 0 || found[0] === true;
}

function test(element, node, at, context) {
  for (const constraint of element.constraint || []) {
    if (constraint.severity !== "error" || !constraint.expression) continue;
    try {
      if (!holds(constraint, element.path, node, context.resource, context.root)) {
        context.problems.push(`${at}: ${constraint.key}: ${constraint.human}`);
      }
    } catch (error) {
      unable.add(constraint.key);
    }
  }
}

function valuesOf(node, name) {
  const many = (value) => (Array.isArray(value) ? value : [value]);
  if (!name.endsWith("[x]")) {
    return name in node ? many(node[name]).map((value) => [name, null, value]) : [];
  }
  const stem = name.slice(0, -3);
  return Object.keys(node)
    .filter((key) => key.startsWith(stem) && /^[A-Z]/.test(key.slice(stem.length)))
    .map((key) => [key, key.slice(stem.length), node[key]]);
}

function walk(elements, own, node, at, context) {
  test(elements.get(own), node, at, context);
  for (const [child, element] of elements) {
    const name = child.slice(own.length + 1);
    if (!child.startsWith(`${own}.`) || name.includes(".")) continue;
    valuesOf(node, name).forEach(([key, type, value], place) => {
      if (value === null || typeof value !== "object") return;
      const there = `${at}.${key}[${place}]`;
      if (value.resourceType) return visit(value, there, context);
      const reference = element.contentReference && element.contentReference.slice(1);
      const inside = reference || child;
      if ([...elements.keys()].some((one) => one.startsWith(`${inside}.`))) {
        return walk(elements, inside, value, there, context);
      }
      const kind = type || (element.type || [{}])[0].code;
      if (definitions.has(kind)) walk(definitions.get(kind), kind, value, there, context);
    });
  }
}

function visit(resource, at, context) {
  const inner = { ...context, resource, root: context.root || resource };
  walk(definitions.get(resource.resourceType), resource.resourceType, resource, at, inner);
}

const told = JSON.parse(fs.readFileSync(0, "utf8")).map((resource) => {
  const problems = [];
  visit(resource, resource.resourceType, { problems, root: null });
  return problems;
});
process.stdout.write(JSON.stringify({ checked, unable: [...unable], problems: told }));
