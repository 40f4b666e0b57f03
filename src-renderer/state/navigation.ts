import { create } from 'zustand';
import { HOME, type PageName, type Route, type RouteParams } from './routes';

/** More steps than anyone goes back; older ones are forgotten. */
const MAX_STEPS = 100;

type NavigationState = {
  steps: readonly Route[];
  at: number;
  /** The subscriber chosen last: stays as the chip while the account's pages are open. */
  chosenSubscriber: number | null;
};

export const useNavigation = create<NavigationState>(() => ({
  steps: [HOME],
  at: 0,
  chosenSubscriber: null,
}));

const chosenBy = (route: Route, before: number | null): number | null =>
  'subscriberId' in route.params ? route.params.subscriberId : before;

const same = (a: Route | undefined, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

type Params<Page extends PageName> =
  Record<string, never> extends RouteParams<Page>
    ? [params?: RouteParams<Page>]
    : [params: RouteParams<Page>];

const routeTo = <Page extends PageName>(page: Page, params?: RouteParams<Page>): Route =>
  ({ page, params: params ?? {} }) as Route;

/** Opens a page as a new step; the page that is already open makes no step. */
export function navigate<Page extends PageName>(page: Page, ...[params]: Params<Page>): void {
  openRoute(routeTo(page, params));
}

export function openRoute(route: Route): void {
  useNavigation.setState((state) => {
    const current = state.steps[state.at];
    if (same(current, route)) return state;
    // An object of its own: what a step remembers is known by it.
    const steps = [...state.steps.slice(0, state.at + 1), { ...route }].slice(-MAX_STEPS);
    return { steps, at: steps.length - 1, chosenSubscriber: chosenBy(route, state.chosenSubscriber) };
  });
}

/** Changes what the open page knows (a chosen month, say) without making a step; steps that become alike are one. */
export function replaceRoute<Page extends PageName>(page: Page, ...[params]: Params<Page>): void {
  const route = routeTo(page, params);
  useNavigation.setState(({ steps, at, chosenSubscriber }) => {
    const before = steps.slice(0, at);
    const after = steps.slice(at + 1);
    if (same(before.at(-1), route)) before.pop();
    if (same(after[0], route)) after.shift();
    return {
      steps: [...before, route, ...after],
      at: before.length,
      chosenSubscriber: chosenBy(route, chosenSubscriber),
    };
  });
}

function step(by: -1 | 1): void {
  useNavigation.setState((state) => {
    const route = state.steps[state.at + by];
    if (!route) return state;
    return { at: state.at + by, chosenSubscriber: chosenBy(route, state.chosenSubscriber) };
  });
}

export const goBack = (): void => step(-1);
export const goForward = (): void => step(1);

/** Takes the chip away. */
export const forgetSubscriber = (): void => useNavigation.setState({ chosenSubscriber: null });

/** Begins anew at a page, at start and after a change of account; going back leads to the pages above it. */
export function resetNavigation(route: Route = HOME): void {
  const steps = [...pagesAbove(route), route];
  useNavigation.setState({ steps, at: steps.length - 1, chosenSubscriber: chosenBy(route, null) });
}

/** The pages that people come by to a page: the menu, the subscriber's menu, what is before a step. */
function pagesAbove(route: Route): Route[] {
  const { step, ...before } = route.params as { step?: string; subscriberId?: number };
  const { subscriberId } = before;
  const above: Route[] = [HOME];
  if (subscriberId !== undefined) above.push({ page: 'subscriber-menu', params: { subscriberId } });
  if (step !== undefined) above.push({ page: route.page, params: before } as Route);
  return above.filter((one) => !same(one, route));
}

const openOf = ({ steps, at }: NavigationState): Route => steps[at] ?? HOME;
export const useRoute = (): Route => useNavigation(openOf);
/** The open page, outside of what is drawn. */
export const routeNow = (): Route => openOf(useNavigation.getState());
export const useCanGoBack = (): boolean => useNavigation((state) => state.at > 0);
export const useCanGoForward = (): boolean => useNavigation((state) => state.at < state.steps.length - 1);
