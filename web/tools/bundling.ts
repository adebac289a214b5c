import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What a first look at a page costs in scripts. */
interface Budget {
  /** The modules that such a page fetches beside what every page does. */
  fetches: string[];
  /** What they all may have, compressed, in bytes: a little more than they have now. */
  most: number;
}

/** Fails the build where a page, by its name, loads more scripts before its numbers stand there than it may. */
export function withinBudget(pages: Record<string, Budget>): Plugin {
  return {
    name: "within-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const common = chunks.filter(({ isEntry }) => isEntry);
      for (const [page, { fetches, most }] of Object.entries(pages)) {
        const own = fetches.map(
          (module) =>
            chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}`)) ??
            this.error(`${page} does not fetch ${module} by itself: name what it does fetch.`),
        );
        const bytes = loaded([...common, ...own], bundle).reduce(
          (sum, { code }) => sum + gzipSync(code).length,
          0,
        );
        const told = `${page} loads ${Math.round(bytes / 1000)} kB of scripts, compressed, before its numbers stand there`;
        if (bytes > most) this.error(`${told}: more than the ${most / 1000} kB that it may.`);
        this.info(told);
      }
    },
  };
}

/** With all that they import, each once. */
function loaded(chunks: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const all = new Set(chunks);
  for (const { imports } of all) {
    for (const name of imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") all.add(imported);
    }
  }
  return [...all];
}

/** Text smaller than that is sent as it is. */
const WORTH_IT = 1000;

/** Puts beside each file what the server sends of it, so that it need not compress the same file for every reader. */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir = "." }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(js|css|svg)$/.test(one))) {
        const file = join(dir, name);
        const content = await readFile(file);
        if (content.length < WORTH_IT) continue;
        await writeFile(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}

/** React has ids that are the same from the first; the library's own make every field anew as soon as it is there. */
const LIBRARY_IDS = /@mantine\/hooks\/esm\/use-id\/use-id\.mjs$/;
const REACT_IDS = `import { useId as useReactId } from "react";
export function useId(named) {
  const id = useReactId();
  return typeof named === "string" ? named : "mantine-" + id;
}
`;

/** Takes React's ids for the library's. Fails the build where the library no longer has them there. */
export function steadyIds(): Plugin {
  let taken = false;
  return {
    name: "steady-ids",
    apply: "build",
    load(id) {
      if (!LIBRARY_IDS.test(id)) return null;
      taken = true;
      return REACT_IDS;
    },
    buildEnd(error) {
      if (!error && !taken)
        this.error(
          "The component library's ids are made elsewhere now: see whether it still makes fields twice.",
        );
    },
  };
}
