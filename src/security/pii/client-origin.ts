/**
 * Begins the origin of what a client of the analysis service had encrypted for itself, perhaps with a key of its own:
 * nobody else opens it, whatever their scopes.
 */
export const CLIENT_ORIGIN = 'presidio:';
