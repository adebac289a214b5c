/** The anchor of a heading. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** The heading under which a method is named, in code. Versions differ in detail: any will do. */
export function sectionOf(text: string, method: string): string | undefined {
  const name = method.split("/")[0];
  let heading: string | undefined;
  for (const line of text.split("\n")) {
    if (/^#{2,} /.test(line)) heading = line.replace(/^#+ /, "").trim();
    if (heading && new RegExp(`\`${name}(/\\d+)?\``).test(line)) return heading;
  }
  return undefined;
}

/** The headings of sections, in the order of the page. */
export function headingsOf(text: string): string[] {
  return [...text.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading.trim());
}
