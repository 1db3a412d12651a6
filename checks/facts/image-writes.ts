import type { Image } from '../views/image';

/** Where an image writes while it runs, beside the volumes that it declares itself. */
export interface ImageWrites {
  readonly folders: readonly string[];
  /** Where its settings are: with others, it may write elsewhere. @default - nowhere */
  readonly settings?: readonly string[];
}

const NGINX = ['/etc/nginx/nginx.conf', '/etc/nginx'];

const WRITES: Readonly<Record<string, ImageWrites>> = {
  'docker.io/library/nginx': { folders: ['/var/cache/nginx', '/run'], settings: NGINX },
  'docker.io/nginxinc/nginx-unprivileged': { folders: ['/tmp'], settings: NGINX },
  'docker.io/library/httpd': {
    folders: ['/usr/local/apache2/logs'],
    settings: ['/usr/local/apache2/conf/httpd.conf', '/usr/local/apache2/conf'],
  },
  'docker.io/library/postgres': { folders: ['/run/postgresql'] },
  'docker.io/library/mysql': { folders: ['/run/mysqld', '/tmp'] },
  'docker.io/library/mariadb': { folders: ['/run/mysqld', '/tmp'] },
  'docker.io/library/mongo': { folders: ['/tmp'] },
  'docker.io/library/tomcat': { folders: ['/usr/local/tomcat/work', '/usr/local/tomcat/logs'] },
  'docker.io/grafana/grafana': { folders: ['/var/lib/grafana'] },
};

/** Where an image writes, of those that are known. */
export function writesOf({ repository }: Image): ImageWrites | undefined {
  return Object.hasOwn(WRITES, repository) ? WRITES[repository] : undefined;
}

/** A path of a container without its end and with the links that every image has: `/var/run` is `/run`. */
export function plainPath(path: string): string {
  return path
    .replace(/\/+/g, '/')
    .replace(/(.)\/$/, '$1')
    .replace(/^\/var\/run(?=\/|$)/, '/run');
}

/** Whether a folder is in another one, or is it. */
export function isWithin(folder: string, other: string): boolean {
  return folder === other || other === '/' || folder.startsWith(`${other}/`);
}
