-- How far each message came. Its rank keeps it from going back.
create table message_status (
    message_id varchar(64) not null primary key,
    status varchar(16) not null,
    status_rank integer not null,
    error_code varchar(64),
    changed_at timestamptz not null default now()
);

-- What customers wrote.
create table reply (
    event_key varchar(200) not null primary key,
    message_id varchar(64),
    sender varchar(64),
    text text,
    received_at timestamptz not null default now()
);
create index reply_message on reply (message_id);
