/**
 * A pattern in which `*` stands for any characters. It has few stars, so this takes time in proportion to the name:
 * each star is a bounded character class.
 */
export function toRegExp(pattern: string): RegExp {
  const literals = pattern.split(/\*+/).map((part) => part.replace(/[.]/g, '\\.'));
  return new RegExp(`^${literals.join('[^]{0,256}')}$`);
}
