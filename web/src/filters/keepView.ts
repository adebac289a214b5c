import { carried, ofBusiness, type View } from "./view";

/**
 * For pages that are about no figures: the view of those that are stays in the address beside their own search, so that
 * it is there on the way back. What only one business has does not follow to another.
 */
export function keepView<Search extends { business?: number }>({
  search,
  next,
}: {
  search: Search;
  next: (search: Search) => Search;
}): Search {
  const view = carried(search as View);
  const own = next(search);
  const { business } = own;
  return {
    ...(business === undefined || business === view.business ? view : ofBusiness(view, business)),
    ...own,
  };
}
