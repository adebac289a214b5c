import { describe, expect, it } from "vitest";
import { prints } from "./paper";

const pressed = (more: Partial<KeyboardEvent>) => ({
  key: "p",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("prints", () => {
  it("is Ctrl+P, and Cmd+P on a Mac, where Ctrl+P moves to the line before", () => {
    expect(prints(pressed({ ctrlKey: true }), "Linux x86_64")).toBe(true);
    expect(prints(pressed({ ctrlKey: true, key: "P" }), "Win32")).toBe(true);
    expect(prints(pressed({ metaKey: true }), "MacIntel")).toBe(true);
    expect(prints(pressed({ ctrlKey: true }), "MacIntel")).toBe(false);
    expect(prints(pressed({ metaKey: true }), "Linux x86_64")).toBe(false);
  });

  it("is not p alone, which is last month, nor what browsers have with more keys", () => {
    expect(prints(pressed({}), "Win32")).toBe(false);
    expect(prints(pressed({ ctrlKey: true, shiftKey: true }), "Win32")).toBe(false);
    expect(prints(pressed({ ctrlKey: true, altKey: true }), "Win32")).toBe(false);
    expect(prints(pressed({ ctrlKey: true, key: "o" }), "Win32")).toBe(false);
  });
});
