/** Words that end or make the name of an organisation or a thing rather than of a person. */
export const ORGANISATION_WORDS: readonly string[] = `
Academy Agency Airlines Airport Airways Alliance Apartments Arena Army Associates Association Authority Avenue Award Awards Bakery Bank Bar Bay Beach Board Books Boulevard Bridge Brothers Building Bureau Bus Business Cafe Café Camp Capital Castle
Cathedral Center Centre Chamber Championship Church Cinema City Clinic Club Coalition Coast Coffee College Commission Committee Company Conference Congress Consortium Consulting Cooperative Corp Corporation Council Country County Court Creek Cup Day
Department Design Digital Drive Education Electronics Embassy Energy Engineering Enterprises Entertainment Estate Exchange Express Factory Falls Fashion Federation Festival Field Film Films Finance Financial Firm Food Foods Force Forest
Forum Foundation Fund Furniture Galaxy Gallery Games Garden Gardens Gas Global Gmbh GmbH Group Guild Gym Hall Harbor Harbour Headquarters Health Healthcare Heights Highway Hills Holdings Hospital Hotel House Housing Inc Incorporated Industries Industry
Initiative Inn Institute Institution Insurance International Investments Island Islands Jewelers Junction Kingdom Kitchen Lab Laboratories Laboratory Labs Lake Law League Library Limited LLC LLP Logistics Lounge Ltd Magazine Mall Management
Manufacturing Market Marketing Markets Media Memorial Ministry Mission Motel Motors Mount Mountain Mountains Movement Museum Music Network Networks News Newspaper Ocean Office Organization Organisation Orchestra Palace Paradise Park Parkway Partners
Partnership Party Performance Petroleum Pharmacy Pharmaceuticals Place Plaza Police Port Post Press Prison Products Program Project Properties Province Publishing Pub Radio Railway Railways Ranch Realty Record Records Recordings Region Republic Research Resort
Restaurant River Road Salon School Sea Securities Security Seminary Senate Series Service Services Shop Shopping Show Society Software Solutions Space Square Stadium States Station Steakhouse Steel Store Stores Street Studio Studios Supermarket
Supplies Systems Team Technologies Technology Telecom Temple Theater Theatre Times Tower Towers Town Trade Transport Travel Tribune Trust Tunnel Union United University Valley Ventures Village Warehouse Way Weekly Woods Works World Zoo PLC
AG SA NV BV Oy AB KG SE SpA Pty Co`
  .trim()
  .split(/\s+/);

