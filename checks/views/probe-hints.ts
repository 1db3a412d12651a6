import { isGroupOfKubernetes } from '../facts/api-versions';
import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';
import { listeningPort } from './listening';
import { mentionedBy } from './mentioned-ports';
import { isSlipOf } from './port-slip';
import { probedPorts } from './probes';

/** Why a probe asks the wrong port, and which one is right, if that is known. */
export interface ProbeHint {
  readonly why: string;
  readonly port?: number;
}

// What serves pages there declares it; what serves on the side does not do so there.
const WELL_KNOWN = new Set([80, 443]);

/** Says whether a port that nobody declares is the wrong one for a probe: most such ports are right. */
export class ProbeHints {
  // Containers with a probe on a declared port, by what they run.
  private readonly declaring = new Map<string, { readonly container: Field; readonly port: number }>();
  // How many containers ask on a port, by what they run.
  private readonly asking = new Map<string, number>();

  constructor(set: ObjectSet) {
    for (const pod of set.pods.filter(({ owner }) => isGroupOfKubernetes(owner.group)))
      for (const container of pod.containers) this.add(container);
  }

  /** What speaks against a port that a container is asked on; undefined if nothing does. */
  public against(asked: number, container: Field): ProbeHint | undefined {
    const declared = numbersOf(container);
    const slip = declared.find((number) => isSlipOf(asked, number));
    if (slip !== undefined) return { why: `it declares ${slip}`, port: slip };
    const told = listeningPort(container);
    if (told !== undefined) return { why: `its command says ${told}`, port: told };
    const same = this.declaring.get(runs(container));
    if (same !== undefined && this.isAlone(asked, container) && !mentionedBy(same.container).includes(same.port))
      return { why: `the same image in ${same.container.object} is asked on ${same.port}`, port: same.port };
    if (!WELL_KNOWN.has(asked) || declared.length === 0) return undefined;
    return { why: `it declares ${declared.join(', ')}`, ...(declared.length === 1 && { port: declared[0] }) };
  }

  private add(container: Field): void {
    const declared = new Set(numbersOf(container));
    const key = runs(container);
    for (const port of numbersAsked(container)) {
      this.asking.set(`${key}\n${port}`, (this.asking.get(`${key}\n${port}`) ?? 0) + 1);
      if (declared.has(port)) this.declaring.set(key, { container, port });
    }
  }

  // No other container asks there, and this one nowhere else.
  private isAlone(asked: number, container: Field): boolean {
    return numbersAsked(container).size === 1 && this.asking.get(`${runs(container)}\n${asked}`) === 1;
  }
}

function numbersAsked(container: Field): Set<number> {
  return new Set(probedPorts(container).flatMap(({ wanted }) => (typeof wanted === 'number' ? wanted : [])));
}

function numbersOf(container: Field): number[] {
  return container
    .get('ports')
    .items()
    .filter((port) => (port.get('protocol').text ?? 'TCP') === 'TCP')
    .flatMap((port) => port.get('containerPort').number ?? []);
}

// Of one image, another command is another program.
function runs(container: Field): string {
  return JSON.stringify(['image', 'command', 'args'].map((name) => container.get(name).value ?? ''));
}
