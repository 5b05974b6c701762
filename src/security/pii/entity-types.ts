interface EntityTypeInfo {
  /** Names of the same thing in Presidio's wire format, the usual one first; empty where it has none. */
  readonly presidio: readonly string[];
  /**
   * Whether policies act on it without naming it. What only describes a context (a date, a city, a link) is found and
   * offered by the analysis service, but a timestamp in a listing must not be masked by default.
   */
  readonly enforced: boolean;
}

const personal = (...presidio: string[]): EntityTypeInfo => ({ presidio, enforced: true });
const contextual = (...presidio: string[]): EntityTypeInfo => ({ presidio, enforced: false });

/** Kinds of personal data the built-in recognizers tell apart. */
export const ENTITY_TYPE_INFO = {
  PERSON: personal('PERSON'),
  EMAIL: personal('EMAIL_ADDRESS'),
  PHONE: personal('PHONE_NUMBER'),
  ADDRESS: personal('STREET_ADDRESS', 'LOCATION'),
  DATE_OF_BIRTH: personal('DATE_OF_BIRTH', 'DATE_TIME'),
  KR_RRN: personal('KR_RRN'),
  KR_FRN: personal('KR_FRN'),
  KR_BRN: personal('KR_BRN'),
  KR_CRN: personal('KR_CRN'),
  KR_DRIVER_LICENSE: personal('KR_DRIVER_LICENSE'),
  KR_VEHICLE: personal('KR_VEHICLE'),
  PASSPORT: personal('PASSPORT', 'KR_PASSPORT'),
  US_SSN: personal('US_SSN'),
  CREDIT_CARD: personal('CREDIT_CARD'),
  BANK_ACCOUNT: personal('BANK_ACCOUNT', 'US_BANK_NUMBER'),
  IBAN: personal('IBAN_CODE'),
  IP_ADDRESS: personal('IP_ADDRESS'),
  URL_CREDENTIALS: personal('URL_CREDENTIALS'),
  US_ITIN: personal('US_ITIN'),
  US_PASSPORT: personal('US_PASSPORT'),
  US_DRIVER_LICENSE: personal('US_DRIVER_LICENSE'),
  US_MBI: personal('US_MBI'),
  US_NPI: personal('US_NPI'),
  MEDICAL_LICENSE: personal('MEDICAL_LICENSE'),
  UK_NHS: personal('UK_NHS'),
  UK_NINO: personal('UK_NINO'),
  UK_PASSPORT: personal('UK_PASSPORT'),
  UK_DRIVING_LICENCE: personal('UK_DRIVING_LICENCE'),
  UK_VEHICLE_REGISTRATION: personal('UK_VEHICLE_REGISTRATION'),
  CA_SIN: personal('CA_SIN'),
  AU_ABN: personal('AU_ABN'),
  AU_ACN: personal('AU_ACN'),
  AU_TFN: personal('AU_TFN'),
  AU_MEDICARE: personal('AU_MEDICARE'),
  IN_PAN: personal('IN_PAN'),
  IN_AADHAAR: personal('IN_AADHAAR'),
  IN_VEHICLE_REGISTRATION: personal('IN_VEHICLE_REGISTRATION'),
  IN_VOTER: personal('IN_VOTER'),
  IN_PASSPORT: personal('IN_PASSPORT'),
  IN_GSTIN: personal('IN_GSTIN'),
  SG_NRIC_FIN: personal('SG_NRIC_FIN'),
  SG_UEN: personal('SG_UEN'),
  ES_NIF: personal('ES_NIF'),
  ES_NIE: personal('ES_NIE'),
  ES_PASSPORT: personal('ES_PASSPORT'),
  IT_FISCAL_CODE: personal('IT_FISCAL_CODE'),
  IT_VAT_CODE: personal('IT_VAT_CODE'),
  IT_DRIVER_LICENSE: personal('IT_DRIVER_LICENSE'),
  IT_PASSPORT: personal('IT_PASSPORT'),
  IT_IDENTITY_CARD: personal('IT_IDENTITY_CARD'),
  DE_TAX_ID: personal('DE_TAX_ID'),
  DE_TAX_NUMBER: personal('DE_TAX_NUMBER'),
  DE_PASSPORT: personal('DE_PASSPORT'),
  DE_ID_CARD: personal('DE_ID_CARD'),
  DE_SOCIAL_SECURITY: personal('DE_SOCIAL_SECURITY'),
  DE_HEALTH_INSURANCE: personal('DE_HEALTH_INSURANCE'),
  DE_KFZ: personal('DE_KFZ'),
  DE_HANDELSREGISTER: personal('DE_HANDELSREGISTER'),
  DE_VAT_ID: personal('DE_VAT_ID'),
  DE_FUEHRERSCHEIN: personal('DE_FUEHRERSCHEIN'),
  DE_LANR: personal('DE_LANR'),
  DE_BSNR: personal('DE_BSNR'),
  PL_PESEL: personal('PL_PESEL'),
  FI_PERSONAL_IDENTITY_CODE: personal('FI_PERSONAL_IDENTITY_CODE'),
  SE_PERSONNUMMER: personal('SE_PERSONNUMMER'),
  SE_ORGANISATIONSNUMMER: personal('SE_ORGANISATIONSNUMMER'),
  TR_NATIONAL_ID: personal('TR_NATIONAL_ID'),
  TR_LICENSE_PLATE: personal('TR_LICENSE_PLATE'),
  ZA_ID_NUMBER: personal('ZA_ID_NUMBER'),
  TH_TNIN: personal('TH_TNIN'),
  NG_NIN: personal('NG_NIN'),
  NG_VEHICLE_REGISTRATION: personal('NG_VEHICLE_REGISTRATION'),
  PH_TIN: personal('PH_TIN'),
  JP_MY_NUMBER: personal('JP_MY_NUMBER'),
  JP_DRIVER_LICENSE: personal('JP_DRIVER_LICENSE'),
  CN_RESIDENT_ID: personal('CN_RESIDENT_ID'),
  CRYPTO: personal('CRYPTO'),
  MAC_ADDRESS: personal('MAC_ADDRESS'),
  ABA_ROUTING_NUMBER: contextual('ABA_ROUTING_NUMBER'),
  UK_POSTCODE: contextual('UK_POSTCODE'),
  DE_PLZ: contextual('DE_PLZ'),
  DATE_TIME: contextual('DATE_TIME'),
  URL: contextual('URL'),
  LOCATION: contextual('LOCATION'),
  NRP: contextual('NRP'),
  AGE: contextual('AGE'),
  ORGANIZATION: contextual('ORGANIZATION'),
  /** What a recognizer of one's own finds and no other type names: numbers of members, badges, patients. */
  CUSTOM: personal('CUSTOM'),
  /** A whole field that its policy declares personal, whatever stands in it. */
  DECLARED: personal(),
} satisfies Record<string, EntityTypeInfo>;

export type EntityType = keyof typeof ENTITY_TYPE_INFO;

export const ENTITY_TYPES = Object.keys(ENTITY_TYPE_INFO) as [EntityType, ...EntityType[]];

/** What policies act on unless they name other types. */
export const ENFORCED_TYPES: ReadonlySet<EntityType> = new Set(
  ENTITY_TYPES.filter((type) => ENTITY_TYPE_INFO[type].enforced),
);

export const ALL_TYPES: ReadonlySet<EntityType> = new Set(ENTITY_TYPES);
