// Making a formatter takes a hundred times as long as using one, and a page shows hundreds of numbers.

import { inLanguage } from "../text/language";

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const agos = new Map<string, Intl.RelativeTimeFormat>();

export function numberFormat(
  wanted: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const locale = wanted ?? inLanguage().locale;
  return kept(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

export function dateFormat(
  wanted: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const locale = wanted ?? inLanguage().locale;
  return kept(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

export function agoFormat(wanted: string | undefined): Intl.RelativeTimeFormat {
  const locale = wanted ?? inLanguage().locale;
  const options = { style: "short" } as const;
  return kept(agos, locale, options, () => new Intl.RelativeTimeFormat(locale, options));
}

function kept<T>(all: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = all.get(key);
  if (format === undefined) {
    format = make();
    all.set(key, format);
  }
  return format;
}
