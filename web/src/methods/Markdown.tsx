import { Fragment, type ReactNode } from "react";
import { slug } from "./sections";

/** The little of Markdown that our own pages use: headings, paragraphs, lists, tables, code, emphasis, links. */
export function Markdown({ text }: { text: string }) {
  return blocksOf(text).map((block, index) => {
    // The text never changes while it is shown.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={index}>{rendered(block)}</Fragment>;
  });
}

/** Blocks are parted by empty lines; code keeps its own. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let code = false;
  const close = () => {
    if (open.length > 0) blocks.push(open.join("\n"));
    open = [];
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) code = !code;
    if (!code && line.trim() === "") close();
    else if (!code && line.startsWith("#")) {
      close();
      blocks.push(line);
    } else open.push(line);
  }
  close();
  return blocks;
}

function rendered(block: string): ReactNode {
  const heading = /^(#+) (.*)$/.exec(block);
  if (heading?.[1] && heading[2]) return titled(heading[1].length, heading[2]);
  if (block.startsWith("```")) {
    return <pre>{block.split("\n").slice(1, -1).join("\n")}</pre>;
  }
  if (block.startsWith("|")) return <Table rows={block.split("\n")} />;
  if (/^(- |\d+\. )/.test(block)) return <Items block={block} />;
  return <p>{inline(block)}</p>;
}

function titled(level: number, text: string): ReactNode {
  const id = slug(text);
  if (level === 1) return <h1 id={id}>{inline(text)}</h1>;
  return level === 2 ? <h2 id={id}>{inline(text)}</h2> : <h3 id={id}>{inline(text)}</h3>;
}

function Items({ block }: { block: string }) {
  const items = block.split(/\n(?=- |\d+\. )/).map((item) => item.replace(/^(- |\d+\. )/, ""));
  const Listing = block.startsWith("- ") ? "ul" : "ol";
  return (
    <Listing>
      {items.map((item) => (
        <li key={item}>{inline(item)}</li>
      ))}
    </Listing>
  );
}

function Table({ rows }: { rows: string[] }) {
  const cells = rows
    .filter((row) => !/^\|[-:| ]+\|$/.test(row))
    .map((row) => row.replace(/^\||\|$/g, "").split("|"));
  const [head, ...body] = cells;
  return (
    <div className="tm-scroll">
      <table>
        <thead>
          <tr>
            {head?.map((cell) => (
              <th key={cell} scope="col">
                {inline(cell.trim())}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                <td key={column}>{inline(cell.trim())}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Code, strong, emphasis and links, which are shown by their words: the pages beside ours are not served. */
function inline(text: string): ReactNode[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)]+\))/).map((part, index) => {
    const key = `${index}${part}`;
    if (part.startsWith("`")) return <code key={key}>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (/^\*[^*\s]/.test(part)) return <em key={key}>{part.slice(1, -1)}</em>;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (link?.[1]) return <Fragment key={key}>{link[1]}</Fragment>;
    return part;
  });
}
