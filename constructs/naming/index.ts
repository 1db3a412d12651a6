export type { Labels } from './labels';
export type { NamespaceReference, ObjectProps } from './metadata';
export { checkHost, checkName } from './object-name';
