create table if not exists campaign_result (
    campaign varchar(200) not null,
    line int not null,
    contact varchar not null,
    name varchar,
    phone varchar,
    result varchar(20) not null,
    reason varchar(100),
    message_id varchar(64),
    primary key (campaign, line)
)
