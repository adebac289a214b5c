import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCE = join(import.meta.dirname, "..");
const LIBRARY = join(SOURCE, "../node_modules/@mantine/core");
const IMPORT = /import \{([^}]*)\} from "@mantine\/core"/g;
const RELATIVE = /from "(\.[^"]+)"/g;
const STYLE = /@import "@mantine\/core\/styles\/(.+)\.css"/g;

const read = (file: string) => readFileSync(file, "utf8");
const named = (text: string, what: RegExp) => [...text.matchAll(what)].map((match) => match[1] ?? "");

describe("the library's styles", () => {
  const imported = named(read(join(import.meta.dirname, "mantine.css")), STYLE);

  it("are there for every component that is used, with what it is made of, and for no other", () => {
    const used = new Set(componentsUsed().flatMap(stylesOf));
    expect(imported.filter((name) => /^[A-Z]/.test(name)).sort()).toEqual([...used].sort());
  });

  it("stand in the order in which the library has them, where later ones win", () => {
    const whole = read(join(LIBRARY, "styles.css"));
    const places = imported.map((name) =>
      whole.indexOf(read(join(LIBRARY, "styles", `${name}.css`)).slice(0, 80)),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});

function componentsUsed(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => named(read(join(SOURCE, file)), IMPORT))
    .flatMap((names) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => existsSync(moduleOf(name)));
}

function moduleOf(component: string): string {
  return join(LIBRARY, "esm/components", component, `${component}.mjs`);
}

/** Of a component and all that it imports: each part with styles has a module with their names. */
function stylesOf(component: string): string[] {
  const modules = new Set([moduleOf(component)]);
  for (const module of modules) {
    for (const path of named(read(module), RELATIVE)) modules.add(join(dirname(module), path));
  }
  return [...modules]
    .filter((module) => module.endsWith(".module.mjs"))
    .map((module) => basename(module, ".module.mjs"));
}
