merge into campaign_result (campaign, line, contact, name, phone, result, reason, message_id) key (campaign, line)
values (:#${variable.campaign}, :#${variable.line}, :#${variable.contact}, :#${body[nome]}, :#${body[telefone]},
        :#${variable.result}, :#${header.CamelPilotStatusErrorCode}, :#${header.CamelPilotStatusMessageId})
