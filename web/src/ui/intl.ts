// Making a formatter takes a hundred times as long as using one, and a page shows hundreds of numbers.

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

export function numberFormat(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return kept(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

export function dateFormat(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return kept(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

function kept<T>(all: Map<string, T>, locale: string | undefined, options: object, make: () => T): T {
  const key = `${locale ?? ""} ${JSON.stringify(options)}`;
  let format = all.get(key);
  if (format === undefined) {
    format = make();
    all.set(key, format);
  }
  return format;
}
