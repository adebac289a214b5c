import { Anchor, Text } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import text from "../../../docs/methods.md?raw";
import { HOME, METHODS } from "../auth/returnTo";
import { Markdown } from "./Markdown";
import { sectionOf, slug } from "./sections";

const route = getRouteApi(METHODS);

/** What each method says, how, and what it cannot do. An address that names a method opens its section. */
export function MethodsPage() {
  const { method } = route.useSearch();
  const section = method === undefined ? undefined : sectionOf(text, method);

  useEffect(() => {
    document.title = "Methods · Tidemark";
    if (section) document.getElementById(slug(section))?.scrollIntoView();
  }, [section]);

  return (
    <main className="tm-page tm-prose" id="content">
      <Anchor component={Link} to={HOME} className="tm-link">
        To the dashboard
      </Anchor>
      {method !== undefined && section === undefined && (
        <Text role="status" mt="sm">
          Nothing is written about {method} yet.
        </Text>
      )}
      <Markdown text={text} />
    </main>
  );
}
