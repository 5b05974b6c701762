/**
 * What people are to each other, to an office or to a case, in small letters: beside a name it says that it is one, and is
 * no part of it.
 */
export const ROLES: readonly string[] = `
practitioner specialist associate assistant executive officer prosecutor attorney lawyer solicitor barrister counsel paralegal notary juror magistrate justice bailiff claimant plaintiff defendant appellant respondent complainant petitioner witness suspect victim
nominee candidate applicant interviewee interviewer recruiter referee trainee intern apprentice graduate alumnus alumna student pupil teacher tutor lecturer principal headmaster headteacher headmistress supervisor
dispatcher driver courier rider pilot skipper conductor steward stewardess planner organiser organizer coordinator facilitator moderator presenter host hostess narrator compere emcee
cllr councillor councilor mayor alderman deputy delegate minister chancellor ambassador congressman congresswoman assemblyman chairman chairwoman chairperson chair treasurer secretary clerk trustee
consignee consignor addressee sender recipient payer payee debtor creditor guarantor cosigner beneficiary nominator policyholder cardholder accountholder subscriber donor grantor grantee lessor lessee landlord landlady tenant occupant resident homeowner
realtor broker underwriter adjuster assessor auditor accountant bookkeeper cashier teller banker trader analyst consultant adviser advisor architect surveyor estimator foreman contractor subcontractor electrician plumber carpenter joiner builder roofer gardener cleaner caretaker janitor porter concierge doorman receptionist
physio physiotherapist therapist counsellor counselor psychologist psychiatrist paediatrician pediatrician cardiologist dentist hygienist optician optometrist pharmacist radiographer sonographer midwife doula paramedic carer caregiver caseworker registrar surgeon anaesthetist anesthesiologist vet nanny babysitter childminder
novelist author poet playwright essayist translator editor journalist reporter columnist correspondent blogger photographer filmmaker director producer composer songwriter singer guitarist drummer bassist pianist violinist cellist actor actress comedian artist sculptor painter illustrator designer stylist hairdresser barber
instructor invigilator examiner convener convenor rapporteur usher lifeguard chauffeur groundsman caterer trucker machinist scaffolder stevedore crofter stockman
keeper goalie seamer spinner batter all-rounder flanker fly-half scrum-half fullback full-back halfback linebacker cornerback shortstop outfielder infielder skater skier rower hurdler gymnast fencer wrestler debutant
postman postwoman postie handyman seamstress tailor cobbler blacksmith potter weaver glazier plasterer bricklayer decorator welder locksmith gamekeeper beekeeper housekeeper butler
vicar curate chaplain priest deacon archdeacon bishop archbishop cardinal monk nun verger churchwarden imam rabbi pastor ombudsman locum matron housemaster housemistress headteacher bursar provost
historian biographer economist physicist chemist biologist mathematician philosopher astronomer astronaut cosmonaut explorer inventor naturalist geologist sociologist anthropologist archaeologist linguist theologian critic curator
choreographer dancer ballerina soprano mezzo-soprano tenor baritone organist trumpeter saxophonist percussionist keyboardist rapper vocalist lyricist librettist dramatist satirist cartoonist animator cinematographer screenwriter magician newsreader
activist campaigner suffragette politician senator lawmaker backbencher entrepreneur philanthropist heiress gunman fugitive detainee inmate prisoner hostage informant
striker midfielder defender goalkeeper winger forward quarterback pitcher batsman bowler wicketkeeper jockey sprinter swimmer boxer cyclist golfer coach trainer referee umpire linesman captain
developer programmer engineer technician admin administrator maintainer reviewer contributor committer assignee reporter approver requester caller
colleague coworker teammate roommate flatmate housemate classmate neighbour neighbor friend buddy pal mate boyfriend girlfriend fiance fiancee fiancé fiancée partner spouse husband wife widow widower
mother father mom mum dad mummy mommy daddy son daughter brother sister sibling twin uncle aunt auntie cousin nephew niece grandson granddaughter grandmother grandfather grandma grandpa granny grandad nan gran stepson stepdaughter stepfather stepmother godfather godmother
comrade brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law farmer rancher fisherman shopkeeper baker butcher florist chef waiter waitress bartender barista server manager boss owner founder cofounder chief
officer constable sergeant inspector detective sheriff trooper deputy ranger firefighter lieutenant captain major colonel corporal cadet veteran
guest visitor passenger traveller traveler attendee participant invitee speaker panelist panellist chaperone parent guardian toddler`
  .trim()
  .split(/\s+/);

/** The same for look-up. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(ROLES);
