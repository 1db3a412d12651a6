import { ApiObject } from 'cdk8s';
import { stackNames, stackOf } from './contract';

// Objects beside the main one of their construct, by the name of what they are.
const OTHERS = /^(L2Advertisement|default-deny|allow-dns|(to|from)-[a-z-]+)$/;

// An acknowledgement finds the object of a construct by its id, and so does `node.defaultChild`.
test.each(stackNames())('every construct of %s has one object called Resource', (name) => {
  const objects = stackOf(name)
    .node.findAll()
    .filter((construct) => ApiObject.isApiObject(construct));
  expect(objects.length).toBeGreaterThan(0);
  expect(objects.map(({ node }) => node.id).filter((id) => id !== 'Resource' && !OTHERS.test(id))).toEqual([]);
});
