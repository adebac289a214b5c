import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, call, mayBeSignedIn, whenSignedOut } from "./client";

const answer = vi.fn<typeof fetch>();

const browserHas = (cookie: string) => vi.stubGlobal("document", { cookie });

beforeEach(() => {
  vi.stubGlobal("fetch", answer);
  browserHas("");
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  answer.mockReset();
});

const refused = (status: number, code: string) =>
  new Response(JSON.stringify({ status, code, detail: `Refused: ${code}.` }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });

const sentHeaders = () => new Headers(answer.mock.calls[0]?.[1]?.headers);

it("repeats the token of the session with everything that changes something", async () => {
  browserHas("theme=dark; XSRF-TOKEN=abc-1_2; other=1");
  answer.mockResolvedValue(new Response(null, { status: 204 }));

  await call("/auth/sign-out", { method: "POST" });

  expect(sentHeaders().get("X-XSRF-TOKEN")).toBe("abc-1_2");
});

it("sends what is to be stored as JSON, with the token", async () => {
  browserHas("XSRF-TOKEN=abc");
  answer.mockResolvedValue(new Response(null, { status: 204 }));

  await call("/connections/budgets", { method: "PUT", json: { calls_per_day: null } });

  expect(answer.mock.calls[0]?.[1]).toMatchObject({ method: "PUT", body: '{"calls_per_day":null}' });
  expect(sentHeaders().get("X-XSRF-TOKEN")).toBe("abc");
  expect(sentHeaders().get("Content-Type")).toBe("application/json");
});

it("reads without a token", async () => {
  browserHas("XSRF-TOKEN=abc");
  answer.mockResolvedValue(new Response('{"businesses":[]}'));

  await expect(call("/businesses")).resolves.toEqual({ businesses: [] });
  expect(sentHeaders().has("X-XSRF-TOKEN")).toBe(false);
});

it("signs in with one request, since there is no token before", async () => {
  answer.mockResolvedValue(new Response("{}"));

  await call("/auth/sign-in", { method: "POST", json: { email: "a", password: "b" } });

  expect(answer).toHaveBeenCalledTimes(1);
  expect(sentHeaders().has("X-XSRF-TOKEN")).toBe(false);
});

it("does not send again what was refused", async () => {
  browserHas("XSRF-TOKEN=abc");
  answer.mockResolvedValue(refused(403, "csrf_token_missing"));

  await expect(call("/imports", { method: "POST" })).rejects.toMatchObject({ status: 403 });
  expect(answer).toHaveBeenCalledTimes(1);
});

it("tells the page when nobody is signed in any more, unless that was the question", async () => {
  const signedOut = vi.fn();
  whenSignedOut(signedOut);
  answer.mockImplementation(async () => refused(401, "wrong_credentials"));

  await expect(call("/auth/sign-in", { method: "POST", expectSignedOut: true })).rejects.toThrow(ApiError);
  expect(signedOut).not.toHaveBeenCalled();

  await expect(call("/businesses")).rejects.toThrow("Refused: wrong_credentials.");
  expect(signedOut).toHaveBeenCalledTimes(1);
});

it("knows from the token alone whether somebody may be signed in", () => {
  expect(mayBeSignedIn()).toBe(false);
  browserHas("NOT-XSRF-TOKEN=1");
  expect(mayBeSignedIn()).toBe(false);
  browserHas("XSRF-TOKEN=abc");
  expect(mayBeSignedIn()).toBe(true);
});

it("asks aside only when the browser has nothing else to do", async () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal("window", { requestIdleCallback: (run: () => void) => waiting.push(run) });
  answer.mockImplementation(async () => new Response('{"labels":[]}'));

  const aside = call("/labels", { aside: true });
  await expect(call("/overview")).resolves.toEqual({ labels: [] });
  expect(answer.mock.calls.map(([url]) => url)).toEqual(["/api/v1/overview"]);

  waiting.shift()?.();
  await expect(aside).resolves.toEqual({ labels: [] });
  expect(answer.mock.calls.map(([url]) => url)).toEqual(["/api/v1/overview", "/api/v1/labels"]);
});

describe("what the document asked before the page was there", () => {
  const early = (answer: Promise<Response>) =>
    vi.stubGlobal("window", { early: { "/api/v1/businesses": answer } });

  // However long it took to get here.
  beforeEach(() => {
    vi.spyOn(performance, "now").mockReturnValue(500);
  });

  it("is the answer, once", async () => {
    early(Promise.resolve(new Response('{"businesses":[1]}')));
    answer.mockResolvedValue(new Response('{"businesses":[2]}'));

    await expect(call("/businesses")).resolves.toEqual({ businesses: [1] });
    expect(answer).not.toHaveBeenCalled();
    await expect(call("/businesses")).resolves.toEqual({ businesses: [2] });
  });

  it("is asked again when it is old", async () => {
    early(Promise.resolve(new Response('{"businesses":[1]}')));
    answer.mockResolvedValue(new Response('{"businesses":[2]}'));
    vi.spyOn(performance, "now").mockReturnValue(30_000);

    await expect(call("/businesses")).resolves.toEqual({ businesses: [2] });
  });

  it("says like any other that the server cannot be reached", async () => {
    early(Promise.reject(new TypeError("Failed to fetch")));

    await expect(call("/businesses")).rejects.toMatchObject({ status: 0, problem: { code: "unreachable" } });
  });
});
