import { type Place, refuse } from '../app/refusal';
import type { Certificate } from './certificate';
import type { IssuerReference } from './issuer';

/** The part of an issuer's manifest that says how it signs; the same for Issuer and ClusterIssuer. */
export interface AuthoritySpec {
  readonly acme?: {
    readonly server: string;
    readonly email: string;
    readonly privateKeySecretRef: { readonly name: string };
    readonly solvers: { readonly http01: { readonly ingress: { readonly ingressClassName: string } } }[];
  };
  readonly selfSigned?: Record<string, never>;
  readonly ca?: { readonly secretName: string };
}

/** Account and challenges of an ACME authority. */
export interface AcmeOptions {
  /** Where the authority writes to before a certificate expires; refused when it is no address. */
  readonly email: string;

  /**
   * The ingress class through which challenges are answered.
   *
   * @default 'nginx'
   */
  readonly ingressClassName?: string;
}

// Where cert-manager looks for what a ClusterIssuer names, unless it was told otherwise.
const CLUSTER_RESOURCES = 'cert-manager';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/**
 * How an issuer signs.
 *
 * @see https://cert-manager.io/docs/configuration/
 */
export class Authority {
  private constructor(
    /** The manifest of this authority for an issuer; the account key of ACME is named like the issuer. */
    public readonly render: (place: Place, issuer: IssuerReference) => AuthoritySpec,
  ) {}

  /** Let's Encrypt, for trying: no browser trusts it, and it hardly limits how often one asks. */
  public static letsEncryptStaging(options: AcmeOptions): Authority {
    return Authority.acme('https://acme-staging-v02.api.letsencrypt.org/directory', options);
  }

  /** Let's Encrypt, for real: the cluster has to be reached from the internet. */
  public static letsEncryptProduction(options: AcmeOptions): Authority {
    return Authority.acme('https://acme-v02.api.letsencrypt.org/directory', options);
  }

  /**
   * Any authority that speaks ACME, with HTTP-01 challenges.
   *
   * @param server address of its directory
   */
  public static acme(server: string, { email, ingressClassName = 'nginx' }: AcmeOptions): Authority {
    return new Authority((place, issuer) => {
      checkEmail(place, email);
      return {
        acme: {
          server,
          email,
          privateKeySecretRef: { name: issuer.name },
          solvers: [{ http01: { ingress: { ingressClassName } } }],
        },
      };
    });
  }

  /** Every certificate signs itself; the start of an authority of one's own. */
  public static selfSigned(): Authority {
    return new Authority(() => ({ selfSigned: {} }));
  }

  /**
   * An authority of one's own.
   *
   * @param certificate its certificate, made with `isCa`; another one is refused
   */
  public static ca(certificate: Certificate): Authority {
    return new Authority((place, issuer) => {
      if (!certificate.isCa) {
        refuse(place, `Certificate '${certificate.name}' may not sign others`, 'Make it with isCa: true');
      }
      const namespace = issuer.kind === 'Issuer' ? issuer.namespace : CLUSTER_RESOURCES;
      if (certificate.namespace !== namespace) {
        refuse(
          place,
          `Certificate '${certificate.name}' is in the Namespace '${certificate.namespace ?? 'default'}', and ${issuer.kind} '${issuer.name}' looks for its Secret in '${namespace ?? 'default'}'`,
          'Make the Certificate there',
        );
      }
      return { ca: { secretName: certificate.secretName } };
    });
  }
}

/** Refuses what is no e-mail address. */
export function checkEmail(place: Place, email: string): void {
  if (!EMAIL.test(email))
    refuse(
      place,
      email === '' ? 'no e-mail address was given' : `'${email}' is no e-mail address`,
      "Write it like 'you@example.org'",
    );
}
