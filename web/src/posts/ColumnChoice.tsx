import { Button, Checkbox, Switch } from "@mantine/core";
import { t } from "../text/text";
import { PopoverButton } from "../ui/openers";
import { COLUMNS, columnName } from "./columns";
import { columnsOf, type PostsView, withColumns, withRows } from "./search";

interface Props {
  view: PostsView;
  change: (step: (view: PostsView) => PostsView, replace?: boolean) => void;
}

/** Which columns stand beside a post. */
export function ColumnChoice({ view, change }: Props) {
  const chosen = columnsOf(view);
  return (
    <PopoverButton
      label={t("Columns")}
      width={320}
      button={<Button variant="default">{t("Columns")}</Button>}
    >
      <Checkbox.Group
        label={t("Columns of the table")}
        value={chosen}
        onChange={(columns) => change((now) => withColumns(now, columns), true)}
      >
        <div className="tm-posts-columns">
          {COLUMNS.map((key) => (
            <Checkbox
              key={key}
              value={key}
              label={columnName(key)}
              disabled={chosen.length === 1 && chosen[0] === key}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        mt="sm"
        label={t("Low rows, more of them")}
        checked={view.rows === "compact"}
        onChange={(event) => {
          const compact = event.currentTarget.checked;
          change((now) => withRows(now, compact), true);
        }}
      />
      <Button mt="sm" size="xs" variant="default" onClick={() => change((now) => withColumns(now, []), true)}>
        {t("The usual columns")}
      </Button>
    </PopoverButton>
  );
}
