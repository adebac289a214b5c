// Writes generated/schema.d.ts: the types of all that the API answers, from the parts of its description. Runs before
// whatever reads types, so that these are never older than the description.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const partsIn = join(here, "../../src/main/resources/openapi");
const target = join(here, "../generated/schema.d.ts");

/** Objects become one, member by member, as the server puts its description together. */
function merge(into, part) {
  for (const [name, value] of Object.entries(part)) {
    if (into[name] === undefined) {
      into[name] = value;
    } else if (isObject(into[name]) && isObject(value)) {
      merge(into[name], value);
    } else {
      throw new Error(`Two parts of the description of the API speak of ${name}`);
    }
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const description = {};
for (const file of readdirSync(partsIn).sort()) {
  merge(description, JSON.parse(readFileSync(join(partsIn, file), "utf8")));
}

// The page names its addresses itself, in few places; what comes back are schemas.
const schemas = { ...description, paths: {}, components: { schemas: description.components.schemas } };
const types = astToString(await openapiTS(schemas, { arrayLength: true, silent: true }));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `// Made by tools/types.mjs from the description of the API.\n\n${types}`);
