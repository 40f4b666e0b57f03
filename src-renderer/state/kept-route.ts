import { resetNavigation, useNavigation } from './navigation';
import { keepPreference, readPreference } from './preferences';
import { parseRoute, routeToKeep } from './routes';

const ROUTE = 'window.route';

/** Opens the page that was open when the program ended, and keeps every later one. Called once. */
export function followRoute(): void {
  const kept = parseRoute(readPreference(ROUTE));
  if (kept) resetNavigation(kept);
  useNavigation.subscribe(({ steps, at }) => {
    const route = steps[at];
    // Through JSON: parameters that are not set are left out.
    if (route) keepPreference(ROUTE, JSON.parse(JSON.stringify(routeToKeep(route))));
  });
}
