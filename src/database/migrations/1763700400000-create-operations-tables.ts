import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREATE_CUSTOMERS = `
  CREATE TABLE customers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    email text NOT NULL,
    phone text NOT NULL,
    notes text,
    name_index text NOT NULL,
    email_index text NOT NULL,
    phone_index text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`;

const INDEX_CUSTOMERS = [
  'CREATE INDEX customers_name_index ON customers (name_index)',
  'CREATE INDEX customers_email_index ON customers (email_index)',
  'CREATE INDEX customers_phone_index ON customers (phone_index)',
  `COMMENT ON TABLE customers IS
    'name, email, phone and notes hold AEAD envelopes bound to column and row; *_index hold keyed macs for look-ups'`,
];

const CREATE_TICKETS = `
  CREATE TABLE tickets (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    title text NOT NULL,
    description text NOT NULL,
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`;

const CREATE_PRODUCTS = `
  CREATE TABLE products (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    price numeric(14, 2) NOT NULL CHECK (price >= 0),
    currency char(3) NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`;

const CREATE_INVENTORY = `
  CREATE TABLE inventory_items (
    sku text PRIMARY KEY,
    name text NOT NULL,
    quantity integer NOT NULL CHECK (quantity >= 0),
    location text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  )`;

/** Sample stock, so that a first look-up finds something. */
const SEED_INVENTORY = `
  INSERT INTO inventory_items (sku, name, quantity, location) VALUES
    ('LAP-14-SLV', '노트북 14인치 실버 (Laptop 14" silver)', 42, 'Seoul-A1'),
    ('LAP-16-BLK', '노트북 16인치 블랙 (Laptop 16" black)', 17, 'Seoul-A1'),
    ('MON-27-4K', '모니터 27인치 4K (Monitor 27" 4K)', 63, 'Seoul-A2'),
    ('KBD-MEC-KR', '기계식 키보드 한글 (Mechanical keyboard, Korean)', 120, 'Busan-B1'),
    ('MOU-WL-01', '무선 마우스 (Wireless mouse)', 215, 'Busan-B1'),
    ('HDS-NC-02', '노이즈 캔슬링 헤드셋 (Noise cancelling headset)', 38, 'Busan-B2'),
    ('CAM-HD-10', '웹캠 Full HD (Webcam Full HD)', 0, 'Incheon-C1'),
    ('DCK-USBC-3', 'USB-C 도킹 스테이션 (USB-C dock)', 54, 'Incheon-C1'),
    ('SRV-1U-GEN5', '1U 랙 서버 (Rack server 1U)', 6, 'Incheon-DC'),
    ('SSD-NVME-2T', 'NVMe SSD 2TB', 88, 'Incheon-C2')`;

/** What the operations tools work on: customers, tickets, products and stock. */
export class CreateOperationsTables1763700400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const tables = [CREATE_CUSTOMERS, ...INDEX_CUSTOMERS, CREATE_TICKETS, CREATE_PRODUCTS, CREATE_INVENTORY];
    for (const statement of [...tables, SEED_INVENTORY]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['inventory_items', 'products', 'tickets', 'customers']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
