import { describe, expect, it } from "vitest";
import { german, sentences, shared } from "./de";
import type { Catalogue } from "./language";
import {
  type Found,
  type MessageFound,
  places,
  read,
  readText,
  sentencesOfServer,
  source,
  sources,
  textsOfServer,
} from "./testing";
import { toldTooEarly } from "./testingEarly";

const files = import.meta.glob<Record<string, unknown>>("./de/*.json", { eager: true, import: "default" });
const all = sources().map(read);
const messages: MessageFound[] = all.flatMap((one) => one.messages);
const used = new Map(messages.map((one) => [one.text, one]));

const lines = (found: Found[]) => found.map(({ at, text }) => `${at}  ${text}`);

describe("every text of the page", () => {
  it("goes through the functions for texts", () => {
    expect(lines(all.flatMap((one) => one.bare))).toEqual([]);
  });

  it("is a message that can be told from the sources, in the reader's language", () => {
    expect(lines(all.flatMap((one) => one.wrong))).toEqual([]);
  });

  it("is not kept by a module from when the page was first shown", () => {
    expect(lines(toldTooEarly(sources().map(source)))).toEqual([]);
  });

  it("counts wherever its message counts, and in one way", () => {
    const ways = new Map<string, Set<string | undefined>>();
    for (const { text, one } of messages) ways.set(text, (ways.get(text) ?? new Set()).add(one));
    expect([...ways].filter(([, ones]) => ones.size > 1)).toEqual([]);
  });

  it("is there in German", () => {
    expect(lines(messages.filter(({ text }) => !Object.hasOwn(german, text)))).toEqual([]);
  });

  it("counts in German where it counts in English", () => {
    const differ = messages.filter(
      ({ text, one }) =>
        Object.hasOwn(german, text) && (typeof german[text] === "string") === (one !== undefined),
    );
    expect(lines(differ)).toEqual([]);
  });

  it("has the same places and marks in German", () => {
    const differ = Object.entries(german).flatMap(([english, told]) =>
      (typeof told === "string" ? [told] : [told.other])
        .filter((one) => places(one) !== places(english))
        .map((one) => `${english}  ${one}`),
    );
    expect(differ).toEqual([]);
  });
});

describe("the German catalogue", () => {
  it("holds no message that nothing uses", () => {
    expect(Object.keys(german).filter((text) => !used.has(text))).toEqual([]);
  });

  it("holds each message once", () => {
    const keys = [...Object.values(files), ...shared].flatMap(Object.keys);
    expect(keys.filter((text, index) => keys.indexOf(text) !== index)).toEqual([]);
  });

  it("has a form for one and for others", () => {
    const odd = Object.entries(german).filter(
      ([, told]) => typeof told !== "string" && Object.keys(told).join() !== "one,other",
    );
    expect(odd).toEqual([]);
  });
});

describe("a sentence of the server", () => {
  const english = sentencesOfServer();

  it("is there in German, and none that the server does not have", () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(english).sort());
  });

  it("counts in German where it counts in English", () => {
    const counting = (all: Catalogue) => Object.keys(all).filter((code) => typeof all[code] !== "string");
    expect(counting(sentences).sort()).toEqual(counting(english).sort());
  });

  it("has the same places in German", () => {
    const placesOf = (all: Catalogue) =>
      Object.fromEntries(
        Object.entries(all).map(([code, told]) => [
          code,
          places(typeof told === "string" ? told : told.other),
        ]),
      );
    expect(placesOf(sentences)).toEqual(placesOf(english));
  });
});

describe("a fixed sentence of the server", () => {
  it("is one that the server says", () => {
    const said = textsOfServer();
    const fixed = messages.filter(({ at }) => at.startsWith("text/fixedSentences.ts"));
    expect(fixed.length).toBeGreaterThan(0);
    expect(lines(fixed.filter(({ text }) => !said.some((one) => one.test(text))))).toEqual([]);
  });
});

describe("what reads the sources", () => {
  const ofCode = (code: string) => readText("a.tsx", code);

  it("finds messages, also of two forms", () => {
    const { messages, wrong } = ofCode(
      `const A = msg("One"); const f = (n: number) => [t("Two {x}", { x }), plural(n, "{n} post", "{n} posts"), rich("<b>B</b>", {})];`,
    );
    expect(messages.map(({ text, one }) => [text, one])).toEqual([
      ["One", undefined],
      ["Two {x}", undefined],
      ["{n} posts", "{n} post"],
      ["<b>B</b>", undefined],
    ]);
    expect(wrong).toEqual([]);
  });

  it("finds messages that are told too early or made while running", () => {
    expect(ofCode(`const A = t("One"); const f = (s: string) => t(s);`).wrong).toHaveLength(2);
  });

  it("finds English that is no message, and leaves what is for programs", () => {
    const code = `const f = () => <p className="tm a" title="A title">Some words {"more words"} {\`\${n} posts left\`}</p>;`;
    expect(ofCode(code).bare.map(({ text }) => text)).toEqual([
      "A title",
      "Some words",
      '"more words"',
      `\`\${n} posts left\``,
    ]);
    expect(ofCode(`const f = () => { throw new Error("no such thing"); };`).bare).toEqual([]);
    const drawn = `const f = (x: number) => [\`<text x="\${x}" y="20">\${x}</text>\`, \`<text y="20">Some words</text>\`];`;
    expect(ofCode(drawn).bare.map(({ text }) => text)).toEqual(['`<text y="20">Some words</text>`']);
  });

  it("finds names that a module keeps, also through functions of others", () => {
    const files = [
      {
        name: "text/text.ts",
        text: `import { inLanguage } from "./language"; export function t() { return inLanguage(); }`,
      },
      {
        name: "ui/names.ts",
        text: `import { t } from "../text/text"; export const nameOf = (one: string) => t(one);`,
      },
      {
        name: "a/kept.ts",
        text: `import { nameOf as told } from "../ui/names";
          const ALL = ["a"].map((one) => ({ one, name: told(one) }));
          const ALSO = ["a"].map(told);
          const later = () => ["a"].map(told);`,
      },
    ];
    expect(toldTooEarly(files).map(({ at }) => at)).toEqual(["a/kept.ts:2", "a/kept.ts:3"]);
  });
});
