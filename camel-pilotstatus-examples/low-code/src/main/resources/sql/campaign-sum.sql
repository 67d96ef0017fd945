select listagg(n || ' ' || result, ', ') within group (order by result)
from (select result, count(*) as n from campaign_result where campaign = :#${variable.campaign} group by result)
