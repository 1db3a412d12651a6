/** Whether a certificate or a listener for one name serves another; a star stands for one label. */
export function coversHost(name: string, host: string): boolean {
  const [one, other] = [name.toLowerCase(), host.toLowerCase()];
  return one === other || (one.startsWith('*.') && other.slice(other.indexOf('.')) === one.slice(1));
}
