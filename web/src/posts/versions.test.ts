import { expect, it } from "vitest";
import type { PostVersion } from "../api/posts";
import { changesOf } from "./versions";

function version(day: number, part: Partial<PostVersion> = {}): PostVersion {
  return {
    observed_at: `2026-10-0${day}T05:00:00Z`,
    source_id: 1207,
    published_at: null,
    content_type: "image",
    boosted: "no",
    deleted: false,
    collab: null,
    crosspost: null,
    text: "New roast",
    url: null,
    ...part,
  };
}

it("keeps what was said anew, not every time that it was said", () => {
  const said = [
    version(1),
    version(2),
    version(3, { text: "New roast!" }),
    version(4, { text: "New roast!" }),
  ];
  expect(changesOf(said).map(({ observed_at }) => observed_at.slice(0, 10))).toEqual([
    "2026-10-01",
    "2026-10-03",
  ]);
  expect(changesOf([...said, version(5)])).toHaveLength(3);
  // That it is not advertised goes without saying.
  expect(changesOf([version(1, { boosted: "unknown" }), version(2)])).toHaveLength(1);
});

it("has nothing of nothing", () => {
  expect(changesOf([])).toEqual([]);
});
