select c.ernst, c.boodschap, l.bestandsnaam
from controle c
left join levering l on l.levering = c.levering
order by case c.ernst when 'fout' then 1 when 'let_op' then 2 else 3 end, c.tijdstip, c.boodschap
