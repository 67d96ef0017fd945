create table orders (
    id bigint generated always as identity primary key,
    reference varchar(64) not null unique,
    phone varchar(32) not null,
    name varchar(100) not null,
    total numeric(12, 2) not null,
    created_at timestamptz not null default now(),
    shipped_at timestamptz
);

-- What is to be told to a customer. Written in the transaction of what it tells of.
create table outbox (
    id bigint generated always as identity primary key,
    key varchar(100) not null unique,
    order_id bigint not null references orders (id),
    sender varchar(16) not null,
    template varchar(100) not null,
    phone varchar(32) not null,
    variables jsonb not null,
    state varchar(16) not null default 'PENDING'
        check (state in ('PENDING', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'REFUSED')),
    attempts integer not null default 0,
    due_at timestamptz not null default now(),
    message_id varchar(64),
    reason varchar(300),
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
);
create index outbox_due on outbox (sender, due_at, id) where state in ('PENDING', 'SENDING', 'IN_DOUBT');
create index outbox_order on outbox (order_id);
create index outbox_message on outbox (message_id);

-- A number whose key, plan or permission somebody has to mend. Its messages wait as long as it has a row.
create table outbox_pause (
    sender varchar(16) not null primary key,
    reason varchar(300) not null,
    since timestamptz not null default now(),
    until timestamptz not null
);
