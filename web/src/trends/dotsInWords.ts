import { t } from "../text/text";

/** For a chart whose legend is a sentence. */
export function dotsInWords(): string {
  return t("Hollow dots: imported from files; where they would touch, only the first and last of a run.");
}
