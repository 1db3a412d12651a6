/** An image as a container names it, read as the kubelet reads it. */
export interface Image {
  /** With its registry and path in full: `docker.io/library/nginx`. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const WORD = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?';
const PATH = new RegExp(`^${WORD}(?:/${WORD})*$`);
const REGISTRY = new RegExp(`^${HOST}$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z][a-z0-9]*(?:[+._-][a-z][a-z0-9]*)*:[0-9a-fA-F]{32,}$/i;

/** Reads the name of an image; undefined if it is none. */
export function imageOf(text: string): Image | undefined {
  const [name = '', ...digests] = text.split('@');
  const [digest] = digests;
  if (digests.length > 1 || (digest !== undefined && !DIGEST.test(digest))) return undefined;
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : name.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  const repository = fullName(colon === -1 ? name : name.slice(0, colon));
  return repository === undefined ? undefined : { repository, tag, digest };
}

// The first part is a registry if it could be no part of a path.
function fullName(name: string): string | undefined {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const hasRegistry = slash !== -1 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const registry = hasRegistry ? first : 'docker.io';
  const path = hasRegistry ? name.slice(slash + 1) : name;
  if (!REGISTRY.test(registry) || !PATH.test(path)) return undefined;
  const isDocker = registry === 'docker.io' || registry === 'index.docker.io';
  if (!isDocker) return `${registry}/${path}`;
  return path.includes('/') ? `docker.io/${path}` : `docker.io/library/${path}`;
}
