// Takes a picture of every page of a running server: light, dark, on a phone in both, without data, and with answers failing.
//   TIDEMARK_PASSWORD=… npm run screenshots -- http://127.0.0.1:8003 demo@example.com FOLDER [BUSINESS_WITHOUT_DATA]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PAGES = [
  "portfolio",
  "analytics",
  "posts",
  "insights",
  "digest",
  "platforms",
  "audience",
  "best-times",
  "why",
  "what-works",
  "reports",
  "connections",
  "imports",
  "health",
  "settings",
  "methods",
];
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const [base, email, folder, empty] = process.argv.slice(2);
const password = process.env.TIDEMARK_PASSWORD;
if (!base || !email || !folder || !password) {
  console.error("TIDEMARK_PASSWORD=… npm run screenshots -- BASE EMAIL FOLDER [BUSINESS_WITHOUT_DATA]");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.TIDEMARK_CHROMIUM ?? "/usr/bin/chromium",
});
const signedIn = await signIn();
mkdirSync(folder, { recursive: true });
await take("light", { viewport: DESKTOP });
await take("dark", { viewport: DESKTOP, colorScheme: "dark" });
await take("phone", { viewport: PHONE, isMobile: true, hasTouch: true });
await take("phone-dark", { viewport: PHONE, isMobile: true, hasTouch: true, colorScheme: "dark" });
// All but who reads and which businesses there are, without which there would be no page to fail in its parts.
await take("failing", { viewport: DESKTOP }, (page) =>
  page.route(/\/api\/v1\/(?!businesses$|auth\/)/, (route) => route.fulfill({ status: 503, body: "{}" })),
);
if (empty) await take("empty", { viewport: DESKTOP }, undefined, `?business=${empty}`);
await browser.close();

async function signIn() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(base);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByTestId("metric-cards").waitFor();
  return context.storageState();
}

async function take(look, options, prepare, search = "") {
  const context = await browser.newContext({ ...options, storageState: signedIn, reducedMotion: "reduce" });
  const page = await context.newPage();
  await prepare?.(page);
  for (const name of PAGES) {
    await page.goto(`${base}/dashboard/${name}${search}`);
    await settled(page);
    await seen(page);
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
  }
  await context.close();
}

/** Panels load when they come near: somebody scrolls down, and up again. */
async function seen(page) {
  let height = 0;
  for (let step = 0; step < 40 && height < (await page.evaluate(() => document.body.scrollHeight)); step++) {
    height += 700;
    await page.evaluate((top) => window.scrollTo(0, top), height);
    await settled(page);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Events keep a connection open, so that the network is never idle: what loads says so. */
async function settled(page) {
  await page.getByRole("main").waitFor();
  await page
    .waitForFunction(
      () =>
        document.querySelector("main h1") &&
        !document.querySelector("[role=status][aria-label^=Loading], main [aria-busy=true]"),
      undefined,
      { timeout: 20_000 },
    )
    .catch(() => console.warn(`still loading: ${page.url()}`));
}
