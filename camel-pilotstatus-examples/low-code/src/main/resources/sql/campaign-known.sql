select count(*) from campaign_result
where campaign = :#${variable.campaign} and line = :#${variable.line} and contact = :#${variable.contact}
  and result = 'enviado'