/** Companies, products, services and titles of works that stand capitalised in ordinary text. */
export const BRANDS: readonly string[] = `
Accenture AliExpress Allianz Aldi Argos Asda Asus Aviva AXA Bolt Burger Cadbury Carrefour Cartier Casio Chase Cognizant Comcast Delta Dior Dollar Domino Dunkin Dyson Etsy Fitbit Garmin Genpact GoDaddy Greggs Groupon Hallmark Halfords Heinz Hershey Hertz Hoover Hovis HubSpot Humana
Infosys Intuit Jaguar Jolt Kellogg Kenwood Kohl Kroger Lidl Logitech Lyft Macy Maersk Mailchimp Mattel McDonald Medtronic Michelin Moleskine Monzo Morrisons Nando Nespresso Nest Nivea Nordstrom Notion Okta Ola Olympus Orange Otis Pampers Patagonia Peloton Philips Pirelli Plaid Primark
Purina Quaker Reebok Revolut Reuters Roku Ryanair Sainsbury Sainsburys Santander Schwab Seiko Sharp Sprint Stanley Subway Swiggy Tata Tesco Thomson Tide Timberland Tommy Trivago Twilio Tyson Virgin Vodacom Vuitton Waitrose Warburtons Wendy Whirlpool Wickes Wipro Wolt Yamaha Zillow Zomato Levi Levis
Adobe Adidas Airbnb Airbus Alexa Alibaba Amazon Android Apache Apple Asana Atlassian Audi Azure Barbie Barclays Bing Bitcoin BMW Boeing Bosch Budweiser Burberry Cadillac Canon Chanel Chevrolet Chevron Chrome Chrysler Cisco Citibank Citigroup
Coca-Cola Coke Corolla Costco Datadog Debian Dell Deloitte DHL Discord Disney Docker Dropbox Dyson Ebay Ericsson Ethereum Excel Exchange Expedia Exxon Facebook FedEx Ferrari Fiat Figma Firefox Fortnite Ford Galaxy Gatorade Gillette GitHub
GitLab Gmail Google Grafana Gucci Halloween Harley Heineken Hermes Hilton Hitachi Honda Huawei Hulu Hyundai IBM Ikea Instagram Intel iPad iPhone iTunes Java JavaScript Jeep Jenkins Jira Kafka Kia Kindle Kleenex Kodak Kubernetes Lamborghini Lego
Lenovo Lexus LinkedIn Linux Loreal Lufthansa Macbook Marlboro Marriott Marvel Maserati Mastercard Mazda McKinsey Mercedes-Benz Microsoft Minecraft Mitsubishi Mongo MongoDB Motorola Mozilla MySQL NASA Nasdaq Nestle Netflix Nike Nikon Nintendo
Nissan Nokia Nvidia Office Opel Oracle Outlook Panasonic PayPal Pepsi Peugeot Pfizer Photoshop Pinterest Pixel PlayStation Pokemon Porsche Postgres PostgreSQL PowerPoint Prada Prometheus Python Qualcomm React Reddit Redis Renault Rolex Safari
Salesforce Samsung Sega Sephora ServiceNow Shell Shopify Siemens Siri Skype Slack Snapchat Snapple Sony Spotify Starbucks Stripe Subaru Swatch Symantec Target TaskRabbit Teams Telegram Tesla TikTok Toshiba Toyota Trello Tumblr Twitch Twitter
Uber Ubuntu Unilever Unix Verizon Visa Vodafone Volkswagen Volvo Walmart WeChat WhatsApp Wikipedia Windows Word WordPress Xbox Xerox Yahoo Yelp YouTube Zara Zendesk Zoom NBA NFL NHL MLB FIFA UEFA Olympics Premier Bundesliga Yankees Lakers Celtics
Knicks Giants Jets Patriots Cowboys Packers Steelers Dodgers Mets Cubs Arsenal Chelsea Liverpool Juventus Bayern Barca Bible Quran Koran Torah Talmud Christmas Easter Thanksgiving Ramadan Diwali Hanukkah Eid Lent Xmas Claus Batman
Superman Spiderman Hobbit Twilight Glee
Skoda Škoda Dacia Citroen Citroën Vauxhall Suzuki Daihatsu Isuzu Acura Infiniti Buick GMC Pontiac Oldsmobile Hummer Bentley McLaren Bugatti Lancia Saab Tesla Rivian Polestar BYD Geely Chery Haval Mahindra Maruti Proton Perodua Ssangyong Cupra
Ducati Kawasaki Aprilia Vespa Yamaha Triumph Scania Iveco Sonos Bose Denon Marantz Miele Zanussi Hotpoint Indesit Beko Tefal Breville Delonghi DeLonghi DeWalt Makita Ryobi Stihl Husqvarna Karcher Kärcher Bosch Siemens AEG
Garmin Suunto Fitbit Oppo OnePlus Xiaomi Realme Asus Acer Epson Ricoh Kyocera Fujitsu Fujifilm Pentax Leica Zoho Jira Miro Canva Airtable Basecamp Wrike Bitbucket Ansible Terraform Splunk Datadog Dynatrace Zabbix Snowflake Redshift Tableau Looker Cloudflare Akamai
Mailgun Sendgrid SendGrid Intercom Freshdesk Gusto Rippling Workday Xero Quickbooks QuickBooks Adyen Klarna Venmo Zelle McAfee Norton Kaspersky Avast McKesson McVitie McVities McCormick McCain
Playmobil Meccano Hasbro Tupperware Pyrex Ikea Muji Uniqlo Zalando Asos Shein Temu`
  .trim()
  .split(/\s+/);
