import { t } from "../text/text";
import { idle } from "../ui/idle";
import type { Problem } from "./types";

const BASE = "/api/v1";
const CSRF_COOKIE = "XSRF-TOKEN";
const CSRF_HEADER = "X-XSRF-TOKEN";
/** How long after the page was opened what its document asked is taken for an answer. */
const EARLY_MS = 30_000;

/** What the server refused, or the network: always carries a problem whose detail can be shown. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? t("The server answered {status}.", { status: String(status) }));
    this.status = status;
    this.problem = problem;
  }

  /** Whether the words are the server's, which speaks English only. */
  get saidByServer(): boolean {
    return isOfServer(this.problem);
  }
}

const UNREACHABLE = "unreachable";

/** Whether a problem is told by the server, and not by the page for want of an answer. */
export function isOfServer(problem: Problem): boolean {
  return problem.code !== undefined && problem.code !== UNREACHABLE;
}

/** What went wrong, of any error. */
export function problemOf(error: unknown): Problem {
  return error instanceof ApiError ? error.problem : { detail: String(error) };
}

export type Params = Record<string, string | number | string[] | undefined>;

interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  params?: Params;
  json?: unknown;
  form?: FormData;
  /** Sent as it is. */
  file?: File;
  signal?: AbortSignal;
  /** Asked when the browser has nothing else to do: what stands around the numbers lets them go first. */
  aside?: boolean;
  /** Do not lead to the sign-in page on 401: the caller asks whether somebody is signed in. */
  expectSignedOut?: boolean;
}

let onSignedOut: () => void = () => {};

/** Tells the client what to do when the server no longer knows who is asking. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

let visited: string | undefined;

/** From now on questions are asked as somebody who came by a link, under its address; or as a member again. */
export function askByLink(share: string | undefined): void {
  visited = share;
}

/** Where what the server named is for whoever asks: visitors have addresses of their own. */
export function reachable(named: string): string {
  const shared = [`${BASE}/analytics/`, `${BASE}/reports/`].some((start) => named.startsWith(start));
  return visited !== undefined && shared ? `${BASE}/shared/${visited}${named.slice(BASE.length)}` : named;
}

export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(name, String(one));
    }
  }
  const text = query.toString();
  const whole = reachable(`${BASE}${path}`);
  return text ? `${whole}?${text}` : whole;
}

/** Whether somebody has signed in with this browser: signing in brings the token, signing out takes it away. */
export function mayBeSignedIn(): boolean {
  return csrfToken() !== undefined;
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  if (options.aside) await idle();
  const response = await ask(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A file that the server makes. */
export async function fetchFile(path: string, options: Call = {}): Promise<Blob> {
  return (await ask(path, options)).blob();
}

async function ask(path: string, options: Call): Promise<Response> {
  const method = options.method ?? "GET";
  const headers = new Headers({ Accept: "application/json, application/problem+json" });
  // Only then: reading cookies makes the page wait for the browser.
  const token = method === "GET" ? undefined : csrfToken();
  if (token) headers.set(CSRF_HEADER, token);
  if (options.file) headers.set("Content-Type", options.file.type);
  if (options.json !== undefined) headers.set("Content-Type", "application/json");

  const response = await send(address(path, options.params), {
    method,
    headers,
    credentials: "same-origin",
    body:
      options.form ?? options.file ?? (options.json === undefined ? undefined : JSON.stringify(options.json)),
    signal: options.signal,
  });
  if (response.ok) return response;
  const error = new ApiError(response.status, await readProblem(response));
  if (response.status === 401 && !options.expectSignedOut) onSignedOut();
  throw error;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await ((init.method === "GET" && askedBefore(url)) || fetch(url, init));
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, {
      code: UNREACHABLE,
      detail: t("The Tidemark server cannot be reached. Check that it is running, then try again."),
    });
  }
}

/** What the document asked before the page was there; once, and only while it is what the server would still say. */
function askedBefore(url: string): Promise<Response> | undefined {
  const early = globalThis.window?.early;
  if (!early || performance.now() >= EARLY_MS) return undefined;
  const answer = early[url];
  // Also where there was none: the document must not ask for it any more.
  early[url] = undefined;
  return answer;
}

async function readProblem(response: Response): Promise<Problem> {
  if (response.headers.get("Content-Type")?.includes("json")) {
    try {
      return (await response.json()) as Problem;
    } catch {
      // A body that breaks off says no more than its status; fall through to that.
    }
  }
  const status = String(response.status);
  return { status: response.status, detail: t("The server answered {status} without a reason.", { status }) };
}

function csrfToken(): string | undefined {
  const start = `${CSRF_COOKIE}=`;
  return document.cookie
    .split("; ")
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
}
