import { describe, expect, it } from "vitest";
import { beginning, marks, pictureOf } from "./words";

describe("beginning", () => {
  it("keeps what is short, on one line", () => {
    expect(beginning({ text: "New roast\n\nin the shop", content_type: "image" })).toBe(
      "New roast in the shop",
    );
  });

  it("cuts what is long between words", () => {
    const cut = beginning({ text: "coffee ".repeat(40), content_type: "image" });
    expect(cut).toMatch(/^(coffee ){10,}coffee…$/);
    expect(cut.length).toBeLessThanOrEqual(141);
  });

  it("says what a post without text is", () => {
    expect(beginning({ text: null, content_type: "carousel" })).toBe("A carousel without text");
    expect(beginning({ text: "  ", content_type: "unknown" })).toBe("Without text");
  });
});

describe("marks", () => {
  it("tells what was said, and nothing of what was not", () => {
    expect(marks({ collab: true, crosspost: true })).toEqual(["Collaboration", "Shown elsewhere too"]);
    expect(marks({ collab: null, crosspost: false })).toEqual([]);
  });
});

describe("pictureOf", () => {
  it("says whose post is shown", () => {
    const account = { handle: "acme", name: "Acme" };
    expect(pictureOf({ platform: "instagram", account })).toBe("Picture of the post by Acme on Instagram");
  });
});
