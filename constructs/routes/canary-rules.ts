import { type Place, refuse } from '../app/refusal';

/** How a canary is chosen by a header of the request. */
export type HeaderRule =
  | { readonly name: string; readonly by: 'switch' }
  | { readonly name: string; readonly by: 'value'; readonly value: string }
  | { readonly name: string; readonly by: 'pattern'; readonly pattern: string };

/** How a canary is chosen by chance. */
export interface WeightRule {
  /** How many of `total` requests go to the canary. */
  readonly weight: number;
  /** Of how many. */
  readonly total: number;
}

/** The conditions of a canary, each kind at most once. */
export interface CanaryRules {
  readonly header?: HeaderRule;
  readonly cookie?: string;
  readonly weight?: WeightRule;
}

// https://www.rfc-editor.org/rfc/rfc9110#name-tokens
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Refuses conditions that no request can meet, or that ingress-nginx would not take. */
export function checkCanaryRules(place: Place, { header, cookie, weight }: CanaryRules): void {
  if (header) checkHeader(place, header);
  if (cookie !== undefined) checkToken(place, 'cookie', cookie);
  if (weight) checkWeight(place, weight);
}

function checkHeader(place: Place, rule: HeaderRule): void {
  checkToken(place, 'header', rule.name);
  if (rule.by === 'value' && rule.value.trim() === '')
    refuse(
      place,
      `the value of header '${rule.name}' is empty`,
      'Say which value leads to the canary, or leave it out for always and never',
    );
  if (rule.by === 'pattern') checkPattern(place, rule);
}

function checkPattern(place: Place, { name, pattern }: { readonly name: string; readonly pattern: string }): void {
  try {
    new RegExp(pattern);
  } catch {
    refuse(place, `the pattern '${pattern}' of header '${name}' is no regular expression`, 'Close what was opened');
  }
  if (pattern === '') refuse(place, `the pattern of header '${name}' is empty`, 'Say which values lead to the canary');
}

function checkToken(place: Place, what: string, name: string): void {
  if (!TOKEN.test(name))
    refuse(
      place,
      `the canary is chosen by the ${what} '${name}', which is no name of a ${what}`,
      'Use letters, digits and -',
    );
}

function checkWeight(place: Place, { weight, total }: WeightRule): void {
  if (!Number.isInteger(total) || total < 1)
    refuse(
      place,
      `the weight total of the canary is ${total}; allowed are whole numbers from 1`,
      'Leave it out for 100',
    );
  if (!Number.isInteger(weight) || weight < 0 || weight > total) {
    refuse(
      place,
      `the weight of the canary is ${weight} of ${total}; allowed are whole numbers from 0 to ${total}`,
      'Change the weight or its total',
    );
  }
}
