import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import examples from "../../../src/test/resources/io/tidemark/language/german.json";
import { speak } from "./language";
import { type Said, spoken, spokenText } from "./said";

type Value = Said["values"][string];

const number = (value: number): Value => ({ kind: "number", value, digits: 0, signed: false });
const percent = (value: number): Value => ({ kind: "percent", value, digits: 0, signed: true });
const up: Said = {
  code: "change_up",
  values: { metric: { kind: "metric", value: "video_views" }, size: percent(0.27) },
};

describe("a sentence of the server", () => {
  it("is English as the server says it", () => {
    expect(spokenText("Video views up 27%", up)).toBe("Video views up 27%");
  });

  describe("in German", () => {
    beforeAll(() => speak("de", ["de-DE"]));
    afterAll(() => speak("en"));

    it.each(examples)("is what the server makes of it: $german", ({ said, german }) => {
      expect(spokenText("Not known.", said as unknown as Said)).toBe(german ?? "Not known.");
    });

    it("is made of its values as Germans write them", () => {
      const said: Said = {
        code: "change_unusual",
        values: {
          change: { kind: "sentence", value: up },
          amounts: {
            kind: "sentence",
            value: {
              code: "change_amounts_at_age",
              values: {
                value: number(12_700),
                base: number(10_000),
                age: { kind: "span", value: 168, digits: 0, signed: false },
              },
            },
          },
          down: percent(-0.2),
          up: percent(0.25),
        },
      };
      expect(spokenText("…", said)).toBe(
        "Videoaufrufe um +27\u00a0% gestiegen (12.700 gegenüber zuvor 10.000, jeder Beitrag im Alter von 7 Tagen): " +
          "mehr, als sich solche Zahlen üblicherweise verändern, nämlich -20\u00a0% bis +25\u00a0%.",
      );
    });

    it("keeps what a platform said as it came, marked as English", () => {
      const answers: Said = {
        code: "platform_answers",
        values: {
          platform: { kind: "name", value: "X" },
          status: { kind: "name", value: "401" },
          words: { kind: "quote", value: "Unauthorized <all>" },
        },
      };
      const refused: Said = {
        code: "platform_sign_in_again",
        values: { words: { kind: "sentence", value: answers } },
      };
      expect(renderToStaticMarkup(spoken("…", refused))).toBe(
        "Melden Sie sich bei der Plattform erneut an. " +
          'X antwortet mit 401: „<span lang="en">Unauthorized &lt;all&gt;</span>“',
      );
      expect(spokenText("…", refused)).toBe(
        "Melden Sie sich bei der Plattform erneut an. X antwortet mit 401: „Unauthorized <all>“",
      );
    });

    it("says in German what the catalogue knows of words that came", () => {
      const missing: Said = {
        code: "field_missing",
        values: {
          field: { kind: "quote", value: "App password" },
          hint: { kind: "quote", value: "Such as acme.bsky.social." },
        },
      };
      expect(spokenText("…", missing)).toBe("App-Passwort fehlt. Etwa acme.bsky.social.");
      expect(renderToStaticMarkup(spoken("…", missing))).not.toContain("<span");
    });

    it("counts, and names days, weekdays and what posts have", () => {
      const days: Said = {
        code: "provisional_days",
        values: { first: { kind: "day", value: "2026-11-05" }, n: number(1) },
      };
      expect(spokenText("…", days)).toBe(
        "Ab dem 5. November 2026 kann ein Tag von den Plattformen noch revidiert werden.",
      );
      const time: Said = {
        code: "hours_of_weekday",
        values: {
          weekday: { kind: "weekday", value: 5, digits: 0, signed: false },
          from: { kind: "hour", value: 9, digits: 0, signed: false },
          to: { kind: "hour", value: 11, digits: 0, signed: false },
        },
      };
      expect(spokenText("…", time)).toBe("Freitag, 09:00 bis 11:00");
      const effect: Said = {
        code: "effect_less_title",
        values: { what: { kind: "effect", value: "content_type/link" }, size: number(3) },
      };
      expect(spokenText("…", effect)).toBe("Linkbeiträge: 3 weniger Interaktionen");
    });

    it("lists parts of a sentence", () => {
      const part = (value: string): Said => ({
        code: "why_part",
        values: { part: { kind: "part", value }, size: percent(0.1) },
      });
      const said: Said = {
        code: "why_untold",
        values: {
          parts: { kind: "sentences", joined: "and", value: [part("volume"), part("mix"), part("exposure")] },
        },
      };
      expect(spokenText("…", said)).toMatch(
        /: Anzahl der Beiträge \(.+\), Mischung .+ und Impressionen pro Beitrag/,
      );
    });

    it("stays English where a part of it is not known here", () => {
      const newer = { code: "said_since_tomorrow", values: {} } as unknown as Said;
      const said: Said = {
        code: "in_turn",
        values: { sentences: { kind: "sentences", joined: "in_turn", value: [newer] } },
      };
      expect(spokenText("The English.", said)).toBe("The English.");
      expect(spokenText("The English.", undefined)).toBe("The English.");
    });
  });
});
