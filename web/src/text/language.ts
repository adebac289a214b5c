// Which language the page speaks: the reader's choice, kept in the browser, or else what the browser asks for.

import { useSyncExternalStore } from "react";

/** Each by the name that its own readers know. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

/** What a message is in another language, by the English that stands in the code. */
export type Catalogue = Readonly<Record<string, string | Forms>>;

/** A message of a number of things, by the plural rules of its language. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

interface Spoken {
  language: Language;
  /** The language as this reader's country writes its numbers and dates. */
  locale: string;
  /** English needs none. */
  catalogue: Catalogue;
  /** What the server says, by the codes of its sentences; none in English, which it says itself. */
  sentences: Catalogue;
  plurals: Intl.PluralRules;
}

const KEPT_UNDER = "tidemark-language";
type Texts = Pick<Spoken, "catalogue" | "sentences">;

const NO_TEXTS: Texts = { catalogue: {}, sentences: {} };
const TEXTS: Record<Exclude<Language, "en">, () => Promise<Texts>> = {
  de: () => import("./de").then(({ german, sentences }) => ({ catalogue: german, sentences })),
};

let spoken: Spoken = { language: "en", locale: "en", ...NO_TEXTS, plurals: new Intl.PluralRules("en") };
const listeners = new Set<() => void>();

export function inLanguage(): Readonly<Spoken> {
  return spoken;
}

/** Of a component that is to be made anew in another language. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, () => spoken.language);
}

/** Before the first thing is shown. Where its texts cannot be had, the page is shown in English. */
export async function startLanguage(): Promise<void> {
  const language = kept() ?? askedFor(navigator.languages);
  await speak(language).catch((failure: unknown) => {
    console.error(`The texts in ${LANGUAGES[language]} could not be loaded`, failure);
    return speak("en");
  });
}

/** From now on, and when the reader comes back. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(KEPT_UNDER, language);
  } catch {
    // A browser that keeps nothing lets the choice last as long as the page does.
  }
}

/** Loads the texts of a language and speaks it. */
export async function speak(language: Language, wanted: readonly string[] = asked()): Promise<void> {
  const texts = language === "en" ? NO_TEXTS : await TEXTS[language]();
  const locale = wanted.find((one) => languageOf(one) === language) ?? language;
  spoken = { language, locale, ...texts, plurals: new Intl.PluralRules(language) };
  if (typeof document !== "undefined") document.documentElement.lang = language;
  for (const told of listeners) told();
}

/** The first of the reader's languages that the page speaks. */
export function askedFor(languages: readonly string[]): Language {
  return languages.map(languageOf).find((one) => one !== undefined) ?? "en";
}

function kept(): Language | undefined {
  try {
    return languageOf(localStorage.getItem(KEPT_UNDER) ?? "");
  } catch {
    return undefined;
  }
}

function asked(): readonly string[] {
  return typeof navigator === "undefined" ? [] : (navigator.languages ?? []);
}

function languageOf(tag: string): Language | undefined {
  const [language = ""] = tag.toLowerCase().split("-");
  return language in LANGUAGES ? (language as Language) : undefined;
}

function listen(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}
