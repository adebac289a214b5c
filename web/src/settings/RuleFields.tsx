import { Button, Checkbox, NativeSelect, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type LabelRule, matchesQuery, type RuleType } from "../api/settings";
import { beginning } from "../posts/words";
import { t, tell } from "../text/text";
import { matchesInWords, RULES, searchFor } from "./words";

const MOST_RULES = 50;
const PAUSE_MS = 400;

interface Props {
  business: number;
  rules: LabelRule[];
  onChange: (rules: LabelRule[]) => void;
  error: ReactNode;
}

/** What gives a label to posts by itself. One rule is enough for a post. */
export function RuleFields({ business, rules, onChange, error }: Props) {
  const set = (index: number, part: Partial<LabelRule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)));
  return (
    <fieldset className="tm-settings-fieldset">
      <legend>{t("Given to posts by rules")}</legend>
      <Text className="tm-note" mb="sm">
        {t(
          "To all present posts and to those that come. One rule that fits is enough; what you choose by hand stands in any case.",
        )}
      </Text>
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, and are only added at the end
        <div key={index} className="tm-settings-rule">
          <NativeSelect
            aria-label={t("Kind of rule {number}", { number: index + 1 })}
            data={Object.entries(RULES).map(([value, label]) => ({ value, label: tell(label) }))}
            value={rule.type}
            onChange={(event) => set(index, { type: event.currentTarget.value as RuleType })}
          />
          <TextInput
            aria-label={t("What rule {number} looks for", { number: index + 1 })}
            value={rule.value}
            onChange={(event) => set(index, { value: event.currentTarget.value })}
            maxLength={200}
            required
          />
          <Button
            variant="default"
            aria-label={t("Leave out rule {number}", { number: index + 1 })}
            onClick={() => onChange(rules.filter((_, at) => at !== index))}
          >
            {t("Leave out")}
          </Button>
          {rule.type === "text" && (
            <Checkbox
              className="tm-settings-wide"
              label={t("Whole words only")}
              checked={rule.whole_words ?? false}
              onChange={(event) => set(index, { whole_words: event.currentTarget.checked })}
            />
          )}
          <Matching business={business} rule={rule} />
        </div>
      ))}
      {error && (
        <Text className="tm-settings-error" role="alert">
          {error}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        disabled={rules.length >= MOST_RULES}
        onClick={() => onChange([...rules, { type: "hashtag", value: "" }])}
      >
        {t("Add a rule")}
      </Button>
    </fieldset>
  );
}

/** Which posts a rule would find, as far as a search in texts can tell. */
function Matching({ business, rule }: { business: number; rule: LabelRule }) {
  const [text] = useDebouncedValue(searchFor(rule), PAUSE_MS);
  const matches = useQuery({ ...matchesQuery(business, text ?? ""), enabled: text !== undefined });
  if (text === undefined || !matches.data) return null;
  const { total, posts } = matches.data;
  // Parts of longer words are found by a search, and not by every rule.
  const exact = rule.type === "text" && !rule.whole_words;
  return (
    <div className="tm-settings-wide tm-note" aria-live="polite" data-testid="rule-matches">
      {matchesInWords(total, posts.length, exact)}
      <ul className="tm-settings-matches">
        {posts.map((post) => (
          <li key={post.id}>{beginning(post)}</li>
        ))}
      </ul>
    </div>
  );
}
