import { type Place, refuse } from '../app/refusal';
import type { Mount } from './volume';

/** Refuses mounts of one container that lead nowhere, or to one path. */
export function checkMounts(place: Place, container: string, mounts: readonly Mount[]): void {
  const paths = new Map<string, string>();
  for (const { volume, spec } of mounts) {
    if (!spec.mountPath.startsWith('/') || spec.mountPath.includes(':')) {
      refuse(
        place,
        `container '${container}' mounts volume '${volume.name}' at '${spec.mountPath}'; allowed are absolute paths without ':'`,
        "Write it like '/data'",
      );
    }
    if (spec.subPath !== undefined && /^\/|^$|(?:^|\/)\.\.(?:\/|$)/.test(spec.subPath)) {
      refuse(
        place,
        `container '${container}' mounts the part '${spec.subPath}' of volume '${volume.name}'; allowed are paths inside the volume`,
        "Write it like 'data/web'",
      );
    }
    const path = spec.mountPath.replace(/(?<=.)\/+$/, '');
    const other = paths.get(path);
    if (other !== undefined)
      refuse(
        place,
        `container '${container}' mounts both '${other}' and '${volume.name}' at ${path}`,
        'Mount one of them elsewhere',
      );
    paths.set(path, volume.name);
  }
}
