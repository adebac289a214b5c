import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useRef } from "react";
import type { ListPost } from "../api/posts";
import { usePaper } from "../take/paper";
import { type ColumnKey, columnName } from "./columns";
import { FirstOfMany } from "./FirstOfMany";
import { PostCell } from "./PostCell";
import { PostCheck } from "./PostCheck";
import { Picture } from "./PostLine";
import { PostLink, PostMarks } from "./PostLink";
import { type RowsProps, useMore } from "./rows";

const USUAL_HEIGHT = 280;
const OVERSCAN = 4;

/**
 * The list where there is no room for columns. Cards are as tall as what they say; only those in sight are in the document,
 * on paper all that were fetched.
 */
export const PostCards = memo(function PostCards(props: RowsProps) {
  const { rows, total, columns, timeZone, waiting, selection, onPress } = props;
  const list = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const paper = usePaper();
  useMore(shown.at(-1)?.index, props);
  const drawn = paper ? rows.map((_post, index) => ({ index, start: undefined })) : shown;

  return (
    <>
      <ul
        ref={list}
        className={waiting ? "tm-plain tm-posts-cards tm-waiting" : "tm-plain tm-posts-cards"}
        style={paper ? undefined : { height: virtual.getTotalSize() }}
        data-testid="posts-cards"
      >
        {drawn.map(({ index, start }) => {
          const post = rows[index];
          return (
            post && (
              <li
                key={post.id}
                ref={paper ? undefined : virtual.measureElement}
                data-index={index}
                data-testid={`post-${post.id}`}
                aria-setsize={total}
                aria-posinset={index + 1}
                style={
                  start === undefined
                    ? { position: "static" }
                    : { transform: `translateY(${start - virtual.options.scrollMargin}px)` }
                }
              >
                <Card post={post} columns={columns} timeZone={timeZone}>
                  <PostCheck post={post} checked={selection.ids.has(post.id)} onPress={onPress} />
                </Card>
              </li>
            )
          );
        })}
      </ul>
      <FirstOfMany shown={rows.length} total={total} />
    </>
  );
});

interface CardProps {
  post: ListPost;
  columns: ColumnKey[];
  timeZone: string;
  children: ReactNode;
}

function Card({ post, columns, timeZone, children }: CardProps) {
  return (
    <article className="tm-posts-card">
      <div className="tm-posts-name">
        {children}
        <Picture post={post} />
        <div className="tm-post">
          <PostLink post={post} />
          <PostMarks post={post} />
        </div>
      </div>
      <dl>
        {columns.map((key) => (
          <div key={key}>
            <dt>{columnName(key)}</dt>
            <dd>
              <PostCell column={key} post={post} timeZone={timeZone} spacious />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
