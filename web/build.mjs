// Builds the dashboard for the server's jar: node build.mjs OUT_DIR [--check | --begin | --finish]
//
// Called on every build of the product, so it does nothing when nothing has changed:
//   dependencies are installed only when package.json, package-lock.json or Node differ from the last time,
//   check, test and bundle run only when an input differs from the one the bundle in OUT_DIR was made from.
// With --check nothing is written to OUT_DIR: lint, types and tests run, always.
// With --begin it goes on by itself, beside the compiler of the server, which leaves a processor free; --finish waits
// for its end and tells what it said. Between the two it is known by a folder next to OUT_DIR.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const LONGEST_MS = 180_000;
const here = dirname(fileURLToPath(import.meta.url));
const dependencyInputs = ["package.json", "package-lock.json"];
const dependencyStamp = join(here, "node_modules", ".tidemark-lock");
const bundleInputs = [
  ...dependencyInputs,
  "biome.json",
  "build.mjs",
  "index.html",
  "src",
  "tools",
  "../src/main/resources/openapi",
  "../src/main/resources/io/tidemark/language",
  "tsconfig.json",
  "vite.config.ts",
];

function say(text) {
  console.log(`[web] ${text}`);
}

function stop(text) {
  console.error(`[web] ${text}`);
  process.exit(1);
}

function filesUnder(path) {
  const entries = readdirSync(join(here, path), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const child = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(child) : [child];
  });
}

function fingerprint(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    const files = statSync(join(here, path)).isDirectory() ? filesUnder(path) : [path];
    for (const file of files) {
      hash.update(`\0${file}\0`).update(readFileSync(join(here, file)));
    }
  }
  return hash.digest("hex");
}

function matches(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

/** Whether it succeeded. */
function npm(args, env = {}) {
  const started = Date.now();
  const child = spawn("npm", args, {
    cwd: here,
    stdio: "inherit",
    env: { ...process.env, ...env },
    // On Windows npm is a .cmd file, which only a shell can start.
    shell: process.platform === "win32",
  });
  return new Promise((ended) => {
    child.on("error", (error) =>
      stop(`npm could not be started (${error.message}). It comes with Node; put it on the PATH.`),
    );
    child.on("exit", (status) => {
      const outcome = status === 0 ? `${((Date.now() - started) / 1000).toFixed(1)} s` : "failed";
      say(`npm ${args.join(" ")}: ${outcome}`);
      ended(status === 0);
    });
  });
}

/** All are run to their ends, so that each says what it found. */
async function together(...runs) {
  if ((await Promise.all(runs)).includes(false)) {
    stop("failed; the messages stand above.");
  }
}

const script = (name, env) => npm(["run", "--silent", name], env);

async function installDependencies() {
  const wanted = fingerprint(dependencyInputs);
  if (matches(dependencyStamp, wanted)) {
    say("dependencies unchanged");
    return;
  }
  await together(npm(["ci", "--no-audit", "--no-fund"], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" }));
  writeFileSync(dependencyStamp, wanted);
}

async function bundle(out) {
  const wanted = fingerprint(bundleInputs);
  const stamp = join(dirname(out), `.${basename(out)}.web-stamp`);
  if (existsSync(join(out, "index.html")) && matches(stamp, wanted)) {
    say("bundle up to date");
    return;
  }
  await together(script("types"));
  await together(script("lint"), script("test"), script("compile"), script("bundle", { OUT_DIR: out }));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const runOf = (out) => join(dirname(out), `.${basename(out)}.web-run`);

/** Starts the build as a process that outlives this one, behind an earlier one whose end nobody waited for. */
async function begin(out) {
  const run = runOf(out);
  const patience = Date.now() + LONGEST_MS;
  while (isRunning(run) && Date.now() < patience) await aMoment();
  rmSync(run, { recursive: true, force: true });
  mkdirSync(run, { recursive: true });
  const log = openSync(join(run, "log"), "w");
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), out, "--by-itself"], {
    cwd: here,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  writeFileSync(join(run, "pid"), String(child.pid));
  child.unref();
}

/** Leaves how it ended, whole or not at all, however it ends. */
function tellEnd(out) {
  const ended = join(runOf(out), "ended");
  process.on("exit", (code) => {
    writeFileSync(`${ended}.new`, String(code));
    renameSync(`${ended}.new`, ended);
  });
}

function isRunning(run) {
  const pid = join(run, "pid");
  if (existsSync(join(run, "ended")) || !existsSync(pid)) return false;
  try {
    process.kill(Number(readFileSync(pid, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

const aMoment = () => new Promise((look) => setTimeout(look, 100));

async function finish(out) {
  const run = runOf(out);
  if (!existsSync(run)) {
    stop("was not begun: run the whole build.");
  }
  const ended = join(run, "ended");
  while (isRunning(run)) await aMoment();
  process.stdout.write(readFileSync(join(run, "log"), "utf8"));
  if (!existsSync(ended)) {
    stop("was cut off before its end; run the build again.");
  }
  const code = Number(readFileSync(ended, "utf8"));
  rmSync(run, { recursive: true });
  process.exitCode = code;
}

const MODES = ["--check", "--begin", "--finish", "--by-itself"];
const args = process.argv.slice(2);
const [mode, ...otherModes] = args.filter((arg) => MODES.includes(arg));
const [out, ...others] = args.filter((arg) => !MODES.includes(arg));
const node = Number(process.versions.node.split(".")[0]);

if (node < OLDEST_NODE) {
  stop(
    `Node ${OLDEST_NODE} or newer is needed to build the dashboard, but this is Node ${process.versions.node}.`,
  );
}
if (others.length > 0 || otherModes.length > 0 || (!out && mode !== "--check")) {
  stop("Usage: node build.mjs OUT_DIR [--check | --begin | --finish]");
}

if (mode === "--begin") {
  await begin(resolve(out));
} else if (mode === "--finish") {
  await finish(resolve(out));
} else {
  if (mode === "--by-itself") {
    tellEnd(resolve(out));
  }
  await installDependencies();
  if (mode === "--check") {
    await together(script("types"));
    await together(script("lint"), script("test"), script("compile"));
  } else {
    await bundle(resolve(out));
  }
}
