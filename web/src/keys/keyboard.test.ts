import { afterEach, describe, expect, it, vi } from "vitest";
import { HOME, POSTS } from "../auth/returnTo";
import { COMMAND_IDS, COMMANDS, isOffered, offer, runCommand } from "./commands";
import { meaningOf, opensPalette, type Pressed } from "./keyboard";
import { PAGE_KEYS } from "./pages";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
  ...more,
});
/** An element that lies within whatever the selector asks for by this word. */
const within = (word: string) => ({ closest: (selector: string) => (selector.includes(word) ? {} : null) });

describe("a single key", () => {
  it("means a command", () => {
    expect(meaningOf(press("?"), undefined)).toEqual({ command: "help" });
    expect(meaningOf(press("w"), undefined)).toEqual({ command: "last_7_days" });
    expect(meaningOf(press("x"), undefined)).toEqual({ command: "compare" });
    expect(meaningOf(press("W"), undefined)).toBeUndefined();
  });

  it("leads to a page after g, and means itself without", () => {
    expect(meaningOf(press("g"), undefined)).toEqual({ waitsAfter: "g" });
    expect(meaningOf(press("o"), "g")).toEqual({ page: HOME });
    expect(meaningOf(press("p"), "g")).toEqual({ page: POSTS });
    expect(meaningOf(press("p"), undefined)).toEqual({ command: "last_month" });
    expect(meaningOf(press("z"), "g")).toBeUndefined();
  });

  it.each(["input", "textarea", "select", "contenteditable", "role=dialog", "role=menu", "role=listbox"])(
    "means nothing within %s",
    (word) => {
      expect(meaningOf(press("d", { target: within(word) }), undefined)).toBeUndefined();
      expect(meaningOf(press("o", { target: within(word) }), "g")).toBeUndefined();
    },
  );

  it.each(["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"] as const)(
    "means nothing with %s",
    (modifier) => {
      expect(meaningOf(press("d", { [modifier]: true }), undefined)).toBeUndefined();
    },
  );

  it("that is held down steps on, and does nothing else twice", () => {
    expect(meaningOf(press("[", { repeat: true }), undefined)).toEqual({ command: "step_back" });
    expect(meaningOf(press("d", { repeat: true }), undefined)).toBeUndefined();
  });

  it("means one thing only", () => {
    const keys = COMMAND_IDS.map((id) => COMMANDS[id].keys).filter((key) => key !== undefined);
    expect(new Set([...keys, "g"]).size).toBe(keys.length + 1);
    expect(new Set(Object.values(PAGE_KEYS)).size).toBe(Object.keys(PAGE_KEYS).length);
  });
});

describe("the palette", () => {
  it("opens with Ctrl or Cmd and K", () => {
    expect(opensPalette(press("k", { ctrlKey: true }))).toBe(true);
    expect(opensPalette(press("K", { metaKey: true }))).toBe(true);
    expect(opensPalette(press("k"))).toBe(false);
    expect(opensPalette(press("k", { ctrlKey: true, altKey: true }))).toBe(false);
  });
});

describe("a command", () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  it("does what was offered last, as long as that is on the page", () => {
    const whole = vi.fn();
    const part = vi.fn();
    ends.push(offer({ search: whole }));
    const end = offer({ search: part });

    expect(runCommand("search")).toBe(true);
    expect([whole.mock.calls.length, part.mock.calls.length]).toEqual([0, 1]);
    end();
    runCommand("search");
    expect([whole.mock.calls.length, part.mock.calls.length]).toEqual([1, 1]);
  });

  it("that nobody offers does nothing", () => {
    expect(isOffered("export")).toBe(false);
    expect(runCommand("export")).toBe(false);
  });
});
