import { Anchor, Text } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import text from "../../../docs/methods.md?raw";
import { HOME, METHODS } from "../auth/returnTo";
import { useLanguage } from "../text/language";
import { t } from "../text/text";
import { Markdown } from "./Markdown";
import { headingsOf, sectionOf, slug } from "./sections";

const route = getRouteApi(METHODS);

/** What each method says, how, and what it cannot do. An address that names a method opens its section. */
export function MethodsPage() {
  const { method } = route.useSearch();
  const language = useLanguage();
  const section = method === undefined ? undefined : sectionOf(text, method);

  useEffect(() => {
    document.title = `${t("Methods")} · Tidemark`;
    if (section) document.getElementById(slug(section))?.scrollIntoView();
  }, [section]);

  return (
    <main className="tm-page tm-prose" id="content">
      <Anchor component={Link} to={HOME} className="tm-link">
        {t("To the dashboard")}
      </Anchor>
      {method !== undefined && section === undefined && (
        <Text role="status" mt="sm">
          {t("Nothing is written about {method} yet.", { method })}
        </Text>
      )}
      {language !== "en" && <Text mt="sm">{t("The methods are described in English.")}</Text>}
      <details className="tm-contents">
        <summary>{t("Contents")}</summary>
        <ul lang="en">
          {headingsOf(text).map((heading) => (
            <li key={heading}>
              <a className="tm-link" href={`#${slug(heading)}`}>
                {heading}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <div lang="en">
        <Markdown text={text} />
      </div>
    </main>
  );
}
