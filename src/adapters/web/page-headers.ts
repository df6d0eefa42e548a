/** What browsers are told about every response, errors included: load nothing from elsewhere, run nothing foreign. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Set before anything that may refuse a request, or its refusal would go out without them. */
export function pageHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      // Only the form that asks for the token is sent as one.
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // The server speaks plain HTTP; a proxy that speaks TLS before it says this for its own name.
    strictTransportSecurity: false,
  });
}

/**
 * The pages with a form tell this server alone where they come from: under `no-referrer` a browser calls the origin of a
 * form «null», as it does for a foreign page's.
 */
export const formReferrer: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Referrer-Policy', 'same-origin');
};
