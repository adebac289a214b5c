import {
  type ButtonHTMLAttributes,
  type ComponentType,
  cloneElement,
  lazy,
  type ReactElement,
  Suspense,
  startTransition,
  useState,
} from "react";

/** A button of the library, which something opens at. */
export type OpeningButton = ReactElement<
  ButtonHTMLAttributes<HTMLButtonElement> & { ref?: React.Ref<HTMLButtonElement> | undefined }
>;

interface WithButton {
  button: OpeningButton;
}

/**
 * What a button opens, fetched and made when somebody is about to want it. A page has dozens of such buttons, and
 * what nobody opens would cost it more than its numbers do. The button stays in place until what opens can take it over.
 *
 * @param opens what it opens, for those who cannot see it
 * @param load fetches a component that takes the button over, and opens itself as soon as it is there
 */
export function whenWanted<P extends WithButton>(
  opens: "menu" | "dialog",
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const Opened = lazy(load);
  // What fails here fails again, and visibly, when it is pressed.
  const prepare = () => void load().catch(() => undefined);

  return function WhenWanted(props: P) {
    const [wanted, setWanted] = useState(false);
    if (wanted) {
      return (
        <Suspense>
          <Opened {...props} />
        </Suspense>
      );
    }
    return cloneElement(props.button, {
      "aria-haspopup": opens,
      "aria-expanded": false,
      onPointerEnter: prepare,
      onFocus: prepare,
      // In a transition the button that was pressed stays, with its focus, until the other is there.
      onClick: () => startTransition(() => setWanted(true)),
    });
  };
}
