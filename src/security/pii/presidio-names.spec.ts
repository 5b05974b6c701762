import { ENTITY_TYPES } from './entity-types.js';
import { entityTypesByPresidioName, presidioNameOf } from './presidio-names.js';

/** Entities that Presidio's documentation lists (July 2026), and those of its recognizers for Germany that it does not list. */
const DOCUMENTED =
  `AU_ABN AU_ACN AU_MEDICARE AU_TFN CA_SIN CREDIT_CARD CRYPTO DATE_TIME DE_HANDELSREGISTER DE_HEALTH_INSURANCE DE_ID_CARD DE_KFZ DE_PASSPORT DE_PLZ DE_SOCIAL_SECURITY DE_TAX_ID DE_TAX_NUMBER EMAIL_ADDRESS ES_NIE ES_NIF ES_PASSPORT FI_PERSONAL_IDENTITY_CODE IBAN_CODE IN_AADHAAR IN_GSTIN IN_PAN IN_PASSPORT IN_VEHICLE_REGISTRATION IN_VOTER IP_ADDRESS IT_DRIVER_LICENSE IT_FISCAL_CODE IT_IDENTITY_CARD IT_PASSPORT IT_VAT_CODE KR_BRN KR_DRIVER_LICENSE KR_FRN KR_PASSPORT KR_RRN LOCATION MAC_ADDRESS MEDICAL_LICENSE NG_NIN NG_VEHICLE_REGISTRATION NRP PERSON PHONE_NUMBER PH_TIN PL_PESEL SE_ORGANISATIONSNUMMER SE_PERSONNUMMER SG_NRIC_FIN SG_UEN TH_TNIN TR_LICENSE_PLATE TR_NATIONAL_ID UK_DRIVING_LICENCE UK_NHS UK_NINO UK_PASSPORT UK_POSTCODE UK_VEHICLE_REGISTRATION URL US_BANK_NUMBER US_DRIVER_LICENSE US_ITIN US_MBI US_NPI US_PASSPORT US_SSN ZA_ID_NUMBER 
   DE_BSNR DE_LANR DE_VAT_ID DE_FUEHRERSCHEIN`.split(/\s+/);
/** What Azure Health Data Services finds by a model, and no rule does. */
const BY_A_MODEL =
  'MEDICAL_BIOLOGICAL_ATTRIBUTE MEDICAL_BIOLOGICAL_STRUCTURE MEDICAL_CLINICAL_EVENT MEDICAL_DISEASE_DISORDER MEDICAL_FAMILY_HISTORY MEDICAL_HISTORY MEDICAL_MEDICATION MEDICAL_THERAPEUTIC_PROCEDURE'.split(
    ' ',
  );
const types = entityTypesByPresidioName();

describe("Presidio's names", () => {
  it.each(DOCUMENTED)('include %s, which is a type here', (name) => {
    expect(ENTITY_TYPES).toContain(types[name]);
  });

  it.each(BY_A_MODEL)('include %s, which is none', (name) => {
    expect(types[name]).toBeUndefined();
  });

  it('lead back to the type they are of', () => {
    const elsewhere = ENTITY_TYPES.filter((type) => types[presidioNameOf(type)] !== type);
    expect(elsewhere).toEqual([]);
  });
});
