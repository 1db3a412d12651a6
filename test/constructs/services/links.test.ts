import { Construct } from 'constructs';
import { acknowledge, type Link, linksOf, recordLink } from '../../../constructs';
import { TestStack } from '../../synth';
import { http, metrics, pods } from './pods';

const link = (port = http): Link => ({ from: 'outside', to: pods(http, metrics), port });

describe('links', () => {
  test('there are none where nobody made one', () => {
    expect(linksOf(new TestStack())).toEqual([]);
  });

  test('are the very objects that were recorded', () => {
    const stack = new TestStack();
    const recorded = link();
    recordLink(stack, recorded);
    expect(linksOf(stack)[0]).toBe(recorded);
  });

  test('come construct by construct, and of one in the order in which they were made', () => {
    const stack = new TestStack();
    const first = new Construct(stack, 'first');
    const second = new Construct(stack, 'second');
    recordLink(first, link(http));
    recordLink(first, link(metrics));
    recordLink(new Construct(second, 'below'), link(http));
    expect(linksOf(stack).map(({ port }) => port.name)).toEqual(['http', 'metrics', 'http']);
  });

  test('are those below one construct and not those beside it', () => {
    const stack = new TestStack();
    const first = new Construct(stack, 'first');
    recordLink(first, link(http));
    recordLink(new Construct(stack, 'second'), link(metrics));
    expect(linksOf(first).map(({ port }) => port)).toEqual([http]);
  });

  test('are not mixed up with what else is known of a construct', () => {
    const stack = new TestStack();
    acknowledge(stack, 'address-unknown', 'nobody answers');
    expect(linksOf(stack)).toEqual([]);
  });
});
