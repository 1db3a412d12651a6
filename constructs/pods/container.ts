import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { checkName } from '../naming/object-name';
import { type Consumer, type Env, renderEnv } from './env';
import { checkMounts } from './mounts';
import { checkPorts, type Port } from './port';
import type { Probe } from './probe';
import { Resources } from './resources';
import type { Mount } from './volume';

/** One program of a pod. */
export interface ContainerProps {
  /** Name of the container, unique in its pod. */
  readonly name: string;

  /** Image with a tag or digest; without one, or with `latest`, it is refused. */
  readonly image: string;

  /**
   * The program, instead of the one of the image.
   *
   * @default - the entry point of the image
   */
  readonly command?: readonly string[];

  /**
   * Arguments of the program.
   *
   * @default - those of the image
   */
  readonly args?: readonly string[];

  /**
   * The ports on which it listens. Only these can be probed or be given to a Service.
   *
   * @default - it does not listen
   */
  readonly ports?: readonly Port[];

  /**
   * Environment variables.
   *
   * @default - none
   */
  readonly env?: Env;

  /**
   * Is it ready for traffic? While it says no, Services send it none.
   *
   * @default - ready as soon as it runs
   */
  readonly readiness?: Probe;

  /**
   * Does it still live? When it says no, the container is started anew.
   *
   * @default - it lives while its process does
   */
  readonly liveness?: Probe;

  /**
   * What it is promised and what it may use.
   *
   * @default Resources.small()
   */
  readonly resources?: Resources;

  /**
   * Volumes and where they are seen. Two at one path are refused.
   *
   * @default - none
   */
  readonly mounts?: readonly Mount[];
}

// [registry/]path[:tag][@digest]; https://github.com/distribution/reference
const IMAGE =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::([\w][\w.-]{0,127}))?(@sha256:[a-f0-9]{64})?$/;

/** The manifest of a container. */
export function renderContainer(
  consumer: Consumer,
  props: ContainerProps,
  securityContext?: Plain<k8s.SecurityContext>,
): Plain<k8s.Container> {
  const { name, image, ports = [], env = {}, mounts = [], command, args, readiness, liveness } = props;
  checkName(consumer, 'container', name);
  checkImage(consumer, name, image);
  checkPorts(consumer, ports);
  checkMounts(consumer, name, mounts);
  return {
    name,
    image,
    ...(command && { command: [...command] }),
    ...(args && { args: [...args] }),
    ...(ports.length > 0 && {
      ports: ports.map((port) => ({
        name: port.name,
        containerPort: port.number,
        ...(port.protocol !== 'TCP' && { protocol: port.protocol }),
      })),
    }),
    ...(Object.keys(env).length > 0 && { env: renderEnv(consumer, env) }),
    ...(readiness && { readinessProbe: readiness.render(consumer, 'readiness', ports) }),
    ...(liveness && { livenessProbe: liveness.render(consumer, 'liveness', ports) }),
    resources: (props.resources ?? Resources.small()).render(consumer),
    ...(mounts.length > 0 && { volumeMounts: mounts.map((mount) => mount.spec) }),
    ...(securityContext && { securityContext }),
  };
}

function checkImage(place: Place, container: string, image: string): void {
  const [matched, tag, digest] = IMAGE.exec(image) ?? [];
  if (matched === undefined)
    refuse(
      place,
      `container '${container}' has the image '${image}', which is no image reference`,
      "Write it like 'busybox:1.37.0'",
    );
  if (digest === undefined && (tag === undefined || tag === 'latest')) {
    refuse(
      place,
      `container '${container}' has the image '${image}', which names no version`,
      `Pin it, like '${image.replace(/:latest$/, '')}:1.2.3'`,
    );
  }
}
