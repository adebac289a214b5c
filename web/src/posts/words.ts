import { platformName } from "../ui/names";
import type { ListedPost } from "./topPosts";

const LONGEST = 140;

/** The beginning of a post's text, cut between words; what it is where it says nothing. */
export function beginning(post: Pick<ListedPost, "text" | "content_type">): string {
  const text = post.text?.replace(/\s+/g, " ").trim();
  if (!text) return post.content_type === "unknown" ? "Without text" : `A ${post.content_type} without text`;
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2))}…`;
}

/** What sets a post apart when numbers are compared; nothing where nobody said. */
export function marks(post: Pick<ListedPost, "collab" | "crosspost">): string[] {
  const said: string[] = [];
  if (post.collab) said.push("Collaboration");
  if (post.crosspost) said.push("Shown elsewhere too");
  return said;
}

/** What a picture is of, for those who do not see it. */
export function pictureOf(post: Pick<ListedPost, "platform" | "account">): string {
  return `Picture of the post by ${post.account.name} on ${platformName(post.platform)}`;
}
