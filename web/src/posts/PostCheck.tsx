import { useRef } from "react";
import type { ListPost } from "../api/posts";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { beginning } from "./words";

interface Props {
  post: ListPost;
  checked: boolean;
  onPress: (id: number, shift: boolean) => void;
}

/** Chooses a post; with shift, all from the one chosen before. The browser's own: the library's costs most of a row. */
export function PostCheck({ post, checked, onPress }: Props) {
  // The change does not tell whether shift is held: what led to it does.
  const shift = useRef(false);
  // Whoever came by a link gives no labels.
  if (useVisit()) return null;
  return (
    <input
      type="checkbox"
      className="tm-posts-check"
      aria-label={t("Choose: {post}", { post: beginning(post) })}
      checked={checked}
      onClick={(event) => {
        shift.current = event.shiftKey;
      }}
      onChange={() => onPress(post.id, shift.current)}
    />
  );
}
