import { Chart, type ChartProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { Namespace } from '../access/namespace';
import { type Manifest, objectsOf } from './manifest';
import { refuse } from './refusal';
import { checkWholeSet } from './whole-set';

/** The label that lists and prunes the objects of one stack: `kubectl get all -l app.kubernetes.io/part-of=web`. */
export const PART_OF = 'app.kubernetes.io/part-of';

/** Something that has to be in the cluster before a stack: another stack, or an add-on of `platform/`. */
export interface Need {
  /** Its name, as the reader of the manifest knows it. */
  readonly name: string;
}

/** Which form of its exercise a stack is. */
export interface StackProps {
  /**
   * The stack of which this is another form. An alternative lives in a Namespace of its own, named
   * like its file, so that it can stand beside the main form.
   *
   * The id of an alternative is `<stack>-<form>`; anything else is refused.
   *
   * @default - this is the main form
   */
  readonly alternativeTo?: Stack;

  /**
   * Whether this alternative cannot stand beside the main form because both write the same
   * objects of the cluster. It then has no Namespace of its own. Only for alternatives.
   *
   * @default false
   */
  readonly replaces?: boolean;
}

/**
 * One exercise as one file of plain YAML: a Chart whose objects carry the label
 * `app.kubernetes.io/part-of`, keep the names they are given, and come in the order in which they
 * have to be applied.
 */
export abstract class Stack extends Chart implements Need {
  /** What the exercise is about, in half a sentence; the head of the file. */
  public abstract readonly title: string;
  /** What must be in the cluster first. */
  public abstract readonly needs: readonly Need[];
  /** The id: the name of the file, and of the Namespace of an alternative. */
  public readonly name: string;
  /** The main form of this exercise, if this is an alternative. */
  public readonly alternativeTo: Stack | undefined;
  /** The stack to delete before this one is applied, if both cannot stand side by side. */
  public readonly replaces: Stack | undefined;

  /** Whether a construct is a Stack; `instanceof` says so of every Chart. */
  public static isStack(construct: Construct): construct is Stack {
    return Object.prototype.isPrototypeOf.call(Stack.prototype, construct);
  }

  protected constructor(scope: Construct, id: string, props: StackProps = {}) {
    const ownNamespace = props.alternativeTo !== undefined && props.replaces !== true;
    super(scope, id, { ...chartProps(id), ...(ownNamespace && { namespace: id }) });
    this.name = id;
    this.alternativeTo = props.alternativeTo;
    this.replaces = props.replaces === true ? props.alternativeTo : undefined;
    this.checkForm(props);
    if (ownNamespace) new Namespace(this, 'Namespace', { name: id });
  }

  /**
   * The host on which this form answers: an alternative has one of its own, because two main
   * Ingresses for one host and path would fight.
   *
   * @param main the host of the main form; none means any host
   */
  public host(main: string): string;
  /** The host of this form; a main form answers on any. */
  public host(): string | undefined;
  public host(main?: string): string | undefined {
    return this.alternativeTo === undefined
      ? main
      : `${this.form(this.alternativeTo)}.${this.alternativeTo.name}.localhost`;
  }

  /** The manifests of this stack, as they are written to its file. */
  public override toJson(): Manifest[] {
    const objects = objectsOf(this);
    checkWholeSet(objects);
    return objects.map((object) => object.manifest);
  }

  private form(main: Stack): string {
    return this.name.slice(main.name.length + 1);
  }

  private checkForm({ alternativeTo, replaces }: StackProps): void {
    if (alternativeTo === undefined) {
      if (replaces === true)
        refuse(this, `main form '${this.name}' replaces nothing`, 'Name the stack it is an alternative to');
      return;
    }
    if (alternativeTo.alternativeTo !== undefined) {
      refuse(
        this,
        `'${alternativeTo.name}' is an alternative itself`,
        `Make this an alternative to '${alternativeTo.alternativeTo.name}'`,
      );
    }
    if (!this.name.startsWith(`${alternativeTo.name}-`) || this.form(alternativeTo) === '') {
      refuse(
        this,
        `alternative '${this.name}' does not say of which stack`,
        `Call it '${alternativeTo.name}-${this.name}'`,
      );
    }
  }
}

function chartProps(id: string): ChartProps {
  return { labels: { [PART_OF]: id }, disableResourceNameHashes: true };
}
