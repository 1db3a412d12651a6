import type { PodParts } from '../pods/pod-parts';
import { Port } from '../pods/port';
import { Probe } from '../pods/probe';
import { SecurityProfile } from '../pods/security-profile';
import { EmptyDir } from '../pods/volumes';
import { Pages } from './pages';

/** What the pod of a web application can be told. */
export interface WebPodOptions {
  /**
   * The pages it shows.
   *
   * @default Pages.aboutThisPod()
   */
  readonly pages?: Pages;

  /**
   * Image of the server and of the init container; it has `sh` and the `httpd` of busybox.
   *
   * @default 'busybox:1.37.0'
   */
  readonly image?: string;

  /**
   * The port on which it listens.
   *
   * @default 8000
   */
  readonly port?: number;
}

const FOLDER = '/app';
const USER = 1001;

/**
 * The pod of a web application: an init container writes the pages into a volume, a server shows
 * them. The same parts make a Pod, a ReplicaSet or a Deployment.
 */
export function webPod(options: WebPodOptions = {}): PodParts {
  const { pages = Pages.aboutThisPod(), image = 'busybox:1.37.0' } = options;
  const http = Port.tcp('http', options.port ?? 8000);
  const folder = new EmptyDir('app');
  return {
    initContainers: [
      {
        name: 'initialize-index-html',
        image,
        command: ['sh', '-c', pages.script(FOLDER)],
        mounts: [folder.at(FOLDER)],
      },
    ],
    containers: [
      {
        name: 'web',
        image,
        command: ['httpd', '-f', '-v', '-p', String(http.number), '-h', FOLDER],
        ports: [http],
        readiness: Probe.http('/index.html'),
        liveness: Probe.tcp(),
        mounts: [folder.at(FOLDER)],
      },
    ],
    security: SecurityProfile.restricted({ user: USER }),
  };
}
