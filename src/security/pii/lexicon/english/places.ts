/** Countries, states, regions and big cities of one word. */
export const PLACES: readonly string[] = `
Winston-Salem Wilkes-Barre Murray-Darling Athy Naas Faro Funchal Ibiza Palma Tenerife Lanzarote Fuerteventura Gatwick Heathrow Luton Stansted Madison Milton Cleveland Monticello Preston Brighton Blackpool Bolton Burnley Blackburn Bradford Sheffield Lincoln Lancaster Chester Durham Windsor Hastings Warwick Stafford Bedford Buxton Ashford
Dover Eastbourne Bournemouth Torquay Truro Exeter Taunton Swindon Slough Guildford Woking Crawley Horsham Worthing Chichester Southend Colchester Ipswich Norwich Peterborough Wolverhampton Walsall Dudley Coventry Solihull Telford Shrewsbury Hereford Worcester Gloucester Cheltenham
Wigan Warrington Stockport Oldham Rochdale Bury Salford Huddersfield Halifax Wakefield Doncaster Rotherham Barnsley Grimsby Scunthorpe Middlesbrough Sunderland Gateshead Darlington Carlisle Kendal Inverness Perth Dundee Stirling Falkirk Paisley Motherwell Swansea Newport Wrexham Bangor Llandudno
Belfast Derry Lisburn Limerick Galway Kilkenny Waterford Drogheda Sligo Naperville Peoria Rockford Springfield Decatur Fargo Duluth Boise Spokane Tacoma Eugene Salem Medford Reno Provo Ogden Laramie Cheyenne Billings Missoula Bozeman Helena Amarillo Lubbock Laredo Waco Plano Frisco
Irving Arlington Houston Austin Dallas Denver Boulder Aurora Pueblo Tulsa Wichita Topeka Lawrence Omaha Lincoln Davenport Dubuque Ames Racine Kenosha Milwaukee Lansing Flint Dearborn Toledo Dayton Akron Canton Youngstown Cincinnati Louisville Lexington Nashville Knoxville Chattanooga Memphis
Jackson Biloxi Mobile Montgomery Huntsville Tuscaloosa Savannah Macon Augusta Columbus Charleston Greenville Columbia Charlotte Raleigh Durham Greensboro Asheville Wilmington Richmond Norfolk Roanoke Staunton Annapolis Baltimore Dover Trenton Camden Newark Hoboken Scranton Allentown Bethlehem
Syracuse Buffalo Utica Ithaca Rochester Yonkers Poughkeepsie Hartford Stamford Providence Worcester Nantucket Portland Bangor Burlington Concord Nashua Tampa Orlando Pensacola Sarasota Naples Gainesville Tallahassee Anaheim Fresno Bakersfield Modesto Stockton Sacramento Oakland Berkeley Pasadena
Burbank Glendale Carlsbad Escondido Malibu Sausalito Scottsdale Mesa Tempe Tucson Flagstaff Sedona Winnipeg Regina Saskatoon Kelowna Kingston Windsor Kitchener Sudbury Moncton Fredericton Darwin Hobart Geelong Ballarat Bendigo Wollongong Newcastle Cairns Townsville Wellington Christchurch
Dunedin Hamilton Tauranga Rotorua Napier Nelson
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia
Cameroon Canada Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt England Eritrea Estonia Ethiopia Fiji Finland France Gabon Gambia Germany Ghana Greece Greenland Grenada Guam Guatemala
Guinea Guyana Haiti Herzegovina Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein
Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria
Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa Scotland Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Swaziland Sweden
Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tibet Togo Tonga Trinidad Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Vatican Venezuela Vietnam Wales Yemen Zambia Zimbabwe USA UK UAE
EU Africa America Antarctica Asia Europe Oceania Scandinavia Eurasia Balkans Caribbean Caucasus Mediterranean Atlantic Pacific Arctic Sahara Himalayas Alps Andes Everest Amazon Nile Danube Rhine Thames Mississippi Ganges
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Missouri Montana Nebraska Nevada
Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Alberta Manitoba Newfoundland Ontario Quebec Québec Saskatchewan Yukon Nunavut Queensland Tasmania Victoria Bavaria Bayern Saxony
Hesse Hessen Prussia Catalonia Andalusia Tuscany Sicily Sardinia Lombardy Normandy Brittany Provence Kent Essex Sussex Surrey Cornwall Devon Dorset Norfolk Suffolk Yorkshire Lancashire Cheshire Cumbria Wiltshire Hampshire Punjab
Kerala Gujarat Bihar Maharashtra Karnataka Rajasthan Bengal Assam Goa Crimea Siberia Okinawa Hokkaido Kyushu Guangdong Sichuan Yunnan Jeju Busan Incheon Daegu Daejeon Gwangju Ulsan Suwon Gyeonggi Gangnam Seoul Pyongyang
Aberdeen Abidjan Accra Adelaide Albany Albuquerque Aleppo Algiers Amsterdam Anchorage Ankara Antwerp Athens Atlanta Auckland Austin Baghdad Baku Baltimore Bamako Bangalore Bengaluru Bangkok Barcelona Basel Bath Beijing Beirut Belfast
Belgrade Bergen Berlin Bern Bilbao Birmingham Bogotá Bogota Bologna Bombay Bonn Bordeaux Boston Boulder Brasilia Bratislava Bremen Brest Brighton Brisbane Bristol Brooklyn Brussels Bucharest Budapest Buffalo Cairo Calgary Cambridge
Canberra Cancun Caracas Cardiff Casablanca Charleston Chennai Chicago Christchurch Cincinnati Cologne Copenhagen Cordoba Coventry Dakar Dallas Damascus Delhi Denver Derby Detroit Dhaka Doha Dortmund Dresden Dubai Dublin Dundee Durban
Düsseldorf Edinburgh Edmonton Essen Exeter Florence Frankfurt Fresno Fukuoka Gaza Geneva Genoa Ghent Glasgow Gothenburg Granada Guadalajara Guangzhou Halifax Hamburg Hanoi Hanover Hannover Harare Harlem Havana Helsinki Hiroshima Hollywood
Honolulu Houston Hyderabad Ibadan Indianapolis Innsbruck Islamabad Istanbul Izmir Jacksonville Jaipur Jakarta Jerusalem Johannesburg Kabul Kampala Kanpur Karachi Kathmandu Kazan Khartoum Kiev Kyiv Kingston Kinshasa Kobe Kolkata Kraków
Krakow Kuala Lumpur Kyoto Lagos Lahore Lausanne Leeds Leicester Leipzig Lima Limerick Lisbon Liverpool Ljubljana Lodz London Louisville Luanda Lucknow Lusaka Lyon Madras Madrid Malaga Málaga Malmö Manchester Manhattan Manila Mannheim
Marrakesh Marseille Mecca Medina Melbourne Memphis Miami Milan Milano Milwaukee Minneapolis Minsk Mogadishu Monterrey Montevideo Montreal Montréal Moscow Mumbai Munich München Nagasaki Nagoya Nairobi Nanjing Nantes Naples Napoli Nashville
Newark Newcastle Nice Nottingham Nuremberg Nürnberg Oakland Odessa Omaha Orlando Osaka Oslo Ottawa Oxford Palermo Paris Perth Philadelphia Phoenix Pittsburgh Plymouth Portland Porto Prague Pretoria Providence Pune Queens Quito Rabat Raleigh
Reading Reno Reykjavik Riga Rio Riyadh Rochester Roma Rome Rotterdam Sacramento Salzburg Santiago Sapporo Sarajevo Savannah Seattle Seville Sevilla Shanghai Sheffield Shenzhen Sofia Southampton Springfield Stockholm Strasbourg Stuttgart
Sydney Taipei Tallinn Tampa Tashkent Tehran Tel-Aviv Thessaloniki Tijuana Tokyo Toledo Toronto Toulouse Tripoli Tucson Tulsa Tunis Turin Torino Utrecht Vancouver Venice Verona Vienna Wien Vilnius Warsaw Wellington Winnipeg Worcester Wuhan
Yangon Yokohama York Zagreb Zürich Zurich Malmo Göteborg Göttingen Heidelberg Freiburg Augsburg Mainz Bonn Kiel Lübeck Rostock Potsdam Wiesbaden Darmstadt Karlsruhe Bochum Wuppertal Bielefeld Münster Aachen Kassel Erfurt Marbella Valencia
Zaragoza Murcia Alicante Lille Rennes Reims Grenoble Dijon Nîmes Montpellier Angers Aarhus Odense Aalborg Trondheim Stavanger Uppsala Tampere Turku Espoo Rotterdam Eindhoven Tilburg Groningen Bruges Liège Namur`
  .trim()
  .split(/\s+/);

