delete from campaign_result where campaign = :#${variable.campaign} and line > :#${variable.size}
