export { Pages } from './pages';
export { WebApplication, type WebApplicationProps } from './web-application';
export { type WebPodOptions, webPod } from './web-pod';
