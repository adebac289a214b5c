import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { DayState } from "../api/health";
import { GapCalendar } from "./GapCalendar";
import { Caveats, MissingMetrics } from "./MissingMetrics";

const shown = (days: DayState[]) =>
  renderToStaticMarkup(<GapCalendar calendar={{ from: "2026-01-01", days }} of="Acme" weekStart="monday" />);

describe("GapCalendar", () => {
  it("is a table with a row for each day of the week and words for every day", () => {
    const html = shown(["before", "read", "read", "read", "read", "missed", "missed", "open"]);
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
    expect(html.match(/<td title=/g)).toHaveLength(8);
    expect(html).toMatch(/<caption[^>]*>Days of Acme/);
    expect(html).toMatch(/6[^<]*: missed/);
    expect(html).toContain("Read on 4 days, 2 missed:");
  });

  it("says where nothing was missed, and where nothing was read yet", () => {
    expect(shown(["read", "open"])).toContain("Read on 1 day, none missed.");
    expect(shown(["before", "open"])).toContain("It was not read on any of these days yet.");
  });

  it("names only the latest of many gaps", () => {
    const html = shown(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? "missed" : "read")));
    expect(html).toContain("and 4 more gaps");
  });
});

describe("MissingMetrics", () => {
  it("is not there while nothing is missing", () => {
    expect(renderToStaticMarkup(<MissingMetrics missing={[]} zone="UTC" />)).toBe("");
  });

  it("says what is missing at times, and nothing where that is nothing", () => {
    expect(renderToStaticMarkup(<Caveats caveats={[]} />)).toBe("");
    expect(renderToStaticMarkup(<Caveats caveats={["Reach is told while a video is watched."]} />)).toContain(
      "<li>Reach is told while a video is watched.</li>",
    );
  });

  it("says what is missing, why, and since when at the earliest", () => {
    const html = renderToStaticMarkup(
      <MissingMetrics
        zone="UTC"
        missing={[
          {
            route: "feed",
            metric: "saves",
            of: "reels",
            said: "Not for <reels>.",
            said_said: null,
            since: "2026-01-09T00:00:00Z",
          },
          {
            route: "feed",
            metric: "views",
            of: "story",
            said: "Too old.",
            said_said: null,
            since: "2026-01-03T00:00:00Z",
          },
        ]}
      />,
    );
    expect(html).toContain(
      'Posts of the kind ‘reels’: saves. <span class="tm-note">Not for &lt;reels&gt;.</span>',
    );
    expect(html).toMatch(/Since [^<]*3/);
  });
});
