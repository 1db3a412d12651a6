import type { StackProps } from '../constructs';

/** What every form for the Gateway API can be told. */
export interface GatewayStackProps extends StackProps {
  /** Name of the GatewayClass. */
  readonly gatewayClass: string;
}
