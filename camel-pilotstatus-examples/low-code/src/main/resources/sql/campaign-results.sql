select name as "nome", phone as "telefone", result as "resultado", reason as "motivo", message_id as "mensagem"
from campaign_result where campaign = :#${variable.campaign} order by line
