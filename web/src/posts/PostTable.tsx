import { UnstyledButton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ListPost } from "../api/posts";
import {
  type ColumnKey,
  columnName,
  columnWidth,
  isNumber,
  isSortable,
  POST_WIDTH,
  tableWidth,
} from "./columns";
import { PostCell } from "./PostCell";
import { Picture } from "./PostLine";
import { PostLink, PostMarks } from "./PostLink";
import { COMING, type RowsProps, useMore } from "./rows";
import { ariaSort, nextSort, type Sort } from "./search";

/** The same in the style sheet. */
export const ROW_HEIGHT = 76;
const OVERSCAN = 10;
const SCROLLING = ["PageDown", "PageUp", "Home", "End"];

interface Props extends RowsProps {
  onSort: (sort: Sort) => void;
}

/** Only the rows in sight are in the document, however long the list is. */
export function PostTable({ onSort, ...props }: Props) {
  const { rows, total, columns, sort, timeZone, waiting, more } = props;
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (more ? COMING : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const shown = virtual.getVirtualItems();
  useMore(shown.at(-1)?.index, props);

  // Another list begins at its top.
  const firstRow = rows[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first row and the order are what makes it another list
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [firstRow, sort]);

  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      className={waiting ? "tm-posts-scroll tm-waiting" : "tm-posts-scroll"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
      tabIndex={0}
      aria-label="Table of posts"
      onKeyDown={moveByKey}
    >
      <table
        className="tm-posts-table"
        style={{ minWidth: tableWidth(columns) }}
        aria-rowcount={total + 1}
        data-testid="posts-table"
      >
        <colgroup>
          <col style={{ width: POST_WIDTH }} />
          {columns.map((key) => (
            <col key={key} style={{ width: columnWidth(key) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Post</th>
            {columns.map((key) => (
              <Head key={key} column={key} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {shown.map(({ index }) => {
            const post = rows[index];
            return post ? (
              <Row key={post.id} post={post} index={index} columns={columns} timeZone={timeZone} />
            ) : (
              <Coming key={`coming-${index}`} columns={columns} />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Arrows go from post to post, and the larger steps scroll even where a post has the focus. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const region = event.currentTarget;
  const row = document.activeElement?.closest("tr");
  if (SCROLLING.includes(event.key)) {
    region.focus({ preventScroll: true });
  } else if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    const link = next?.querySelector("a");
    if (!link) return;
    event.preventDefault();
    link.focus();
  }
}

function Head({ column, sort, onSort }: { column: ColumnKey; sort: Sort; onSort: (sort: Sort) => void }) {
  const className = isNumber(column) ? "tm-number" : undefined;
  if (!isSortable(column)) {
    return (
      <th scope="col" className={className}>
        {columnName(column)}
      </th>
    );
  }
  const order = ariaSort(column, sort);
  return (
    <th scope="col" className={className} aria-sort={order}>
      <UnstyledButton className="tm-sort" onClick={() => onSort(nextSort(column, sort))}>
        {columnName(column)}
        <span aria-hidden="true">{order === "none" ? "" : order === "ascending" ? " ↑" : " ↓"}</span>
      </UnstyledButton>
    </th>
  );
}

interface RowProps {
  post: ListPost;
  index: number;
  columns: ColumnKey[];
  timeZone: string;
}

function Row({ post, index, columns, timeZone }: RowProps) {
  return (
    <tr aria-rowindex={index + 2} data-testid={`post-${post.id}`}>
      <th scope="row">
        <div className="tm-posts-name">
          <Picture post={post} />
          <div className="tm-post">
            <PostLink post={post} />
            <PostMarks post={post} />
          </div>
        </div>
      </th>
      {columns.map((key) => (
        <td key={key} className={isNumber(key) ? "tm-number" : undefined}>
          <PostCell column={key} post={post} timeZone={timeZone} />
        </td>
      ))}
    </tr>
  );
}

function Coming({ columns }: { columns: ColumnKey[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a plain table takes no focus
    <tr aria-hidden="true">
      <td>
        <div className="tm-posts-name">
          <span className="tm-picture" />
          <span className="tm-posts-coming" />
        </div>
      </td>
      {columns.map((key) => (
        <td key={key}>
          <span className="tm-posts-coming" />
        </td>
      ))}
    </tr>
  );
}

/** Stands for the rows that are out of sight. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a plain table takes no focus
    <tr aria-hidden="true" style={{ height }}>
      <td />
    </tr>
  );
}
