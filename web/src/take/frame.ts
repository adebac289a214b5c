// A chart as a picture that explains itself: title, period and business above it, what it means below.

import { t } from "../text/text";
import { escaped } from "./table";

/** A drawing by itself: an svg element with a viewBox or a size. */
export interface Drawn {
  /** What of the panel it shows, where that is a choice: ends the title. */
  of?: string;
  svg: string;
  width: number;
  height: number;
  /** What has to be known of it: marks, definitions, notes. A sentence each. */
  legend: string[];
}

export interface About {
  title: string;
  /** Whose numbers they are; undefined where of several. */
  business: string | undefined;
  period: string | undefined;
  demo: boolean;
}

const MARGIN = 24;
const TITLE_HEIGHT = 66;
const LINE_HEIGHT = 17;
/** Of the small print below, on average: a picture has no layout of its own. */
const LETTER_WIDTH = 6.2;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export function framed(drawn: Drawn, about: About): { svg: string; width: number; height: number } {
  const width = drawn.width + 2 * MARGIN;
  const foot = [
    ...drawn.legend,
    ...(about.demo ? [t("Demonstration data: invented, of no real business.")] : []),
    t("Made with Tidemark."),
  ].flatMap((sentence) => wrapped(sentence, Math.floor(drawn.width / LETTER_WIDTH)));
  const below = MARGIN + TITLE_HEIGHT + drawn.height + 22;
  const height = below + foot.length * LINE_HEIGHT + MARGIN - 8;
  const sub = [about.business, about.period].filter(Boolean).join(" · ");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img">`,
    `<title>${escaped([about.title, sub].filter(Boolean).join(", "))}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 16}" font-size="20" font-weight="600" fill="#12171a">${escaped(about.title)}</text>`,
    `<text x="${MARGIN}" y="${MARGIN + 40}" font-size="14" fill="#52606b">${escaped(sub)}</text>`,
    `<svg x="${MARGIN}" y="${MARGIN + TITLE_HEIGHT}" width="${drawn.width}" height="${drawn.height}">${drawn.svg}</svg>`,
    ...foot.map(
      (line, index) =>
        `<text x="${MARGIN}" y="${below + index * LINE_HEIGHT}" font-size="12" fill="#52606b">${escaped(line)}</text>`,
    ),
    "</svg>",
  ].join("");
  return { svg, width, height };
}

/** Twice as fine as the drawing, for screens and slides. */
const SCALE = 2;

export async function toPng({
  svg,
  width,
  height,
}: {
  svg: string;
  width: number;
  height: number;
}): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error(t("This browser cannot draw pictures: take the SVG."));
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(t("This browser cannot draw pictures: take the SVG."));
  return blob;
}

export function wrapped(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
