import type { Image } from '../views/image';

/** As whom an image runs that names no number: `root`, or a user by a name that only the image knows. */
export type ImageUser = { readonly root: true } | { readonly name: string };

const ROOT = new Set(
  (
    'nginx httpd busybox alpine debian ubuntu fedora centos rockylinux redis valkey postgres mysql mariadb mongo python node golang ruby php perl ' +
    'openjdk eclipse-temurin amazoncorretto maven gradle tomcat wordpress rabbitmq traefik caddy registry'
  )
    .split(' ')
    .map((name) => `docker.io/library/${name}`),
);
const NAMED: Readonly<Record<string, string>> = {
  'docker.io/library/memcached': 'memcache',
  'docker.io/library/haproxy': 'haproxy',
  'docker.io/library/varnish': 'varnish',
  'docker.io/library/adminer': 'adminer',
  'docker.io/jenkins/jenkins': 'jenkins',
  'docker.io/curlimages/curl': 'curl_user',
  'docker.io/prom/prometheus': 'nobody',
  'docker.io/prom/alertmanager': 'nobody',
  'docker.io/prom/node-exporter': 'nobody',
  'docker.io/prom/blackbox-exporter': 'nobody',
  'quay.io/prometheus/prometheus': 'nobody',
  'quay.io/prometheus/alertmanager': 'nobody',
  'quay.io/prometheus/node-exporter': 'nobody',
};
// Variants that were made to run as somebody else.
const OTHER_VARIANT = /unprivileged|rootless|nonroot|distroless/;

/** As whom an image runs, of those that are known to name no number. */
export function userOf({ repository, tag = '' }: Image): ImageUser | undefined {
  if (OTHER_VARIANT.test(tag)) return undefined;
  if (ROOT.has(repository)) return { root: true };
  const name = Object.hasOwn(NAMED, repository) ? NAMED[repository] : undefined;
  // Only later images of these name a user.
  if (name === undefined || (repository.endsWith('/haproxy') && !/^([3-9]|2\.[4-9])/.test(tag))) return undefined;
  return { name };
}
