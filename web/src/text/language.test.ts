import { afterEach, describe, expect, it } from "vitest";
import { formatChangeRatio, formatCount, formatDate, formatPercent, joinWords } from "../ui/format";
import { figureName } from "../ui/names";
import { weekdayName } from "../ui/weekdays";
import { askedFor, inLanguage, speak } from "./language";
import { english, inSentence, msg, plural, rich, t, tell } from "./text";

afterEach(() => speak("en", []));

describe("the language", () => {
  it("is the first of the reader's that the page speaks, and English without one", () => {
    expect(askedFor(["fr-FR", "de-AT", "en"])).toBe("de");
    expect(askedFor(["en-GB", "de"])).toBe("en");
    expect(askedFor(["fr", "it"])).toBe("en");
    expect(askedFor([])).toBe("en");
  });

  it("writes numbers and dates as the reader's country does", async () => {
    await speak("de", ["en-US", "de-CH"]);
    expect(inLanguage().locale).toBe("de-CH");
    expect(formatCount(15503810)).toMatch(/^15['’]503['’]810$/);
    await speak("de", ["en-US"]);
    expect(formatCount(15503810)).toBe("15.503.810");
    expect(formatPercent(0.0312)).toBe("3,12\u00a0%");
    expect(formatChangeRatio(0.0921)).toBe("+9,2\u00a0%");
    expect(formatDate("2026-03-02")).toBe("2. März 2026");
    expect(weekdayName("monday")).toBe("Montag");
    await speak("en", ["en-GB"]);
    expect(formatDate("2026-03-02")).toBe("2 Mar 2026");
  });
});

describe("texts", () => {
  it("are English as they stand in the code, without their notes", () => {
    expect(t("Sign in")).toBe("Sign in");
    expect(t("From |source")).toBe("From");
    expect(t("Open {name}", { name: "Acme" })).toBe("Open Acme");
    expect(plural(1, "Last {n} day", "Last {n} days")).toBe("Last 1 day");
    expect(plural(1200, "Last {n} day", "Last {n} days")).toBe("Last 1,200 days");
    expect(tell(msg("Close"))).toBe("Close");
    expect(inSentence("Engagement rate")).toBe("engagement rate");
    expect(english("No such thing.")).toBe("No such thing.");
  });

  it("are German in German, with the same values in their places", async () => {
    await speak("de", []);
    expect(t("Sign in")).toBe("Anmelden");
    expect(t("From |source")).toBe("Quelle");
    expect(t("Open {name}", { name: "Acme" })).toBe("Acme öffnen");
    expect(plural(1, "Last {n} day", "Last {n} days")).toBe("Letzter Tag");
    expect(plural(1200, "Last {n} day", "Last {n} days")).toBe("Letzte 1.200 Tage");
    expect(figureName("engagement_rate")).toBe("Interaktionsrate");
    expect(inSentence(figureName("engagement_rate"))).toBe("Interaktionsrate");
    expect(joinWords(["A", "B", "C"])).toBe("A, B und C");
    expect(english("No such thing.")).toMatchObject({ props: { lang: "en", children: "No such thing." } });
  });

  it("keep their elements where they belong", () => {
    const nodes = rich("What is found appears here by itself; <link>how far it is</link>.", {
      link: (inner) => ["[", inner, "]"],
    });
    expect(JSON.stringify(nodes)).toContain("how far it is");
    expect(nodes).toHaveLength(3);
  });
});