/** Places of more than one word. */
export const LONG_PLACES: readonly string[] = [
  ...[
    'United States of America',
    'United States',
    'United Kingdom',
    'United Arab Emirates',
    'Great Britain',
    'Northern Ireland',
    'European Union',
  ],
  ...[
    'Milton Keynes',
    'Carson City',
    'Grand Rapids',
    'Santa Barbara',
    'Baton Rouge',
    'Notre Dame',
    'Corpus Christi',
    'Hai Phong',
    'Chiang Mai',
    'Kuala Lumpur',
  ],
  ...[
    'Wellington City',
    'Port Harcourt',
    'Skyline Drive',
    'Ben Nevis',
    'Glen Coe',
    'Abu Dhabi',
    'Tel Aviv',
    'Addis Ababa',
    'Dar es Salaam',
    'Alice Springs',
  ],
  ...[
    'South Korea',
    'North Korea',
    'Republic of Korea',
    'New Zealand',
    'South Africa',
    'Saudi Arabia',
    'Sri Lanka',
    'Costa Rica',
    'Puerto Rico',
    'El Salvador',
  ],
  ...[
    'Dominican Republic',
    'Czech Republic',
    'Papua New Guinea',
    'Sierra Leone',
    'Ivory Coast',
    'Burkina Faso',
    'Cape Verde',
    'San Marino',
    'Solomon Islands',
  ],
  ...[
    'New York City',
    'New York',
    'New Jersey',
    'New Mexico',
    'New Hampshire',
    'North Carolina',
    'South Carolina',
    'North Dakota',
    'South Dakota',
    'West Virginia',
  ],
  ...[
    'Rhode Island',
    'Los Angeles',
    'San Francisco',
    'San Diego',
    'San Jose',
    'San Antonio',
    'Santa Monica',
    'Santa Barbara',
    'Santa Fe',
    'Las Vegas',
    'Salt Lake City',
  ],
  ...[
    'New Orleans',
    'Kansas City',
    'St. Louis',
    'Saint Louis',
    'St. Petersburg',
    'Saint Petersburg',
    'Fort Worth',
    'El Paso',
    'Long Beach',
    'Palo Alto',
    'Mountain View',
  ],
  ...[
    'Silicon Valley',
    'Long Island',
    'Hong Kong',
    'Kuala Lumpur',
    'Ho Chi Minh City',
    'Tel Aviv',
    'Abu Dhabi',
    'Cape Town',
    'Addis Ababa',
    'Buenos Aires',
    'São Paulo',
  ],
  ...[
    'Sao Paulo',
    'Rio de Janeiro',
    'Mexico City',
    'Panama City',
    'Quezon City',
    'New Delhi',
    'British Columbia',
    'Nova Scotia',
    'New South Wales',
    'New Brunswick',
  ],
  ...[
    'Middle East',
    'Far East',
    'West Bank',
    'Baden-Württemberg',
    'The Hague',
    'Den Haag',
    'Frankfurt am Main',
    'West Coast',
    'East Coast',
    'Bay Area',
    'Gold Coast',
  ],
  ...[
    'Central America',
    'South America',
    'North America',
    'Latin America',
    'West Africa',
    'East Africa',
    'Southeast Asia',
    'Eastern Europe',
    'Western Europe',
  ],
  ...[
    'Lake Michigan',
    'Lake Geneva',
    'Black Sea',
    'Red Sea',
    'Baltic Sea',
    'North Sea',
    'Persian Gulf',
    'Pacific Ocean',
    'Atlantic Ocean',
    'Indian Ocean',
    'Hudson River',
  ],
];
