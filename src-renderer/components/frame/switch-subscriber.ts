import type { Route } from '../../state/routes';

/** The open page for another subscriber; what is one subscriber's alone (a step, an appeal) is left behind. */
export function routeForSubscriber(route: Route, subscriberId: number): Route {
  switch (route.page) {
    case 'subscriber-cdrs':
      return { page: route.page, params: { ...route.params, subscriberId, whole: false } };
    case 'subscriber-charges':
      return { page: route.page, params: { ...route.params, subscriberId } };
    case 'subscriber-info':
    case 'subscriber-services':
    case 'subscriber-installments':
    case 'subscriber-plan':
    case 'subscriber-feedback':
    case 'service-list':
    case 'suspension':
    case 'sip-line':
      return { page: route.page, params: { subscriberId } };
    default:
      return { page: 'subscriber-menu', params: { subscriberId } };
  }
}
