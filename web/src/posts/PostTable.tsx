import { UnstyledButton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import type { ListPost } from "../api/posts";
import { ColumnInfo } from "../overview/ColumnInfo";
import { useVisit } from "../share/visit";
import { usePaper } from "../take/paper";
import { t } from "../text/text";
import {
  type ColumnKey,
  columnName,
  columnWidth,
  isNumber,
  isSortable,
  POST_WIDTH,
  tableWidth,
} from "./columns";
import { FirstOfMany } from "./FirstOfMany";
import { PostCell } from "./PostCell";
import { PostCheck } from "./PostCheck";
import { Picture } from "./PostLine";
import { PostLink, PostMarks } from "./PostLink";
import { COMING, type RowsProps, useMore } from "./rows";
import { ariaSort, laterSort, nextSort, type Sort } from "./search";

/** The same in the style sheet. */
export const ROW_HEIGHT = 76;
const COMPACT_HEIGHT = 46;
const OVERSCAN = 6;
const SCROLLING = ["PageDown", "PageUp", "Home", "End"];

interface Props extends RowsProps {
  onSort: (sort: Sort) => void;
}

/** Only the rows in sight are in the document, however long the list is; on paper all that were fetched. */
export const PostTable = memo(function PostTable({ onSort, ...props }: Props) {
  const { rows, total, columns, definitions, sort, timeZone, waiting, more, compact, selection, onPress } =
    props;
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (more ? COMING : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? COMPACT_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
    // Rows are part of the first, sliced drawing instead of a second one in one go as soon as the height is known.
    initialRect: { width: 0, height: inSight() },
    // What comes into sight is drawn after the event that scrolls, once for several of them.
    useFlushSync: false,
  });
  // Heights that are kept are those of the other density.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the density is what makes them other heights
  useEffect(() => virtual.measure(), [compact, virtual]);
  const shown = virtual.getVirtualItems();
  const paper = usePaper();
  useMore(shown.at(-1)?.index, props);

  // Another list begins at its top.
  const firstRow = rows[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first row and the order are what makes it another list
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [firstRow, sort]);

  const above = paper ? 0 : (shown[0]?.start ?? 0);
  const below = paper ? 0 : virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const drawn = paper ? rows.map((_post, index) => ({ index })) : shown;
  return (
    <section
      ref={scroller}
      className={waiting ? "tm-posts-scroll tm-waiting" : "tm-posts-scroll"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
      tabIndex={0}
      aria-label={t("Table of posts")}
      onKeyDown={moveByKey}
    >
      <table
        className={compact ? "tm-posts-table tm-posts-compact" : "tm-posts-table"}
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
            <th scope="col">
              <span className="tm-posts-head">
                <All {...props} />
                {t("Post")}
              </span>
            </th>
            {columns.map((key) => (
              <Head key={key} column={key} definitions={definitions} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {drawn.map(({ index }) => {
            const post = rows[index];
            return post ? (
              <Row
                key={post.id}
                post={post}
                index={index}
                columns={columns}
                timeZone={timeZone}
                chosen={selection.ids.has(post.id)}
                onPress={onPress}
              />
            ) : (
              <Coming key={`coming-${index}`} columns={columns} />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
      <FirstOfMany shown={rows.length} total={total} />
    </section>
  );
});

/** How much of the list is in sight, by the style sheet, until it is measured. */
function inSight(): number {
  return Math.max(420, window.innerHeight - 120);
}

/** Arrows go from post to post, or from box to box, and the larger steps scroll even where a post has the focus. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const region = event.currentTarget;
  const row = document.activeElement?.closest("tr");
  if (SCROLLING.includes(event.key)) {
    region.focus({ preventScroll: true });
  } else if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    const kind = document.activeElement instanceof HTMLInputElement ? "input" : "a";
    const target = next?.querySelector<HTMLElement>(kind);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

interface HeadProps {
  column: ColumnKey;
  definitions: Record<string, string>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Head({ column, definitions, sort, onSort }: HeadProps) {
  const className = isNumber(column) ? "tm-number" : undefined;
  if (!isSortable(column)) {
    return (
      <th scope="col" className={className}>
        {columnName(column)}
      </th>
    );
  }
  const order = ariaSort(column, sort);
  const later = laterSort(column, sort);
  return (
    <th scope="col" className={className} aria-sort={order}>
      <span className="tm-posts-figure">
        <UnstyledButton
          className="tm-sort"
          title={t("With Shift: one more order")}
          onClick={(event) => onSort(nextSort(column, sort, event.shiftKey))}
        >
          {columnName(column)}
          <span aria-hidden="true">{order === "none" ? "" : ARROWS[order]}</span>
          {later && (
            <>
              <span aria-hidden="true">
                {ARROWS[later.order]}
                {RANKS[later.rank]}
              </span>
              <span className="tm-unseen">{`, ${laterInWords(later.rank, later.order)}`}</span>
            </>
          )}
        </UnstyledButton>
        <ColumnInfo label={columnName(column)} figure={column} definitions={definitions} />
      </span>
    </th>
  );
}

const ARROWS = { ascending: " ↑", descending: " ↓" };
const RANKS: Record<number, string> = { 2: "₂", 3: "₃" };

function laterInWords(rank: number, order: "ascending" | "descending"): string {
  if (rank === 2) return order === "ascending" ? t("second order, ascending") : t("second order, descending");
  return order === "ascending" ? t("third order, ascending") : t("third order, descending");
}

function All({ rows, selection, onPressAll }: RowsProps) {
  const visit = useVisit();
  if (visit) return null;
  const chosen = rows.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <input
      type="checkbox"
      className="tm-posts-check"
      aria-label={t("Choose all posts that are loaded")}
      checked={rows.length > 0 && chosen === rows.length}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < rows.length;
      }}
      onChange={onPressAll}
    />
  );
}

interface RowProps {
  post: ListPost;
  index: number;
  columns: ColumnKey[];
  timeZone: string;
  chosen: boolean;
  onPress: (id: number, shift: boolean) => void;
}

/** While a reader scrolls, the rows that stay in sight are not made anew. */
const Row = memo(function Row({ post, index, columns, timeZone, chosen, onPress }: RowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      data-testid={`post-${post.id}`}
      className={chosen ? "tm-posts-is-chosen" : undefined}
    >
      <th scope="row">
        <div className="tm-posts-name">
          <PostCheck post={post} checked={chosen} onPress={onPress} />
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
});

function Coming({ columns }: { columns: ColumnKey[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a plain table takes no focus
    <tr aria-hidden="true">
      <td>
        <div className="tm-posts-name">
          <span />
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
