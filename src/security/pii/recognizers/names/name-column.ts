/** What the header of a column says of its cells. */
export const NameColumn = { NONE: 0, WEAK: 1, STRONG: 2 } as const;

/** Of these every cell is a name, or a part of one. */
const STRONG = new Set(
  `firstname lastname forename forenames surname givenname givennames familyname middlename maidenname fullname legalname displayname preferredname birthname
   customername clientname patientname employeename membername guestname studentname pupilname passengername travellername travelername cardholdername cardholder nameoncard accountholder accountname accountholdername holdername
   contactname contactperson recipientname sendername beneficiaryname payeename tenantname landlordname applicantname candidatename attendeename donorname drivername ownername managername parentname mothername fathername spousename
   policyholder insuredname subscribername billingname shippingname authorname doctorname physicianname teachername playername vorname nachname prenom nom apellido apellidos nombre cognome naam achternaam voornaam imie nazwisko`.split(
    /\s+/,
  ),
);
/** Of these a cell is a name when it looks like one. */
const WEAK = new Set(
  `name names person people who customer client patient employee member guest student pupil passenger traveller traveler holder contact recipient sender beneficiary payee payer tenant landlord applicant candidate attendee participant donor
   driver owner manager parent mother father spouse guardian insured subscriber author doctor physician teacher player first last given family middle agent assignee reporter requester user staff worker colleague supervisor instructor coach
   claimant defendant witness resident visitor nominee trustee director signatory speaker buyer seller rep salesperson technician engineer mechanic carer nurse consultant`.split(
    /\s+/,
  ),
);
const LONGEST = 24;

/** What a header says, whatever its case and whatever joins its words. */
export function nameColumnOf(header: string): number {
  if (header.length > LONGEST + 2) return NameColumn.NONE;
  const label = header.toLowerCase().replace(/[^a-z]/g, '');
  if (STRONG.has(label)) return NameColumn.STRONG;
  return WEAK.has(label) ? NameColumn.WEAK : NameColumn.NONE;
}
