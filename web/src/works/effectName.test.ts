import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../text/language";
import { effectName } from "./effectName";

afterEach(() => speak("en", []));

describe("the name of what was compared", () => {
  const named = (kind: Parameters<typeof effectName>[0], key: string) =>
    effectName(kind, { key, name: "as the server says" });

  it("is told by its key", async () => {
    expect(named("content_type", "link")).toBe("Link posts");
    expect(named("weekday", "1")).toBe("Monday");
    expect(named("length", "0_80")).toBe("Up to 80 characters");
    expect(named("length", "81_160")).toBe("81 to 160 characters");
    expect(named("length", "over_1200")).toBe("Over 1,200 characters");
    await speak("de", []);
    expect(named("content_type", "image")).toBe("Bilder");
    expect(named("weekday", "7")).toBe("Sonntag");
    expect(named("length", "over_1200")).toBe("Über 1.200 Zeichen");
  });

  it("is the server's where the page does not know the key", () => {
    expect(named("content_type", "hologram")).toBe("as the server says");
    expect(named("weekday", "8")).toBe("as the server says");
    expect(named("length", "long")).toBe("as the server says");
    expect(effectName("hashtag", { key: "#a", name: "#a with #b" })).toBe("#a with #b");
  });
});
