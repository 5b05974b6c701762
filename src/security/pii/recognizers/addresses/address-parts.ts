/** Bounded pieces of postal addresses, as sources of sticky patterns. */

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
/** A capitalised word or an ordinal: `Fifth`, `5th`, `O'Connell`, `St.`. */
export const WORD = `(?:[A-ZÀ-ÖØ-Þ][${LETTER}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th))`;
export const NUMBER = '\\d{1,6}[A-Za-z]?(?:[-–/]\\d{1,5}[A-Za-z]?)?(?: 1/2| bis| ter)?';
export const DIRECTION = '(?:(?:NE|NW|SE|SW|N|S|E|W)\\.?|North(?:east|west)?|South(?:east|west)?|East|West)';

/** Kinds of streets that are hardly ever anything else behind a number and a name. */
const STREETS =
  'Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Terrace|Ter|Terr|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Crescent|Cres|Broadway|Alley|Aly|Expressway|Expy|Freeway|Fwy|Trail|Trl|Turnpike|Tpke|Causeway|Loop|Mews|Esplanade|Promenade|Quay|Wharf|Turnpike|Motorway|Parade|Pde';
/** Kinds of streets that are rarely something else behind a number of three digits and a name. */
export const LIKELY_STREETS =
  'Way|Place|Pl|Square|Sq|Close|Grove|Gardens?|Gdns|Row|Walk|Rise|Plaza|Path|Bend|Cove|Crossing';
/** Kinds of streets that are also other things. */
const OTHER_STREETS =
  'Green|Hill|Park|View|Vale|Point|Ridge|Run|Glen|Heights|Hollow|Isle|Knoll|Landing|Meadows?|Mill|Orchard|Pass|Pike|Pines|Shores?|Springs?|Station|Valley|Village|Creek|Branch|Bridge|Brook|Field|Fields|Ford|Forest|Forge|Fork|Freeway|Harbor|Haven|Island|Junction|Lake|Manor|Mount|Mountain|Oaks?|Overpass|Port|Prairie|Ranch|Rest|River|Route|Spur|Summit|Trace|Track|Union|Well|Wells|Woods|Yard|Croft|Drove|Dell|Copse|Wynd|Brae';

/** Kinds of streets of other languages and abbreviations that stand only where a postal code has told that this is an address. */
const FOREIGN_STREETS =
  'Rue|Avenida|Av|Via|Calle|Chemin|Quai|Jalan|Jln|Triq|Nagar|Marg|Salai|Chowk|Bazaar|Vihar|Sarani|Path|Bvd|Bd|Blv|Cross|Main|Layout|Colony|Estate|Embankment|Strand|Circus|Mall|Arcade|Bypass|Xing|Trce|Hwy|Dual|Carretera|Ctra|Laan|Straat|County';
/** All of them. */
export const STREET_WORDS = `${STREETS}|${LIKELY_STREETS}|${OTHER_STREETS}|${FOREIGN_STREETS}`;

/** `123 N Main Street NW`; the kind of street is captured when it may be something else. */
export const NUMBER_FIRST = `${NUMBER},? {1,2}(?:${DIRECTION} {1,2})?(?:${WORD} {1,2}){1,4}?(?:(?:${STREETS})(?![A-Za-z])\\.?|(${LIKELY_STREETS}|${OTHER_STREETS})(?![A-Za-z]))(?! (?:${STREETS}|${LIKELY_STREETS})(?![A-Za-z]))(?: (?:${DIRECTION}|Central)(?![A-Za-z]))?`;
/** `12 rue de la Paix`, `8, avenue Foch`. */
export const FRENCH = `${NUMBER},? (?:[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d\\.?|[Pp]lace|[Cc]hemin|[Aa]ll[ée]e|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Rr]uelle|[Ff]aubourg|[Ss]entier|Triq|Jalan|Jln\\.?|Lorong|Persiaran|Taman|Soi|Thanon|Strada|Via)(?: (?:de|du|des|la|le|les|et|à|d['’]|l['’])){0,3}(?: ?${WORD}){1,4}`;
/** What a part of a building or a plot of land is called before its number. */
export const UNIT_WORDS =
  'Apartment|APARTMENT|apartment|Apt|APT|apt|Suite|SUITE|suite|Ste|STE|ste|Unit|UNIT|unit|Flat|FLAT|flat|Floor|FLOOR|Level|LEVEL|Lvl|Room|ROOM|Rm|RM|Studio|STUDIO|studio|Shop|SHOP|Office|Bldg|Building|BLDG|Block|BLOCK|Blk|BLK|Tower|Ward|Warehouse|Lot|LOT|Plot|PLOT|Villa|Bungalow|Penthouse|Quarter|Qtr|House|Door|H\\.|D\\.|Survey|Sy|Khasra|TC|T\\.C|RMB|RSD|Stall|Bay|Berth|Trlr|Spc';
/** What a building with a name of its own is called. */
export const BUILDING_KINDS =
  'House|Court|Buildings?|Mansions?|Lodge|Towers?|Hall|Cottages?|Farm|Barn|Manor|Grange|Rectory|Vicarage|Heights|Point|Apartments|Chambers|Works|Mill|Villas?|Residency|Residences?|Enclave|Arcade|Complex|Plaza|Cent(?:er|re)|Park|Hospital|Infirmary|Home|Society|CHS|Malthouse|Malting|Wharf|Quay|Gardens|Flats';
