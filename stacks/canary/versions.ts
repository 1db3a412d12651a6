import { Exposure, Pages, type ServicePort, type Stack, WebApplication } from '../../constructs';

/** The version that most requests get. */
export function mainVersion(stack: Stack): ServicePort {
  return new WebApplication(stack, 'web', { replicas: 3 }).expose('web-svc', Exposure.headless()).port('http');
}

/** The new version, with a page that says so. */
export function newVersion(stack: Stack): ServicePort {
  const web = new WebApplication(stack, 'web-canary', { replicas: 2, pages: Pages.aboutThisPod('Canary') });
  return web.expose('web-canary-svc', Exposure.headless()).port('http');
}
