/** `product name` and the like, at the end of what stands before a colon: the value names a thing. */
export const THING_LABEL =
  /(?:product|item|file|host|domain|tool|server|class|event|project|company|service|brand|model|table|column|field|repo(?:sitory)?|package|team|group|role|scope|key|path|city|country|street|bank|business|organi[sz]ation|school|app(?:lication)?|function|variable|database|schema|image|branch|device|game|song|movie|pet)[ _-]?name["']? ?$/i;

/** The same with the colon and what may stand between it and the value. */
export const NAMES_A_THING = new RegExp(`${THING_LABEL.source.slice(0, -1)}[:=] {0,2}["']?$`, 'i');
