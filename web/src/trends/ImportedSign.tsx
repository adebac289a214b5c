import { t } from "../text/text";

/** Beside a number of a table, what is a hollow dot in the chart. */
export function ImportedSign() {
  const word = t("imported");
  return <span className="tm-imported" role="img" aria-label={word} title={word} />;
}
