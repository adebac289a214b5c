import { AUDIENCE, HOME, INSIGHTS, POSTS } from "../auth/returnTo";
import { Icon } from "./icons";

const PAGE_PATHS: Record<string, string> = {
  [HOME]: "M4 20V10M12 20V4M20 20v-7",
  [POSTS]: "M4 6h16M4 12h16M4 18h10",
  [INSIGHTS]: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1 1 1.6h5c0-.6.4-1.1 1-1.6A6 6 0 0 0 12 3Z",
  [AUDIENCE]:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.6-4 3-5.5 6.5-5.5s5.9 1.5 6.5 5.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 15c2 .7 3.2 2.3 3.5 5",
};

export const PageIcon = ({ page }: { page: string }) => (
  <Icon size={20}>
    <path d={PAGE_PATHS[page]} />
  </Icon>
);

export const MoreIcon = () => (
  <Icon size={20}>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="4" />
  </Icon>
);
