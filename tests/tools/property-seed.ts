import * as fc from 'fast-check';

/**
 * Property tests draw the same values at every ordinary run, so that a red one is about the change and not about luck; the full run
 * draws others each time and finds what nobody thought of.
 */
if (process.env['VIGIE_FULL'] === undefined) fc.configureGlobal({ seed: 20_261_122 });
