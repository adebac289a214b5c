// What Lighthouse says of the overview of somebody who is signed in, on a desktop and on a phone: the median of some
// runs of each, as Markdown. The packages are no part of the build; they are taken from where this is run:
//
//   mkdir /tmp/lighthouse && cd /tmp/lighthouse && npm install lighthouse@12.8.2 playwright-core@1.62.0
//   TIDEMARK_PASSWORD=… node …/bench/lighthouse.mjs http://localhost:8003 demo@example.com [RUNS]
//
// The browser is the one at TIDEMARK_CHROMIUM, else /usr/bin/chromium.

import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const DEBUGGING_PORT = 9333;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FIGURES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const [address, email, runs = "5"] = process.argv.slice(2);
const password = process.env.TIDEMARK_PASSWORD;
if (!address || !email || !password) {
  console.error("Usage: TIDEMARK_PASSWORD=… node lighthouse.mjs ADDRESS EMAIL [RUNS]");
  process.exit(2);
}

const here = createRequire(join(process.cwd(), "package.json"));
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(here.resolve("lighthouse")).href);
const { chromium } = here("playwright-core");

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.TIDEMARK_CHROMIUM ?? "/usr/bin/chromium",
  args: [`--remote-debugging-port=${DEBUGGING_PORT}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByTestId("metric-cards").waitFor();
  const overview = page.url();
  await page.close();

  console.log(`| | ${[...CATEGORIES, ...FIGURES].join(" | ")} |`);
  console.log(`|---|${"---|".repeat(CATEGORIES.length + FIGURES.length)}`);
  await measure("desktop", overview, desktopConfig);
  await measure("phone", overview, undefined);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

async function measure(form, url, config) {
  const results = [];
  for (let run = 0; run < Number(runs); run++) {
    // It empties the caches before each run, and leaves the cookies.
    const { lhr } = await lighthouse(url, { port: DEBUGGING_PORT }, config);
    results.push(lhr);
  }
  const scores = CATEGORIES.map((id) => Math.round(100 * median(results.map((one) => one.categories[id].score))));
  const figures = FIGURES.map((id) => {
    const { numericUnit } = results[0].audits[id];
    const value = median(results.map((one) => one.audits[id].numericValue));
    return numericUnit === "millisecond" ? `${Math.round(value)} ms` : value.toFixed(3);
  });
  console.log(`| ${form} | ${[...scores, ...figures].join(" | ")} |`);
  const faults = new Set(
    results.flatMap((one) =>
      CATEGORIES.slice(1).flatMap((id) =>
        one.categories[id].auditRefs
          .map((ref) => one.audits[ref.id])
          .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "informative")
          .map(({ title }) => title),
      ),
    ),
  );
  for (const title of faults) console.error(`${form}: ${title}`);
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