/** `6750 Koskikatu 25 Apt. 864`: whatever the street is called, the unit tells. */
export const UNIT =
  '(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Flat|Room|Rm|Bldg|Building|Lot|Spc|Trlr|Dept|Penthouse|PH|#|No|Studio|Level|Block|Blk|Tower|Shop|Office|APT|UNIT|STE|SUITE|FLAT)(?![a-z])\\.? ?#?[A-Za-z0-9](?:[A-Za-z0-9/-]{0,6}[A-Za-z0-9])?(?![A-Za-z0-9])|(?:apt|apartment|unit|suite|ste|flat|studio|room|rm)(?:\\.? ?#?\\d{1,5}[A-Za-z]?|(?:\\.? |\\.)#?[A-Za-z])(?![A-Za-z0-9])|\\d{1,2}(?:st|nd|rd|th) [Ff]loor|(?:Ground|First|Second|Third|Fourth|Fifth|Sixth|Top) [Ff]loor(?: (?:Left|Right|Front|Rear))?';
export const NAMED_BY_UNIT = `${NUMBER},? (?:${WORD} ){1,4}(?:\\d{1,4} )?(?=(?:Apt|Apartment|Suite|Ste|Unit|Flat)\\.? ?#?[A-Za-z0-9])`;

/** The end of a line with what it is indented by, or up to two spaces. */
const GAP = '(?: {0,2}, {0,2}(?:\\r?\\n)? {0,4}| ?\\r?\\n {0,4}|<br ?/?>| {1,2})';
/** The same as `WORD`, but a full stop ends the sentence unless it is that of an abbreviation: `Leer. She`, but `St. Louis`. */
const CITY_WORD = `(?:(?:S[Tt]e?|M[Tt]|F[Tt]|P[Tt]|[A-Z])\\.|[A-ZÀ-ÖØ-Þ](?:[${LETTER}'’-]|\\.(?=[${LETTER}])){0,24}|\\d{1,3}(?:st|nd|rd|th))`;
/** An Irish routing key and the identifier behind it. */
const EIRCODE = '[AC-FHKNPRTV-Y](?:\\d\\d|6W) ?[0-9AC-FHKNPRTV-Y]{4}(?![A-Za-z0-9])';
const CITY = `${CITY_WORD}(?:(?: {1,2}|-)(?:(?:am|an der|an|auf|im|in|bei|ob der|vor der|sur|sous|lès|les|en|upon|on|under|de|del|la|le|of|the) )?${CITY_WORD}){0,3}`;
/** The United States, with the codes of their armed forces and Guam. */
export const US_STATES =
  'A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY]|AA|AE|AP|GU|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming';
/** The same, Canada and Australia. */
const US_STATE = `(?:${US_STATES}|AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|NSW|VIC|QLD|TAS|ACT|Ontario|Quebec|Alberta|Manitoba)`;
const POSTAL_CODE = '(?:\\d{5}(?:-\\d{4})?(?!\\d)|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?![A-Za-z0-9])|\\d{4}(?!\\d))';
const UK_POSTCODE = '[A-PR-UWYZ][A-HK-Y]?\\d[A-Z\\d]? {0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])';
/** Behind a postcode no comma is needed. */
const UK_COUNTRY =
  '(?:,? ?(?:\\r?\\n)?(?:UK|U\\.K\\.|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland)(?![A-Za-z]))?';
const COUNTRY =
  '(?:, ?(?:USA|U\\.S\\.A\\.|US|United States(?: of America)?|UK|United Kingdom|England|Scotland|Wales|Canada|Australia|Germany|Deutschland|France|Ireland|Italy|Italia|Spain|España|Austria|Österreich|Switzerland|Netherlands|Belgium)(?![A-Za-z]))?';
/** `45 Deansgate, Manchester M3 2AY`: streets that are not called one, told by the postcode. */
export const NAMED_BY_POSTCODE = `${NUMBER},? (?:${WORD} ){0,3}${WORD}(?= ?, ?${CITY}(?: ?, ?${CITY}){0,2},? ${UK_POSTCODE})`;
/** `Regent House, `, `Maple Court `: a building with a name, behind a unit or without a number. */
export const BUILDING = `(?:${WORD} ){1,3}?(?:House|Court|Buildings?|Mansions|Lodge|Towers?|Hall|Cottages?|Farm|Barn|Manor|Grange|Rectory|Vicarage|Heights|Point|Apartments|Chambers|Works|Mill|Villas?)`;
/** What stands between such a building and its postcode. */
export const TO_POSTCODE = `(?: ?, ?${CITY}){1,4},? ${UK_POSTCODE}${UK_COUNTRY}`;

/** Behind the street, from the most telling on. */
export const TAILS: readonly string[] = [
  `${GAP}${CITY},? {1,2}${US_STATE}(?![A-Za-z0-9])(?:,? {1,2}${POSTAL_CODE})?${COUNTRY}`,
  `(?:${GAP}${CITY}(?: ?, ?(?:\\r?\\n)?${CITY}){0,2})?${GAP}${UK_POSTCODE}${UK_COUNTRY}`,
  `(?:${GAP}${CITY}(?: ?, ?(?:\\r?\\n)?${CITY}){0,2})?(?:${GAP}Dublin \\d{1,2}W?)?${GAP}${EIRCODE}`,
  `(?:${GAP}${CITY})?${GAP}Dublin \\d{1,2}W?(?![A-Za-z0-9])`,
  `${GAP}(?:Singapore|S) ?\\(?\\d{6}(?!\\d)\\)?`,
  `${GAP}(?:\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4,5}-\\d{3}) ${CITY}`,
  `(?:${GAP}| [-–] )(?:[A-Z]{1,2}-)?\\d{4,5}(?: [A-Z]{2}(?= ))? ${CITY}${COUNTRY}`,
];
