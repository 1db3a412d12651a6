/** Every annotation of ingress-nginx without its prefix, old names that it still reads among them. */
export const KNOWN_ANNOTATIONS: ReadonlySet<string> = new Set(
  `
  affinity affinity-canary-behavior affinity-mode allowlist-source-range app-root auth-always-set-cookie
  auth-cache-duration auth-cache-key auth-keepalive auth-keepalive-requests auth-keepalive-share-vars
  auth-keepalive-timeout auth-method auth-proxy-set-headers auth-realm auth-request-redirect auth-response-headers
  auth-secret auth-secret-type auth-signin auth-signin-redirect-param auth-snippet auth-tls-error-page
  auth-tls-match-cn auth-tls-pass-certificate-to-upstream auth-tls-secret auth-tls-verify-client
  auth-tls-verify-depth auth-type auth-url backend-protocol canary canary-by-cookie canary-by-header
  canary-by-header-pattern canary-by-header-value canary-weight canary-weight-total client-body-buffer-size
  configuration-snippet connection-proxy-header cors-allow-credentials cors-allow-headers cors-allow-methods
  cors-allow-origin cors-expose-headers cors-max-age custom-headers custom-http-errors default-backend
  denylist-source-range disable-proxy-intercept-errors enable-access-log enable-cors enable-global-auth
  enable-modsecurity enable-opentelemetry enable-owasp-core-rules enable-rewrite-log fastcgi-index
  fastcgi-params-configmap force-ssl-redirect from-to-www-redirect http2-push-preload limit-allowlist
  limit-burst-multiplier limit-connections limit-rate limit-rate-after limit-rpm limit-rps limit-whitelist
  load-balance mirror-host mirror-request-body mirror-target modsecurity-snippet modsecurity-transaction-id
  opentelemetry-operation-name opentelemetry-trust-incoming-span permanent-redirect permanent-redirect-code
  preserve-trailing-slash proxy-body-size proxy-buffer-size proxy-buffering proxy-buffers-number
  proxy-busy-buffers-size proxy-connect-timeout proxy-cookie-domain proxy-cookie-path proxy-http-version
  proxy-max-temp-file-size proxy-next-upstream proxy-next-upstream-timeout proxy-next-upstream-tries
  proxy-read-timeout proxy-redirect-from proxy-redirect-to proxy-request-buffering proxy-send-timeout
  proxy-ssl-ciphers proxy-ssl-name proxy-ssl-protocols proxy-ssl-secret proxy-ssl-server-name proxy-ssl-verify
  proxy-ssl-verify-depth relative-redirects rewrite-target satisfy server-alias server-snippet service-upstream
  session-cookie-change-on-failure session-cookie-conditional-samesite-none session-cookie-domain
  session-cookie-expires session-cookie-max-age session-cookie-name session-cookie-partitioned session-cookie-path
  session-cookie-samesite session-cookie-secure ssl-ciphers ssl-passthrough ssl-prefer-server-ciphers ssl-redirect
  stream-snippet temporal-redirect temporal-redirect-code upstream-hash-by upstream-hash-by-subset
  upstream-hash-by-subset-size upstream-vhost use-port-in-redirects use-regex whitelist-source-range
  x-forwarded-prefix
`
    .trim()
    .split(/\s+/),
);

const SNIPPET = 'Take it out, and write the directive into configuration-snippet where snippets are allowed';
const SETTING = 'Take it out, and write the setting into the ConfigMap of the controller';
const GONE = 'Take it out';

/** Annotations that earlier releases read, with what to do today. */
export const REMOVED_ANNOTATIONS: ReadonlyMap<string, string> = new Map([
  ['add-base-url', GONE],
  ['base-url-scheme', GONE],
  ['enable-influxdb', GONE],
  ['enable-opentracing', 'Use enable-opentelemetry'],
  ['opentracing-operation-name', 'Use opentelemetry-operation-name'],
  ['opentracing-trust-incoming-span', 'Use opentelemetry-trust-incoming-span'],
  ['global-rate-limit', 'Use limit-rps or limit-rpm'],
  ['global-rate-limit-window', GONE],
  ['global-rate-limit-key', GONE],
  ['global-rate-limit-ignored-cidrs', 'Use limit-allowlist'],
  ['grpc-backend', 'Use backend-protocol: GRPC'],
  ['influxdb-host', GONE],
  ['influxdb-measurement', GONE],
  ['influxdb-port', GONE],
  ['influxdb-server-name', GONE],
  ['lua-resty-waf', 'Use enable-modsecurity'],
  ['secure-backends', 'Use backend-protocol: HTTPS'],
  ['secure-verify-ca-secret', 'Use proxy-ssl-secret with proxy-ssl-verify: "on"'],
  ['session-cookie-hash', GONE],
  ['upstream-fail-timeout', GONE],
  ['upstream-max-fails', GONE],
  ['large-client-header-buffers', SETTING],
  ['hsts', SETTING],
  ['proxy-buffers', 'Use proxy-buffers-number and proxy-buffer-size'],
  ['client-max-body-size', 'Use proxy-body-size'],
  ['websocket-services', 'Take it out: websockets need no annotation'],
  ['client-body-timeout', SNIPPET],
  ['client-header-timeout', SNIPPET],
]);
