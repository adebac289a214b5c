import { chooseLanguage, LANGUAGES, useLanguage } from "./language";

/** The language that the page does not speak now, named as its own readers name it. */
export function useLanguageSwitch() {
  const other = useLanguage() === "en" ? "de" : "en";
  return { other, name: LANGUAGES[other], change: () => void chooseLanguage(other) };
}
