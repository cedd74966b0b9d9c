/**
 * One bug has three texts, one per engine (V8, SpiderMonkey, JavaScriptCore). Each family of texts becomes one text, V8's where it has
 * one. The texts of V8 and SpiderMonkey were recorded in Chromium 156 and Firefox 153, those of JavaScriptCore are from WebKit's sources.
 */
export interface Family {
  /** The first that fits decides; it may have the groups `about` (a name), `what` (undefined or null) and `read` (code). */
  patterns: readonly RegExp[];
  /** `$about` and `$what` stand for what the groups found, `$name` for the error's name. */
  text: string;
  /** Names an error must have for the family to apply; absent: any. */
  names?: RegExp;
}
