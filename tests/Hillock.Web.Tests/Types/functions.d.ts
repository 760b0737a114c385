// Modules that the site writes from the catalog: /functions/NAME.js.
type Curve = (x: number, ...parameters: number[]) => number;
export const swish: Curve, swishSlope: Curve;
