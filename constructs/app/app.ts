import { App as Cdk8sApp, type AppProps as Cdk8sAppProps, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type Manifest, objectsOf, type SynthesizedObject } from './manifest';
import { holds, mendKilledRun, replaceFolder } from './output-folder';
import { Refusal, type RefusedProblem, refuse } from './refusal';
import { PART_OF, Stack } from './stack';
import { checkWholeSet } from './whole-set';
import { toYaml } from './yaml';

/** One written file: what `npm run synth` says of it. */
export interface SynthesizedFile {
  /** Path inside the output folder, such as `alternatives/web-pod.k8s.yaml`. */
  readonly path: string;
  /** The manifests in it, in the order of the file. */
  readonly manifests: readonly Manifest[];
}

interface ChartFile {
  readonly path: string;
  readonly chart: Chart;
  readonly objects: readonly SynthesizedObject[];
}

/** How an app is synthesised. */
export interface AppProps extends Cdk8sAppProps {
  /**
   * Looks at everything that would stand in one cluster before anything is written, and says what cannot work there,
   * such as the checks of this package. What it says refuses the whole. Nobody is asked when the folder holds these very
   * manifests already.
   *
   * @default - nobody looks
   */
  readonly inspect?: (objects: readonly SynthesizedObject[]) => readonly RefusedProblem[];
}

/**
 * The App to put stacks into. Unlike the App of cdk8s it synthesises everything in memory, checks
 * the whole, and only then replaces the output folder; it writes main forms to `<stack>.k8s.yaml`
 * and alternatives to `alternatives/`, where `kubectl apply -f` does not descend.
 */
export class App extends Cdk8sApp {
  private readonly inspect: NonNullable<AppProps['inspect']>;

  public constructor({ inspect = () => [], ...props }: AppProps = {}) {
    super(props);
    this.inspect = inspect;
  }

  /** Replaces the output folder with the manifests of all charts. */
  public override synth(): SynthesizedFile[] {
    mendKilledRun(this.outdir);
    const files = this.files();
    const texts = new Map(files.map(({ path, chart, objects }) => [path, textOf(chart, objects)]));
    // What stands there already was looked at before it was written.
    if (!holds(this.outdir, texts)) this.refuseProblems(files);
    replaceFolder(this.outdir, texts);
    return files.map(({ path, objects }) => ({ path, manifests: objects.map((object) => object.manifest) }));
  }

  /** All manifests as one YAML stream. */
  public override synthYaml(): string {
    const files = this.files();
    this.refuseProblems(files);
    return files.map(({ chart, objects }) => textOf(chart, objects)).join('---\n');
  }

  private refuseProblems(files: readonly ChartFile[]): void {
    for (const set of setsOf(files)) {
      const problems = this.inspect(set);
      if (isFilled(problems)) throw Refusal.together(problems);
    }
  }

  private files(): ChartFile[] {
    for (const construct of this.node.findAll()) {
      for (const problem of construct.node.validate()) refuse(construct, problem, 'Mend it and synthesise again');
    }
    const charts = this.node.findAll().filter((construct) => Chart.isChart(construct));
    const files = charts.map((chart) => ({
      chart,
      path: pathOf(chart, this.outputFileExtension),
      objects: objectsOf(chart),
    }));
    for (const set of setsOf(files)) checkWholeSet(set);
    return files;
  }
}

// What replaces another stack never stands beside it in one cluster; all others may.
function setsOf(files: readonly ChartFile[]): (readonly SynthesizedObject[])[] {
  const beside = files.filter(({ chart }) => !replaces(chart)).flatMap(({ objects }) => objects);
  return [beside, ...files.filter(({ chart }) => replaces(chart)).map(({ objects }) => objects)];
}

function isFilled<Item>(list: readonly Item[]): list is readonly [Item, ...Item[]] {
  return list.length > 0;
}

function replaces(chart: Chart): boolean {
  return Stack.isStack(chart) && chart.replaces !== undefined;
}

function pathOf(chart: Chart, extension: string): string {
  const folder = Stack.isStack(chart) && chart.alternativeTo !== undefined ? 'alternatives/' : '';
  return `${folder}${chart.node.path.replaceAll('/', '-')}${extension}`;
}

function textOf(chart: Chart, objects: readonly SynthesizedObject[]): string {
  return head(chart) + objects.map((object) => toYaml(object.manifest as never)).join('---\n');
}

function head(chart: Chart): string {
  if (!Stack.isStack(chart)) return '# Made by: npm run synth\n';
  const needs = chart.needs.map((need) => (need instanceof Construct ? `stack ${need.name}` : need.name)).join(', ');
  const lines = [
    `Stack ${chart.name}: ${chart.title}.`,
    `Needs: ${needs === '' ? 'nothing but the cluster' : needs}.`,
    ...(chart.replaces === undefined ? [] : [`Replaces: ${chart.replaces.name} (delete that first).`]),
    `Made by: npm run synth. List: kubectl get all,ingress -A -l ${PART_OF}=${chart.name}`,
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}
